// The list of what to look at: everything that the text shows by colour is said here in words.

import { ask, say } from "./asking.js";

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

function button(words, act, label = null) {
  const made = element("button", { type: "button", "aria-label": label }, words);
  made.addEventListener("click", act);
  return made;
}

const FOLDED = new Set(["basis", "basis_too", "overrides", "ground", "exception", "measured", "required"]);

// actions: go(card), apply(card), reorder(card), falseAlarm(card), sent(), inRundown()
export function card(told, number, actions) {
  const classes = ["finding", told.severity, told.confirmed ? "" : "unsure"].join(" ").trim();
  const made = element("li", { class: classes, id: `finding-${number}`, tabindex: "-1", "data-fingerprint": told.fingerprint || null });
  made.append(element("p", {}, element("span", { class: "label" }, `${number}. ${told.label}: `), told.said));
  if (told.quoted) made.append(element("p", { class: "quoted" }, `“${told.quoted}”`));
  const rows = (folded) => told.rows.filter((row) => FOLDED.has(row.name) === folded && row.text !== told.said);
  const list = (chosen) => {
    const found = element("dl");
    for (const row of chosen) found.append(element("dt", {}, row.label), element("dd", {}, row.text));
    return found;
  };
  if (rows(false).length) made.append(list(rows(false)));
  const acts = element("p", { class: "actions" });
  const of = `${number}. ${told.said}`;
  if (told.place) acts.append(button(say("go"), () => actions.go(told), `${say("go")}: ${of}`));
  // Of a rundown, edits are told by field: where that cannot be, none is offered.
  const edits = told.fix ? (actions.inRundown() ? told.fix.cells : told.fix.edits) : [];
  if (edits.length) {
    acts.append(button(say("apply"), () => actions.apply(told), `${say("apply")}: ${told.fix.said}`));
  }
  if (told.fix && told.fix.order.length) {
    acts.append(button(say("reorder"), () => actions.reorder(told), `${say("reorder")}: ${told.fix.said}`));
  }
  if (told.fingerprint) acts.append(button(say("false_alarm"), () => actions.falseAlarm(told), `${say("false_alarm")} ${of}`));
  made.append(acts);
  const details = element("details", {}, element("summary", {}, say("more")), list(rows(true)));
  if (told.fingerprint) {
    const tree = element("pre", { hidden: true, tabindex: "0" });
    const why = button(say("why"), async () => {
      tree.hidden = false;
      try {
        tree.textContent = (await ask("why", { ...actions.sent(), fingerprint: told.fingerprint })).tree;
      } catch (error) {
        tree.textContent = error.message || say("gone");
      }
      tree.focus();
    }, `${say("why")} ${of}`);
    details.append(why, tree);
  }
  made.append(details);
  return made;
}

export function fill(details, lines) {
  details.hidden = lines.length === 0;
  details.querySelector("ul").replaceChildren(...lines.map((line) => element("li", {}, line)));
}

export { element, button };
