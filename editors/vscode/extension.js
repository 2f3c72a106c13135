// Starts `kiemtin lsp` and speaks to it; all that is known of rules and drafts is there.

const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function activate() {
  const settings = workspace.getConfiguration("kiemtin");
  const command = settings.get("command");
  const args = ["--lang", settings.get("language"), "lsp"];
  const documents = [{ scheme: "file", language: "quy" }];
  if (settings.get("drafts")) {
    documents.push({ scheme: "file", language: "markdown" }, { scheme: "file", language: "plaintext" });
  }
  client = new LanguageClient("kiemtin", "Kiểm tin", { command, args }, { documentSelector: documents });
  return client.start();
}

function deactivate() {
  return client && client.stop();
}

module.exports = { activate, deactivate };
