// What is pasted with no plain text beside its markup: its words, a line for each paragraph. Nothing of it is
// run or fetched: the document that it is parsed into is never shown.

const NO_WORDS = new Set(["SCRIPT", "STYLE", "TEMPLATE", "HEAD", "TITLE", "NOSCRIPT", "IFRAME", "OBJECT", "SVG"]);
const LINES = new Set("ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL".split(" "));
const KEPT = /white-space:\s*(pre|break-spaces)/;

export function plain(html) {
  let words = "";
  const line = () => {
    words = words.replace(/[ \t]+$/, "");
    if (words && !words.endsWith("\n")) words += "\n";
  };
  const walk = (node, kept) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const said = kept ? node.data : node.data.replace(/[ \t\r\n\f]+/g, " ");
      words += /(^|\s)$/.test(words) && !kept ? said.replace(/^ /, "") : said;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || NO_WORDS.has(node.nodeName.toUpperCase())) return;
    if (node.nodeName === "BR") {
      words += "\n";
      return;
    }
    const parts = LINES.has(node.nodeName);
    if (parts) line();
    const pre = kept || node.nodeName === "PRE" || KEPT.test(node.getAttribute("style") || "");
    for (const child of node.childNodes) walk(child, pre);
    if (parts) line();
    else if (node.nodeName === "TD" || node.nodeName === "TH") words += "\t";
  };
  walk(new DOMParser().parseFromString(html, "text/html").body, false);
  return words.replace(/\u00a0/g, " ").trim();
}

// take(file): a file that is pasted is opened as one that is dropped.
export function onPaste(element, take) {
  element.addEventListener("paste", (event) => {
    const data = event.clipboardData;
    if (data.getData("text/plain")) return; // the browser's own way
    const words = plain(data.getData("text/html"));
    if (words) {
      event.preventDefault();
      document.execCommand("insertText", false, words);
    } else if (data.files.length) {
      event.preventDefault();
      take(data.files[0]);
    }
  });
}
