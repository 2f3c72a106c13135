"""The Language Server Protocol over the answers of this room, on pygls.

Places of the answers count code points; the client's encoding (UTF-8, UTF-16, UTF-32) is what was agreed on
at the start. A document is asked as it stands in the editor, saved or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from kiemtin import __version__
from kiemtin.authoring import completing, drafts, hovering, names, packs
from kiemtin.authoring.places import Lines, Place, Range
from kiemtin.checking.desk import Desk
from kiemtin.foundation.messages import Lang, message

_SEVERITIES = {
    "must": lsp.DiagnosticSeverity.Error,
    "should": lsp.DiagnosticSeverity.Warning,
    "note": lsp.DiagnosticSeverity.Information,
}
_KINDS: dict[str, lsp.SymbolKind] = {
    "document": lsp.SymbolKind.Module, "clause": lsp.SymbolKind.Namespace, "rule": lsp.SymbolKind.Function,
    "table": lsp.SymbolKind.Struct, "parameter": lsp.SymbolKind.Constant, "precedence": lsp.SymbolKind.Enum,
}  # fmt: skip
_OFFERED: dict[str, lsp.CompletionItemKind] = {
    "property": lsp.CompletionItemKind.Property, "keyword": lsp.CompletionItemKind.Keyword,
    "root": lsp.CompletionItemKind.Variable, "rule": lsp.CompletionItemKind.Function,
    "table": lsp.CompletionItemKind.Struct, "parameter": lsp.CompletionItemKind.Constant,
    "precedence": lsp.CompletionItemKind.Enum, "document": lsp.CompletionItemKind.Module,
    "value": lsp.CompletionItemKind.EnumMember,
}  # fmt: skip
PACK = ".quy"
_DRAFTS = (".md", ".markdown", ".txt")
_LARGEST = 2_000_000
"""Characters of a document that is looked at while it is typed."""


class Author(LanguageServer):
    """One for a client; what it loads (vocabulary, rosters, packs) it keeps."""

    def __init__(self, lang: Lang) -> None:
        super().__init__("kiemtin", __version__)
        self.lang = lang
        self._desk: Desk | None = None
        self._bind: packs.BindOffice | None = None

    @property
    def desk(self) -> Desk:
        if self._desk is None:
            self._desk = Desk()
        return self._desk

    def forget_rules(self) -> None:
        """Settings or packs changed on the disk."""
        self._desk = None

    def bind_office(self) -> packs.BindOffice:
        if self._bind is None:
            from kiemtin.officials.words.loading import load_vocabulary

            self._bind = load_vocabulary().office_id
        return self._bind

    # Places

    def client_range(self, document: TextDocument, lines: Lines, found: Range) -> lsp.Range:
        start, end = (self._position(document, lines, place) for place in found)
        return lsp.Range(start, end)

    def _position(self, document: TextDocument, lines: Lines, place: Place) -> lsp.Position:
        codec = document.position_codec
        return lsp.Position(place.line, codec.client_num_units(lines.line(place.line)[: place.character]))

    def offset(self, document: TextDocument, lines: Lines, position: lsp.Position) -> int:
        """Units of the client, counted to the code point that they reach."""
        line = lines.line(position.line)
        units = document.position_codec.client_num_units
        low, high = 0, len(line)
        while low < high:
            middle = (low + high) // 2
            if units(line[:middle]) < position.character:
                low = middle + 1
            else:
                high = middle
        return lines.offset(Place(position.line, low))

    # What is wrong

    def publish(self, document: TextDocument) -> None:
        """Whatever a document makes of it, the server lives."""
        found: list[lsp.Diagnostic] = []
        if len(document.source) <= _LARGEST:
            lines = Lines(document.source)
            if suffix_of(document) == PACK:
                found = [self._of_doubt(document, lines, each) for each in self.doubts(document)]
            elif suffix_of(document) in _DRAFTS:
                found = [self._of_hint(document, lines, each) for each in self.hints(document)]
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(document.uri, found, document.version)
        )

    def doubts(self, document: TextDocument) -> list[packs.Doubt]:
        return packs.doubts(document.source, path_of(document), self.bind_office(), self.lang)

    def hints(self, document: TextDocument) -> list[drafts.Hint]:
        return drafts.hints(document.source, path_of(document), self.desk, self.lang)

    def _of_doubt(self, document: TextDocument, lines: Lines, doubt: packs.Doubt) -> lsp.Diagnostic:
        severity = lsp.DiagnosticSeverity.Warning if doubt.warning else lsp.DiagnosticSeverity.Error
        place = self.client_range(document, lines, doubt.range)
        return lsp.Diagnostic(place, doubt.said, severity, doubt.code, source="kiemtin")

    def _of_hint(self, document: TextDocument, lines: Lines, hint: drafts.Hint) -> lsp.Diagnostic:
        place = self.client_range(document, lines, hint.range)
        return lsp.Diagnostic(place, hint.said, _SEVERITIES[hint.severity], hint.rule, source="kiemtin")


def path_of(document: TextDocument) -> Path:
    return Path(to_fs_path(document.uri) or document.filename or "?")


def suffix_of(document: TextDocument) -> str:
    return path_of(document).suffix.lower()


def build(lang: Lang) -> Author:
    """A server that is not yet spoken to."""
    server = Author(lang)
    _follow_documents(server)
    _answer_about_packs(server)
    _answer_about_names(server)
    return server


def _follow_documents(server: Author) -> None:
    def look(uri: str) -> None:
        server.publish(server.workspace.get_text_document(uri))

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(told: lsp.DidOpenTextDocumentParams) -> None:
        look(told.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(told: lsp.DidChangeTextDocumentParams) -> None:
        look(told.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(told: lsp.DidSaveTextDocumentParams) -> None:
        if told.text_document.uri.endswith((PACK, ".toml", ".yaml")):
            server.forget_rules()
        look(told.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(told: lsp.DidCloseTextDocumentParams) -> None:
        uri = told.text_document.uri
        server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))


def _answer_about_packs(server: Author) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[".", '"']))
    def complete(told: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        document = server.workspace.get_text_document(told.text_document.uri)
        if suffix_of(document) != PACK:
            return []
        offset = server.offset(document, Lines(document.source), told.position)
        found = completing.offers(document.source, offset, server.lang)
        return [
            lsp.CompletionItem(each.words, kind=_OFFERED[each.kind], documentation=each.about)
            for each in found
        ]

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(told: lsp.HoverParams) -> lsp.Hover | None:
        document = server.workspace.get_text_document(told.text_document.uri)
        if suffix_of(document) != PACK:
            return None
        lines = Lines(document.source)
        found = hovering.meaning(document.source, server.offset(document, lines, told.position), server.lang)
        if found is None:
            return None
        said, start, end = found
        place = server.client_range(document, lines, lines.range(start, end))
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, said), place)

    @server.feature(lsp.TEXT_DOCUMENT_FORMATTING)
    def reformat(told: lsp.DocumentFormattingParams) -> list[lsp.TextEdit] | None:
        document = server.workspace.get_text_document(told.text_document.uri)
        if suffix_of(document) != PACK:
            return None
        new = packs.formatted(document.source, path_of(document))
        if new is None or new == document.source:
            return None
        lines = Lines(document.source)
        whole = server.client_range(document, lines, lines.range(0, len(document.source)))
        return [lsp.TextEdit(whole, new)]

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION)
    def actions(told: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        document = server.workspace.get_text_document(told.text_document.uri)
        if len(document.source) > _LARGEST:
            return []
        if suffix_of(document) == PACK:
            return list(_of_doubts(server, document, told.range))
        if suffix_of(document) in _DRAFTS:
            return list(_of_hints(server, document, told.range))
        return []


def _of_doubts(server: Author, document: TextDocument, asked: lsp.Range) -> Iterable[lsp.CodeAction]:
    lines = Lines(document.source)
    for doubt in server.doubts(document):
        place = server.client_range(document, lines, doubt.range)
        if _meet(place, asked):
            for title, edit in doubt.fixes:
                span = lines.range(edit.span.start, edit.span.end)
                yield _action(
                    document, title, [lsp.TextEdit(server.client_range(document, lines, span), edit.text)]
                )


def _of_hints(server: Author, document: TextDocument, asked: lsp.Range) -> Iterable[lsp.CodeAction]:
    lines = Lines(document.source)
    for hint in server.hints(document):
        if hint.edits and _meet(server.client_range(document, lines, hint.range), asked):
            edits = [
                lsp.TextEdit(server.client_range(document, lines, edit.range), edit.words)
                for edit in hint.edits
            ]
            title = hint.title
            if not hint.safe:
                title = message("authoring.apply", server.lang, {"title": title})
            yield _action(document, title, edits)


def _action(document: TextDocument, title: str, edits: Sequence[lsp.TextEdit]) -> lsp.CodeAction:
    change = lsp.WorkspaceEdit(changes={document.uri: list(edits)})
    return lsp.CodeAction(title, kind=lsp.CodeActionKind.QuickFix, edit=change)


def _meet(one: lsp.Range, other: lsp.Range) -> bool:
    def at(position: lsp.Position) -> tuple[int, int]:
        return position.line, position.character

    return at(one.start) <= at(other.end) and at(other.start) <= at(one.end)


def _answer_about_names(server: Author) -> None:
    def asked(told: Any) -> tuple[TextDocument, Lines, str]:
        document = server.workspace.get_text_document(told.text_document.uri)
        lines = Lines(document.source)
        if suffix_of(document) != PACK:
            return document, lines, ""
        return (
            document,
            lines,
            names.word_at(document.source, server.offset(document, lines, told.position))[0],
        )

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outline(told: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        document = server.workspace.get_text_document(told.text_document.uri)
        if suffix_of(document) != PACK:
            return []
        lines = Lines(document.source)
        rows = []
        for name in names.outline(document.source):
            place = server.client_range(document, lines, lines.range(name.start, name.end))
            whole = server.client_range(document, lines, lines.range(name.start, name.until))
            rows.append(lsp.DocumentSymbol(name.text, _KINDS[name.kind], whole, place))
        return rows

    @server.feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)
    def fold(told: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
        document = server.workspace.get_text_document(told.text_document.uri)
        lines = Lines(document.source)
        found = names.outline(document.source) if suffix_of(document) == PACK else []
        ranges = (lines.range(name.start, name.until) for name in found)
        return [
            lsp.FoldingRange(each.start.line, each.end.line)
            for each in ranges
            if each.end.line > each.start.line
        ]

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def define(told: lsp.DefinitionParams) -> lsp.Location | None:
        document, lines, word = asked(told)
        name = next((each for each in names.defined(document.source) if each.text == word), None)
        if name is not None:
            return lsp.Location(
                document.uri, server.client_range(document, lines, lines.range(name.start, name.end))
            )
        return _elsewhere(document, word)


def _elsewhere(document: TextDocument, word: str) -> lsp.Location | None:
    """The pack of that name, beside this one or among the bundled."""
    from pygls.uris import from_fs_path

    from kiemtin.language.pack_files import find_pack

    path = find_pack(word, (path_of(document).parent,)) if word else None
    uri = from_fs_path(str(path)) if path is not None else None
    start = lsp.Position(0, 0)
    return None if uri is None else lsp.Location(uri, lsp.Range(start, start))
