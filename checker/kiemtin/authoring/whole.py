"""The whole server: beside one text also the packs around it, examples that are run, colours by meaning."""

from __future__ import annotations

from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.uris import from_fs_path
from pygls.workspace import TextDocument

from kiemtin.authoring.examining import lenses, run
from kiemtin.authoring.highlighting import COLOURS, colours
from kiemtin.authoring.library import Library, Symbol, everywhere
from kiemtin.authoring.pack_text import PackText, pack_text
from kiemtin.authoring.places import Lines
from kiemtin.authoring.renaming import RefusedError, rename, renamed_at
from kiemtin.authoring.server import PACK, Author, path_of, suffix_of
from kiemtin.authoring.server import build as build_for_texts
from kiemtin.checking.workbench import Workbench
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import KiemtinError

RUN = "kiemtin.runExamples"
REFUSED = -32803
"""RequestFailed of LSP 3.17: the request was understood, and there is a reason not to."""
_LEGEND = lsp.SemanticTokensLegend(list(COLOURS), ["declaration"])


def build(lang: Lang) -> Author:
    """A server that is not yet spoken to."""
    server = build_for_texts(lang)
    around = _Around(server)
    _answer_about_uses(server, around)
    _run_examples(server, around)
    _colour(server, around)
    return server


class _Around:
    """The open packs, and ranges in any file as the client counts them."""

    def __init__(self, server: Author) -> None:
        self.server = server

    def pack(self, uri: str) -> tuple[TextDocument, PackText, Library] | None:
        document = self.server.workspace.get_text_document(uri)
        if suffix_of(document) != PACK:
            return None
        path = str(path_of(document))
        return (
            document,
            pack_text(document.source, path),
            Library(path, {**self.held(), path: _bytes(document)}),
        )

    def held(self) -> dict[str, bytes]:
        """What the editor has open, by path."""
        texts = self.server.workspace.text_documents.values()
        return {str(path_of(each)): _bytes(each) for each in texts if suffix_of(each) == PACK}

    def range(self, pack: PackText, span: Span) -> lsp.Range:
        document = self.server.workspace.get_text_document(self.uri(pack.path))
        lines = Lines(pack.source)
        return self.server.client_range(document, lines, lines.range(span.start, span.end))

    def uri(self, path: str) -> str:
        """The address as the editor spells it, if it has the file open."""
        texts = self.server.workspace.text_documents.values()
        opened = next((each.uri for each in texts if str(path_of(each)) == path), None)
        return opened or from_fs_path(path) or path

    def asked(self, told: Any) -> tuple[PackText, Library, int] | None:
        """A pack and the offset that is asked about."""
        found = self.pack(told.text_document.uri)
        if found is None:
            return None
        document, pack, library = found
        return pack, library, self.server.offset(document, Lines(pack.source), told.position)


def _bytes(document: TextDocument) -> bytes:
    return document.source.encode("utf-8", "surrogatepass")


def _answer_about_uses(server: Author, around: _Around) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def refer(told: lsp.ReferenceParams) -> list[lsp.Location]:
        asked = around.asked(told)
        if asked is None:
            return []
        pack, library, offset = asked
        one = pack.occurrence_at(pack.inner(offset)) if pack.pieces else None
        symbol: Symbol | None = library.symbol(pack, one) if one is not None else None
        if symbol is None:
            return []
        return [
            lsp.Location(
                around.uri(use.pack.path),
                around.range(use.pack, use.pack.outer(Span(use.occurrence.start, use.occurrence.end))),
            )
            for use in everywhere(symbol, pack.path, library.held)
            if told.context.include_declaration or not use.occurrence.defines
        ]

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(told: lsp.PrepareRenameParams) -> lsp.Range | None:
        asked = around.asked(told)
        named = renamed_at(asked[1], asked[0], asked[2]) if asked is not None else None
        return around.range(asked[0], named[1]) if asked is not None and named is not None else None

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def change(told: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        asked = around.asked(told)
        if asked is None:
            return None
        pack, library, offset = asked
        try:
            edits = rename(library, pack, offset, told.new_name, server.bind_office(), server.lang)
        except RefusedError as refused:
            raise JsonRpcException(str(refused), REFUSED) from None
        packs = {each.path: each for each in (*library.packs, *_neighbours(edits, library))}
        changes: dict[str, list[lsp.TextEdit]] = {}
        for edit in edits:
            place = around.range(packs[edit.path], edit.span)
            changes.setdefault(around.uri(edit.path), []).append(lsp.TextEdit(place, edit.text))
        return lsp.WorkspaceEdit(changes)


def _neighbours(edits: Any, library: Library) -> list[PackText]:
    return [Library(path, library.held).packs[0] for path in {edit.path for edit in edits}]


def _run_examples(server: Author, around: _Around) -> None:
    bench = Workbench()

    @server.feature(lsp.TEXT_DOCUMENT_CODE_LENS, lsp.CodeLensOptions())
    def lens(told: lsp.CodeLensParams) -> list[lsp.CodeLens]:
        uri = told.text_document.uri
        found = around.pack(uri)
        if found is None:
            return []
        pack = found[1]
        return [
            lsp.CodeLens(
                around.range(pack, each.span),
                lsp.Command(each.title, RUN, arguments=[uri, each.rule, each.number]),
            )
            for each in lenses(pack, server.lang)
        ]

    @server.command(RUN)
    def run_them(*told: Any) -> str | None:
        """Tells what came of it, and gives it back."""
        if len(told) != 3 or not isinstance(told[0], str) or not isinstance(told[2], int):
            return None
        found = around.pack(told[0])
        if found is None:
            return None
        _, pack, library = found
        try:
            came = run(pack, library.held, str(told[1]), told[2], bench, server.lang)
        except KiemtinError as error:
            problem = error.problems[0]
            said, kind = message(problem.code, server.lang, problem.arguments), lsp.MessageType.Error
        else:
            said, kind = came.said, lsp.MessageType.Info if came.ok else lsp.MessageType.Warning
        server.window_show_message(lsp.ShowMessageParams(kind, said))
        return said


def _colour(server: Author, around: _Around) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, _LEGEND)
    def tokens(told: lsp.SemanticTokensParams) -> lsp.SemanticTokens:
        """Each relative to the one before, as the protocol packs them."""
        found = around.pack(told.text_document.uri)
        data: list[int] = []
        line = start = 0
        if found is not None:
            document, pack, _ = found
            lines = Lines(pack.source)
            for each in colours(pack):
                place = server.client_range(document, lines, lines.range(each.span.start, each.span.end))
                at, begin = place.start.line, place.start.character
                relative = begin - start if at == line else begin
                size = place.end.character - begin
                data += [at - line, relative, size, COLOURS.index(each.colour), int(each.defines)]
                line, start = at, begin
        return lsp.SemanticTokens(data)
