// What a list of people should look like: names in order, their sources beside them. Nothing is filled in.

import { Gone, ask, say } from "./asking.js";
import { element } from "./findings.js";

const by = (id) => document.getElementById(`names-${id}`);

// metadata(): what the page says of the piece; its day is that of the list
export function names(metadata) {
  let lines = [];
  let asked = 0;

  function told(words, wrong = false) {
    by("status").textContent = words;
    by("status").classList.toggle("wrong", wrong);
  }

  function show(found) {
    lines = found.placed.map((each) => each.line);
    by("cautions").replaceChildren(...found.cautions.map((line) => element("li", {}, line)));
    by("placed").replaceChildren(
      ...found.placed.map((each) => {
        const sources = each.sources.map((line) => element("li", {}, line));
        const folded = element("details", {}, element("summary", {}, `${say("names_sources")}: ${each.rank}`), element("ul", {}, ...sources));
        return element("li", {}, each.line, folded);
      }),
    );
    by("left").replaceChildren(...found.left.map((each) => element("li", {}, element("strong", {}, each.written), `: ${each.why}`)));
    by("left-head").hidden = found.left.length === 0;
    by("copy").disabled = lines.length === 0;
  }

  const nothing = { placed: [], left: [], cautions: [] };

  by("ask").addEventListener("click", async () => {
    const mine = ++asked;
    show(nothing); // an old answer is none to these names
    if (!by("text").value.trim()) return told(say("empty"));
    told(say("waiting"));
    try {
      const found = await ask("list", { names: by("text").value, metadata: metadata() });
      if (mine !== asked) return;
      show(found);
      told(found.head);
    } catch (error) {
      if (mine === asked) told(error instanceof Gone ? say("names_gone") : say("not_answered", { reason: error.message }), true);
    }
  });
  by("text").addEventListener("input", () => {
    asked += 1;
    show(nothing);
    told("");
  });
  by("copy").addEventListener("click", async () => {
    await navigator.clipboard.writeText(lines.join(";\n"));
    told(say("copied"));
  });
}
