// The page: what is typed is checked after a pause, what came of it is shown beside it. Nothing is kept.

import { Gone, NeedsToken, NotAnswered, ask, copy, download, hasToken, open, pack, say, settled, usePack, useToken } from "./asking.js";
import { card, element, fill } from "./findings.js";
import { names } from "./names.js";
import { onPaste } from "./paste.js";
import { Rundown } from "./rundown.js";
import { Draft } from "./text.js";

const PAUSE = 250;
const AGAIN = 3000;
const by = (id) => document.getElementById(id);
const draft = new Draft(by("draft"));
const rundown = new Rundown(by("rundown"), (pause) => later(pause), tell);
const fields = ["published", "medium", "event", "page"];

let file = null; // as it was opened, while its text is as it was
let opened = "";
let cards = [];
let places = [];
let timer = 0;
let retry = 0;
let asked = null;
let alarmed = null;
let inRundown = false;
let checked = ""; // the rundown of which the findings are

function metadata() {
  const said = {};
  const keys = { published: "ngày đăng", medium: "loại hình", event: "sự kiện", page: "trang" };
  for (const name of fields) if (by(name).value.trim()) said[keys[name]] = by(name).value.trim();
  return said;
}

names(metadata);

function sent() {
  return inRundown ? { rows: rundown.rows, metadata: metadata() } : { text: draft.text, metadata: metadata() };
}

function tell(words) {
  by("told").textContent = words;
}

function status(words, wrong = false) {
  by("status").textContent = words;
  by("status").classList.toggle("wrong", wrong);
}

function later(pause = PAUSE) {
  clearTimeout(timer);
  clearTimeout(retry);
  by("findings").setAttribute("aria-busy", "true");
  timer = setTimeout(check, pause);
}

function isEmpty() {
  return inRundown ? rundown.rows.length === 0 : !draft.text.trim();
}

async function check() {
  if (asked) asked.abort();
  if (isEmpty()) {
    show({ cards: [], open: [], notes: [], about: [], measures: [], left_out: 0 }, "");
    status(say("empty"));
    return;
  }
  const running = new AbortController();
  asked = running;
  const text = draft.text;
  const given = sent();
  status(say("waiting"));
  try {
    const told = await ask("check", given, running.signal);
    if (asked !== running) return; // more was typed meanwhile
    checked = inRundown ? JSON.stringify(given) : "";
    show(told, text);
    status([told.summary, ...told.verdict.slice(0, 1)].join(" "));
  } catch (error) {
    if (error.name === "AbortError" || asked !== running) return;
    by("findings").classList.add("stale");
    by("findings").removeAttribute("aria-busy");
    const gone = error instanceof Gone;
    status(gone ? say("gone") : say("not_answered", { reason: error.message }), true);
    if (error instanceof NeedsToken) by("locked").hidden = false;
    if (cards.length) tell(say("stale"));
    if (gone || !(error instanceof NotAnswered)) retry = setTimeout(check, AGAIN);
  }
}

function show(told, text) {
  cards = told.cards;
  by("findings").classList.remove("stale");
  by("findings").removeAttribute("aria-busy");
  if (inRundown) {
    rundown.mark(cards.filter((each) => each.item >= 0).map((each) => each.item));
    places = cards.map(() => null);
  } else {
    const points = cards.flatMap((each) => [...(each.place || []), ...(each.fix ? each.fix.edits.flatMap((edit) => edit.slice(0, 2)) : [])]);
    const offsets = Draft.offsets(text, points);
    places = cards.map((each) => each.place && { start: offsets.get(each.place[0]), end: offsets.get(each.place[1]), kind: each.confirmed ? each.severity : "unsure" });
    for (const each of cards) {
      if (each.fix) each.edits = each.fix.edits.map(([start, end, words]) => ({ start: offsets.get(start), end: offsets.get(end), text: words }));
    }
    if (draft.text === text) draft.mark(places.map((place) => place || { start: 0, end: 0, kind: "note" }));
  }
  const made = cards.map((each, index) => card(each, index + 1, { go, apply, reorder, falseAlarm, sent, inRundown: () => inRundown }));
  const held = controlInUse();
  const unfolded = new Set([...by("findings").querySelectorAll("details[open]")].map(fingerprintOf));
  by("findings").replaceChildren(...made);
  for (const each of made) {
    if (each.dataset.fingerprint && unfolded.has(each.dataset.fingerprint)) each.querySelector("details").open = true;
  }
  if (held) resume(held);
  by("left-out").hidden = !told.left_out;
  by("left-out").textContent = told.left_out ? say("left_out", { n: told.left_out }) : "";
  fill(by("open-rules"), told.open);
  fill(by("notes"), told.notes);
  fill(by("about"), told.about);
  const measures = told.measures.map((each) => {
    const words = say("measure", each);
    const of = inRundown && each.item >= 0 ? `${each.item + 1}. ` : "";
    return element("li", { class: each.kept ? null : "broken" }, of + words);
  });
  by("measures").replaceChildren(...measures);
}

