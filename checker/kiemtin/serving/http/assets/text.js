// The text of the piece: what was typed, places in it, highlights, edits that can be undone.
// The server counts code points, the page UTF-16: places are converted once, for the text that was sent.

const KINDS = ["must", "should", "note", "unsure", "chosen"];
const marks = globalThis.CSS && CSS.highlights && globalThis.Highlight;

// An empty line that is an element holds a break that is no line of its own.
function isFilling(node) {
  return node.parentNode.nodeName === "DIV" && node.parentNode.childNodes.length === 1 && node.parentNode.id !== "draft";
}

export class Draft {
  constructor(element) {
    this.element = element;
    element.setAttribute("contenteditable", "plaintext-only");
    if (element.contentEditable !== "plaintext-only") element.setAttribute("contenteditable", "true");
    this.ranges = [];
    if (marks) for (const kind of KINDS) if (!CSS.highlights.has(kind)) CSS.highlights.set(kind, new Highlight());
  }

  // Text nodes, and line breaks that some way of pasting makes elements of.
  *pieces() {
    const walker = document.createTreeWalker(this.element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) yield { node, words: node.data };
      else if (node.nodeName === "BR" && !isFilling(node)) yield { node, words: "\n" };
      else if (node.nodeName === "DIV" && node !== this.element.firstChild) yield { node, words: "\n" };
    }
  }

  get text() {
    let words = "";
    for (const piece of this.pieces()) words += piece.words;
    return words.replace(/\u00a0/g, " ");
  }

  set text(words) {
    this.element.textContent = words.replace(/\r\n?/g, "\n");
  }

  // UTF-16 offsets of code points, in one pass: places come in any order.
  static offsets(text, points) {
    const found = new Map();
    const wanted = [...new Set(points)].sort((a, b) => a - b);
    let at = 0;
    let point = 0;
    for (const next of wanted) {
      while (point < next && at < text.length) {
        at += text.codePointAt(at) > 0xffff ? 2 : 1;
        point += 1;
      }
      found.set(next, at);
    }
    return found;
  }

  range(start, end) {
    const made = document.createRange();
    let passed = 0;
    let begun = false;
    for (const { node, words } of this.pieces()) {
      const text = node.nodeType === Node.TEXT_NODE;
      const size = words.length;
      if (!begun && (start < passed + size || (text && start === passed + size))) {
        if (text) made.setStart(node, start - passed);
        else made.setStartBefore(node);
        begun = true;
      }
      if (begun && end <= passed + size) {
        if (text) made.setEnd(node, end - passed);
        else if (end === passed) made.setEndBefore(node);
        else if (node.nodeName === "DIV") made.setEnd(node, 0);
        else made.setEndAfter(node);
        return made;
      }
      passed += size;
    }
    return null;
  }

  // places: [{start, end, kind}] in UTF-16 of the present text.
  mark(places) {
    this.ranges = places.map((place) => this.range(place.start, place.end));
    if (!marks) return;
    for (const kind of KINDS) CSS.highlights.get(kind).clear();
    places.forEach((place, index) => {
      const range = this.ranges[index];
      if (range && !range.collapsed) CSS.highlights.get(place.kind).add(range);
    });
  }

  choose(range) {
    if (marks) {
      const chosen = CSS.highlights.get("chosen");
      chosen.clear();
      chosen.add(range);
    }
    this.element.focus({ preventScroll: true });
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    const box = range.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) scrollBy({ top: box.top - innerHeight / 3 });
  }

  // edits: [{start, end, text}] in UTF-16; each can be undone with the browser's own undo.
  apply(edits) {
    this.element.focus({ preventScroll: true });
    for (const edit of [...edits].sort((a, b) => b.start - a.start)) {
      const range = this.range(edit.start, edit.end);
      if (!range) return false;
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      const done = edit.text
        ? document.execCommand("insertText", false, edit.text)
        : document.execCommand("delete");
      if (!done) {
        range.deleteContents();
        range.insertNode(document.createTextNode(edit.text));
      }
    }
    return true;
  }
}
