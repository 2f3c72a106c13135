"""A client that speaks to `kiemtin lsp` over its pipes, message by message."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

PROGRAM = "import sys; from kiemtin_cli.main import main; main()"


class Client:
    def __init__(self, folder: Path, encodings: list[str]) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "lsp"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
        )
        self._number = 0
        self.told: list[dict[str, Any]] = []
        answer = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder.as_uri(),
                "capabilities": {"general": {"positionEncodings": encodings}},
            },
        )
        self.abilities = answer["capabilities"]
        self.tell("initialized", {})

    def tell(self, method: str, params: object) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        self._number += 1
        self._send({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            self.told.append(message)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        stream = self.process.stdout
        assert stream is not None
        size = 0
        while (line := stream.readline().strip()) != b"":
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                size = int(value)
        assert size, "the server has ended"
        found: dict[str, Any] = json.loads(stream.read(size))
        return found

    def open(self, name: str, text: str) -> str:
        uri = (self.folder / name).as_uri()
        told = {"uri": uri, "languageId": "x", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": told})
        return uri

    def doubts(self, uri: str) -> list[dict[str, Any]]:
        """The newest diagnostics of a document: a request is answered after all that was told before it."""
        self.ask("textDocument/foldingRange", {"textDocument": {"uri": uri}})
        published = [
            each["params"]["diagnostics"]
            for each in self.told
            if each.get("method") == "textDocument/publishDiagnostics" and each["params"]["uri"] == uri
        ]
        assert published, "nothing was published"
        found: list[dict[str, Any]] = published[-1]
        return found

    def at(self, method: str, uri: str, line: int, character: int, **more: object) -> Any:
        position = {"line": line, "character": character}
        return self.ask(method, {"textDocument": {"uri": uri}, "position": position, **more})

    def end(self) -> int:
        self.ask("shutdown", None)
        self.tell("exit", None)
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()
        return self.process.wait(20)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Callable[..., Client]]:
    started: list[Client] = []

    def start(*encodings: str) -> Client:
        started.append(Client(tmp_path, [*encodings] or ["utf-16"]))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            assert each.end() == 0