function fingerprintOf(inside) {
  return inside.closest("#findings > li").dataset.fingerprint;
}

// The control of the list that has the focus: the list is drawn anew under who walks through it.
function controlInUse() {
  const card = document.activeElement.closest("#findings > li");
  if (!card) return null;
  const control = [card, ...card.querySelectorAll("button, summary, pre")].indexOf(document.activeElement);
  return { fingerprint: card.dataset.fingerprint, number: [...card.parentNode.children].indexOf(card), control };
}

function resume({ fingerprint, number, control }) {
  const list = [...by("findings").children];
  const card = list.find((each) => fingerprint && each.dataset.fingerprint === fingerprint);
  if (card) ([card, ...card.querySelectorAll("button, summary, pre")][control] || card).focus();
  else if (list.length) list[Math.min(number, list.length - 1)].focus(); // what was there has been mended
  else by("status").focus();
}

function go(told) {
  if (inRundown) {
    // A place is that of the words as they were sent: while they are being checked anew it may be another.
    if (told.cell && !isOld() && rundown.choose(told.cell)) return;
    const row = by("rundown").querySelector(`tr[data-row="${told.item}"] button:not(:disabled)`);
    if (row) row.focus();
    return;
  }
  const range = draft.ranges[cards.indexOf(told)];
  if (range) draft.choose(range);
}

// Whether what is shown is of words that have changed since.
function isOld() {
  return by("status").textContent === say("waiting") || (inRundown && checked !== JSON.stringify(sent()));
}

function apply(told) {
  // Places move with what is typed: an edit is made where its words still stand.
  if (isOld()) return;
  if (inRundown ? rundown.apply(told.fix.cells) : draft.apply(told.edits)) {
    tell(say("applied", { what: told.fix.said }));
    later(0);
  }
}

function reorder(told) {
  rundown.reorder(told.fix.order);
}

function falseAlarm(told) {
  alarmed = told;
  by("false-what").textContent = told.said;
  by("false-said").textContent = "";
  by("false-text").hidden = true;
  by("reason").value = "";
  by("false-alarm").showModal();
}

by("cancel").addEventListener("click", () => by("false-alarm").close());
by("keep").addEventListener("click", async () => {
  const given = { fingerprint: alarmed.fingerprint, reason: by("reason").value, person: by("person").value };
  try {
    const told = await ask("false-alarm", { ...sent(), ...given });
    if (told.kept) {
      by("false-alarm").close();
      tell(say("kept"));
      later(0);
    } else {
      by("false-said").textContent = say("kept_here");
      by("false-text").textContent = told.waiver;
      by("false-text").hidden = false;
      by("false-text").focus();
    }
  } catch (error) {
    by("false-said").textContent = error.message || say("gone");
  }
});

async function take(given) {
  status(say("waiting"));
  let told;
  try {
    told = await open(given);
  } catch (error) {
    status(error instanceof Gone ? say("gone") : say("not_answered", { reason: error.message }), true);
    return;
  }
  file = given;
  switchTo(told.kind === "bulletin");
  if (inRundown) {
    rundown.show(told.rows);
  } else {
    draft.text = told.text;
    for (const name of fields) by(name).value = told.said[name] || "";
  }
  opened = JSON.stringify(sent());
  later(0);
}

