// Requests to our own server and to nobody else. What cannot be answered is told as not checked.

export const settled = JSON.parse(document.getElementById("settled").textContent);
export const words = settled.words;

export function say(name, values = {}) {
  return words[name].replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
}

export class NotAnswered extends Error {}
export class Gone extends Error {}

let token = "";
export function useToken(given) {
  token = given;
}

async function send(path, body, signal) {
  const headers = { "content-type": "application/octet-stream" };
  if (token) headers.authorization = `Bearer ${token}`;
  const query = path.includes("?") ? "&" : "?";
  let answer;
  try {
    answer = await fetch(`/page/${path}${query}lang=${settled.lang}`, { method: "POST", headers, body, signal });
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
  throw new NotAnswered(told.said || told[settled.lang] || String(answer.status));
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
