// A bulletin as a table: rows are moved by keys or by hand, sums follow at once.

import { say } from "./asking.js";
import { button, element } from "./findings.js";

export function seconds(words) {
  const parts = words.trim().split(":");
  if (!words.trim() || parts.some((part) => !/^\d+(\.\d+)?$/.test(part))) return null;
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0);
}

export function clock(total) {
  const whole = Math.round(Math.abs(total));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export class Rundown {
  // changed(): rows moved or a time was written; tell(words): for who cannot see it.
  constructor(place, changed, tell) {
    this.place = place;
    this.changed = changed;
    this.tell = tell;
    this.rows = [];
    this.slot = "";
  }

  show(rows) {
    this.rows = rows;
    this.marked = new Set();
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
    this.tell(say("moved", { what: row.headline || row.text.slice(0, 60), n: to + 1 }));
    const wanted = this.place.querySelector(`tr[data-row="${to}"] button.${focus}`);
    if (wanted) (wanted.disabled ? this.place.querySelector(`tr[data-row="${to}"] button:not(:disabled)`) : wanted).focus();
    this.changed();
  }

  // order: indexes of the rows to move, as they should follow each other, in the places that they have now.
  reorder(order) {
    const places = [...order].sort((a, b) => a - b);
    const moved = order.map((index) => this.rows[index]);
    places.forEach((at, index) => {
      this.rows[at] = moved[index];
    });
    this.draw();
    this.changed();
  }

  draw() {
    const head = element("tr", {}, ...["number", "headline", "block", "planned", "actual"].map((name) => element("th", { scope: "col" }, say(name))), element("td"));
    const body = element("tbody");
    this.rows.forEach((row, index) => body.append(this.row(row, index)));
    const table = element("table", {}, element("caption", {}, say("rundown")), element("thead", {}, head), body, this.sums());
    this.place.replaceChildren(element("div", { class: "sheet" }, table), this.budget());
  }

  row(row, index) {
    const name = row.headline || row.text.slice(0, 80);
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
        this.draw();
        this.changed();
      });
      return element("td", { class: "time" }, input);
    };
    const made = element("tr", { "data-row": String(index), draggable: "true", class: this.marked.has(index) ? "marked" : null }, element("td", {}, String(index + 1)), element("td", {}, name), element("td", {}, row.block), time("planned"), time("actual"), element("td", {}, up, " ", down));
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
        return element("td", { class: "time" }, some ? `${whole ? "" : "≥ "}${clock(sum)}` : "–");
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
    const show = () => {
      this.slot = input.value;
      const given = Number(input.value.replace(",", "."));
      const { sum, some } = this.total(this.total("actual", this.rows).whole ? "actual" : "planned", this.rows);
      if (!input.value || !(given > 0) || !some) told.textContent = "";
      else told.textContent = ` ${say(sum > given * 60 ? "over" : "under", { time: clock(sum - given * 60) })}`;
    };
    input.addEventListener("input", show);
    show();
    return element("p", {}, element("label", {}, `${say("limit")} `, input), told);
  }
}