function switchTo(bulletin) {
  inRundown = bulletin;
  by("draft").hidden = bulletin;
  by("rundown").hidden = !bulletin;
  by("hint").hidden = bulletin;
  by("copy").hidden = by("download").hidden = bulletin;
  by("piece-head").textContent = say(bulletin ? "rundown" : "draft");
  by("word").textContent = say(bulletin ? "workbook" : "word");
}

// The file that was opened, if nothing was changed since.
function unchanged() {
  return file && opened === JSON.stringify(sent()) ? file : null;
}

function base() {
  return file ? file.name.replace(/\.[^.]*$/, "") : "bai";
}

by("open").addEventListener("click", () => by("file").click());
by("file").addEventListener("change", () => {
  if (by("file").files.length) take(by("file").files[0]);
  by("file").value = "";
});
by("clear").addEventListener("click", () => {
  file = null;
  switchTo(false);
  draft.text = "";
  for (const name of fields) by(name).value = "";
  tell("");
  by("draft").focus();
  later(0);
});
by("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(draft.text);
  tell(say("copied"));
});
by("download").addEventListener("click", () => {
  download(new Blob([draft.text], { type: "text/plain;charset=utf-8" }), `${base()}.txt`);
});
for (const [id, format] of [["word", "docx"], ["report", "html"]]) {
  by(id).addEventListener("click", async () => {
    if (isEmpty()) return;
    try {
      const same = unchanged();
      const made = await copy(format, sent(), same);
      const suffix = format === "html" ? "html" : inRundown ? "xlsx" : "docx";
      download(made, `${base()}.kiemtin.${suffix}`);
    } catch (error) {
      status(error instanceof Gone ? say("gone") : say("not_answered", { reason: error.message }), true);
    }
  });
}

for (const name of fields) by(name).addEventListener("input", () => later());
by("draft").addEventListener("input", (event) => {
  if (!event.isComposing) later();
});
by("draft").addEventListener("compositionend", () => later());
by("draft").addEventListener("keydown", (event) => {
  if (event.key !== "F8" || !cards.length) return;
  event.preventDefault();
  const selection = getSelection();
  const here = selection.rangeCount ? selection.getRangeAt(0) : null;
  const ranges = draft.ranges.filter((range) => range && !range.collapsed);
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  const after = (range) => !here || range.compareBoundaryPoints(Range.START_TO_START, here) > 0;
  const before = (range) => here && range.compareBoundaryPoints(Range.START_TO_START, here) < 0;
  const chosen = event.shiftKey ? ranges.filter(before).pop() || ranges[ranges.length - 1] : ranges.find(after) || ranges[0];
  if (!chosen) return;
  draft.choose(chosen);
  const told = cards[draft.ranges.indexOf(chosen)];
  tell(`${told.label}: ${told.said}`);
});
onPaste(by("draft"), take);
for (const place of [document]) {
  place.addEventListener("dragover", (event) => event.preventDefault());
  place.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });
}
addEventListener("beforeunload", (event) => {
  if (!isEmpty() || by("names-text").value.trim()) event.preventDefault();
});

const other = settled.lang === "en" ? "vi" : "en";
const toOther = () => {
  by("language").href = (other === "en" ? "/?lang=en" : "/") + location.hash;
};
toOther();
by("language").hreflang = other;
by("language").lang = other;
if (settled.packs.length > 1) {
  by("packs").hidden = false;
  for (const [name, title] of settled.packs) by("pack").append(new Option(title, name));
  by("pack").value = pack;
  by("pack").addEventListener("change", () => {
    usePack(by("pack").value);
    toOther();
    later(0);
  });
}
by("locked").hidden = !settled.token || hasToken;
if (settled.token) {
  by("token").addEventListener("input", () => {
    useToken(by("token").value.trim());
    later();
  });
}
switchTo(false);
by("draft").focus();
