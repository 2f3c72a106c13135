// Requests to our own server and to nobody else. What cannot be answered is told as not checked.

export const settled = JSON.parse(document.getElementById("settled").textContent);
export const words = settled.words;

export function say(name, values = {}) {
  return words[name].replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
}

export class NotAnswered extends Error {}
export class NeedsToken extends NotAnswered {}
export class Gone extends Error {}

// What stands behind # reaches no server: the secret of this run, and the pack that was chosen.
const kept = new URLSearchParams(location.hash.slice(1));
let token = kept.get("token") || "";
export const hasToken = Boolean(token);
export function useToken(given) {
  token = given;
}

const offered = settled.packs.map(([name]) => name);
export let pack = offered.includes(kept.get("pack")) ? kept.get("pack") : "";
export function usePack(name) {
  pack = name;
  if (name) kept.set("pack", name);
  else kept.delete("pack");
  history.replaceState(null, "", `#${kept}`);
}

async function send(path, body, signal) {
  const headers = { "content-type": "application/octet-stream" };
  if (token) headers.authorization = `Bearer ${token}`;
  const query = path.includes("?") ? "&" : "?";
  const by = pack ? `&pack=${encodeURIComponent(pack)}` : "";
  let answer;
  try {
    answer = await fetch(`/page/${path}${query}lang=${settled.lang}${by}`, { method: "POST", headers, body, signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Gone();
  }
  if (answer.ok) return answer;
  let told = {};
  try {
    told = await answer.json();
  } catch {
    // not ours: said as what it is
  }
  throw new (answer.status === 401 ? NeedsToken : NotAnswered)(told.said || told[settled.lang] || String(answer.status));
}

export async function ask(what, sent, signal) {
  return (await send(what, JSON.stringify(sent), signal)).json();
}

export async function open(file) {
  return (await send(`open?name=${encodeURIComponent(file.name)}`, await file.arrayBuffer())).json();
}

export async function copy(format, sent, file) {
  const name = file ? `&name=${encodeURIComponent(file.name)}` : "";
  const body = file ? await file.arrayBuffer() : JSON.stringify(sent);
  return (await send(`copy?format=${format}${name}`, body)).blob();
}

export function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
