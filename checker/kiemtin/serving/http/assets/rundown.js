// A bulletin as a table: rows are moved by keys or by hand, their words are edited below, sums follow at once.

import { say } from "./asking.js";
import { button, element } from "./findings.js";
import { Draft } from "./text.js";

export function seconds(words) {
  const parts = words.trim().split(":");
  if (!words.trim() || parts.some((part) => !/^\d+(\.\d+)?$/.test(part))) return null;
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0);
}

export function clock(total) {
  const whole = Math.round(Math.abs(total));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

const WORDS = ["headline", "lead", "text", "graphic", "caption"];
const ALWAYS = new Set(["headline", "lead", "text"]);

// As Word counts: what stands between spaces.
export function count(row) {
  return WORDS.flatMap((field) => row[field].split(/\s+/)).filter(Boolean).length;
}

export class Rundown {
  // changed(pause): rows moved, a time or words were written; tell(words): for who cannot see it.
  constructor(place, changed, tell) {
    this.place = place;
    this.changed = changed;
    this.tell = tell;
    this.rows = [];
    this.slot = "";
    this.marked = new Set();
    this.unfolded = new Set(); // rows whose words are being edited, wherever they are moved
  }

  show(rows) {
    this.rows = rows;
    this.marked = new Set();
    this.unfolded = new Set();
    this.draw();
  }

  mark(items) {
    this.marked = new Set(items);
    this.place.querySelectorAll("tbody tr[data-row]").forEach((row) => {
      row.classList.toggle("marked", this.marked.has(Number(row.dataset.row)));
    });
  }

  move(from, to, focus) {
    if (to < 0 || to >= this.rows.length || from === to) return;
    const [row] = this.rows.splice(from, 1);
    this.rows.splice(to, 0, row);
    this.draw();
    this.tell(say("moved", { what: this.name(row), n: to + 1 }));
    const wanted = this.place.querySelector(`tr[data-row="${to}"] button.${focus}`);
    if (wanted) (wanted.disabled ? this.place.querySelector(`tr[data-row="${to}"] button:not(:disabled)`) : wanted).focus();
    this.changed(0);
  }

  // order: indexes of the rows to move, as they should follow each other, in the places that they have now.
  reorder(order) {
    const places = [...order].sort((a, b) => a - b);
    const moved = order.map((index) => this.rows[index]);
    places.forEach((at, index) => {
      this.rows[at] = moved[index];
    });
    this.draw();
    this.changed(0);
  }

  draw() {
    const head = element("tr", {}, ...["number", "headline", "block", "planned", "actual"].map((name) => element("th", { scope: "col" }, say(name))), element("td"));
    const body = element("tbody");
    this.rows.forEach((row, index) => {
      body.append(this.row(row, index));
      if (this.unfolded.has(row)) body.append(this.words(row, index));
    });
    const table = element("table", {}, element("caption", {}, say("rundown")), element("thead", {}, head), body, this.sums());
    this.place.replaceChildren(element("div", { class: "sheet" }, table), this.budget());
  }

  // Sums anew; what is being written in stays as it is.
  refresh() {
    this.place.querySelector("tfoot").replaceWith(this.sums());
    this.showBudget();
  }

  name(row) {
    return row.headline || row.text.slice(0, 80) || say("without_headline");
  }

  unfold(index, field = "headline") {
    const row = this.rows[index];
    if (!this.unfolded.has(row)) {
      this.unfolded.add(row);
      this.draw();
    }
    const input = this.place.querySelector(`tr.words[data-of="${index}"] [data-field="${field}"]`);
    if (input) input.focus();
    return input;
  }

  fold(index) {
    this.unfolded.delete(this.rows[index]);
    this.draw();
    this.place.querySelector(`tr[data-row="${index}"] button.edit`).focus();
  }

  words(row, index) {
    const fields = WORDS.filter((field) => ALWAYS.has(field) || row[field]);
    const counted = element("p", { class: "hint" }, say("words_of", { n: count(row) }));
    const made = fields.map((field) => {
      const input = element("textarea", { rows: field === "text" ? "6" : "2", "data-field": field, spellcheck: "false" });
      input.value = row[field];
      const take = () => {
        row[field] = input.value.normalize("NFC");
        counted.textContent = say("words_of", { n: count(row) });
        if (field === "headline" || !row.headline) this.place.querySelector(`tr[data-row="${index}"] .name`).textContent = this.name(row);
      };
      input.addEventListener("input", (event) => {
        take();
        if (!event.isComposing) this.changed();
      });
      input.addEventListener("compositionend", () => {
        take();
        this.changed();
      });
      input.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !event.isComposing) this.fold(index);
      });
      return element("label", {}, say(field), input);
    });
    return element("tr", { class: "words", "data-of": String(index) }, element("td", { colspan: "6" }, ...made, counted));
  }

  // cell: [row, field, start, end] in code points of the field as it was sent.
  choose([index, field, start, end]) {
    const input = this.unfold(index, field);
    if (!input) return false;
    const at = Draft.offsets(input.value, [start, end]);
    input.setSelectionRange(at.get(start), at.get(end));
    return true;
  }

  // cells: [row, field, start, end, words]; each can be undone with the browser's own undo.
  apply(cells) {
    for (const [row, field, start, end, words] of [...cells].sort((a, b) => b[2] - a[2])) {
      if (!this.choose([row, field, start, end])) return false;
      if (words) document.execCommand("insertText", false, words);
      else document.execCommand("delete");
    }
    return true;
  }

  row(row, index) {
    const name = this.name(row);
    const edit = button("✎", () => (this.unfolded.has(row) ? this.fold(index) : this.unfold(index)), `${say("edit_row")}: ${name}`);
    edit.className = "edit";
    edit.setAttribute("aria-expanded", String(this.unfolded.has(row)));
    const up = button("↑", () => this.move(index, index - 1, "up"), `${say("move_up")}: ${name}`);
    const down = button("↓", () => this.move(index, index + 1, "down"), `${say("move_down")}: ${name}`);
    up.className = "up";
    down.className = "down";
    up.disabled = index === 0;
    down.disabled = index === this.rows.length - 1;
    const time = (field) => {
      const input = element("input", { value: row[field] ? clock(Number(row[field])) : "", "aria-label": `${say(field)}: ${name}`, inputmode: "numeric" });
      input.addEventListener("change", () => {
        const given = seconds(input.value);
        row[field] = given === null ? "" : String(given);
        input.value = row[field] ? clock(given) : "";
        this.refresh();
        this.changed(0);
      });
      return element("td", { class: "time", "data-label": say(field) }, input);
    };
    const made = element("tr", { "data-row": String(index), draggable: "true", class: this.marked.has(index) ? "marked" : null }, element("td", {}, String(index + 1)), element("td", { class: "name" }, name), element("td", {}, row.block), time("planned"), time("actual"), element("td", { class: "acts" }, edit, " ", up, " ", down));
    made.addEventListener("dragstart", (event) => {
      event.dataTransfer.setData("text/plain", String(index));
      event.dataTransfer.effectAllowed = "move";
      made.classList.add("dragged");
    });
    made.addEventListener("dragend", () => made.classList.remove("dragged"));
    made.addEventListener("dragover", (event) => event.preventDefault());
    made.addEventListener("drop", (event) => {
      event.preventDefault();
      event.stopPropagation();
      const from = Number(event.dataTransfer.getData("text/plain"));
      if (Number.isInteger(from)) this.move(from, index, "up");
    });
    return made;
  }

  total(field, rows) {
    const known = rows.map((row) => row[field]).filter((value) => value !== "");
    return { sum: known.reduce((sum, value) => sum + Number(value), 0), whole: known.length === rows.length, some: known.length > 0 };
  }

  sums() {
    const foot = element("tfoot");
    const line = (label, rows) => {
      const told = (field) => {
        const { sum, whole, some } = this.total(field, rows);
        return element("td", { class: "time", "data-label": say(field) }, some ? `${whole ? "" : "≥ "}${clock(sum)}` : "–");
      };
      foot.append(element("tr", {}, element("td"), element("th", { scope: "row" }, label), element("td"), told("planned"), told("actual"), element("td")));
    };
    const blocks = [...new Set(this.rows.map((row) => row.block).filter(Boolean))];
    for (const block of blocks) line(say("sum_block", { block }), this.rows.filter((row) => row.block === block));
    line(say("sum"), this.rows);
    return foot;
  }

  budget() {
    const input = element("input", { id: "slot", value: this.slot, inputmode: "numeric", size: "5" });
    const told = element("output", { for: "slot" });
    this.showBudget = () => {
      this.slot = input.value;
      const given = Number(input.value.replace(",", "."));
      const { sum, some } = this.total(this.total("actual", this.rows).whole ? "actual" : "planned", this.rows);
      if (!input.value || !(given > 0) || !some) told.textContent = "";
      else told.textContent = ` ${say(sum > given * 60 ? "over" : "under", { time: clock(sum - given * 60) })}`;
    };
    input.addEventListener("input", this.showBudget);
    this.showBudget();
    return element("p", {}, element("label", {}, `${say("limit")} `, input), told);
  }
}
