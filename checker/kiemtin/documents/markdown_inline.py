"""What of a paragraph of Markdown is markup, as edits that leave its bare text.

markdown-it-py finds the markup; its tokens do not say where they stand, so this parser notes what each of its
rules takes. Text stays, signs go: emphasis, code, links (the address), escapes, footnote marks, inline HTML;
entities become what they mean.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import MutableMapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from kiemtin.foundation.text import Edit

_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,64}\]")
_RAISED = re.compile(r"<sup\b[^<>]*>[\[(]?[\d*†‡]{1,3}[\])]?</sup>", re.I)
_LINE_END = re.compile(r"<br\s*/?>", re.I)
_PLAIN = re.compile(r"[^\n!&*:<\[\\\]_`~]+")
"""No rule of ours begins with any of these."""
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class InlineParser(ParserInline):
    """Notes the edits of the paragraph that it parses; `pictures` are alternative texts of images."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler.before("link", "footnote_mark", _footnote_mark)
        self.ruler2.disable("fragments_join")  # it would fill the emptied signs again
        self.edits: list[Edit] = []
        self.pictures: list[tuple[int, int]] = []
        self._signs: list[tuple[Token, int]] = []
        self._ended = 0

    def read(self, text: str, md: MarkdownIt, env: MutableMapping[str, Any]) -> list[Edit]:
        self.edits, self.pictures, self._signs = [], [], []
        super().parse(text, md, env, [])
        # A sign that opens or closes emphasis is emptied when all are paired.
        signs = [(at, at + 1, "") for token, at in self._signs if not token.content or token.type != "text"]
        return sorted([*self.edits, *signs])

    def parse(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]
    ) -> list[Token]:
        """Called for the alternative text of an image, which is text by itself."""
        kept = self.edits, self.pictures, self._signs
        self.edits, self.pictures, self._signs = [], [], []
        found = super().parse(src, md, env, tokens)
        self.edits, self.pictures, self._signs = kept
        return found

    def tokenize(self, state: StateInline) -> None:
        rules = self.ruler.getRules("")
        end = state.posMax
        nesting = state.md.options["maxNesting"]
        while state.pos < end:
            before = state.pos
            plain = _PLAIN.match(state.src, before, end)
            if plain is not None:
                state.append_pending(plain.group())
                state.pos = plain.end()
                continue
            taken = None
            if state.level < nesting:
                taken = next((rule for rule in rules if rule(state, False)), None)
            if taken is not None:
                self._note(taken.__module__.rpartition(".")[2], state, before)
                continue
            state.append_pending(state.src[state.pos])
            state.pos += 1
        if state.pending:
            state.pushPending()
        self._ended = end

    def _note(self, rule: str, state: StateInline, start: int) -> None:
        """What of the source a rule has taken is no text, or other text."""
        noted = _NOTED.get(rule)
        if noted is not None:
            noted(self, state, start, state.pos)

    def _emphasis(self, state: StateInline, start: int, end: int) -> None:
        tokens: Sequence[Token] = state.tokens
        at = end
        for token in reversed(tokens[-(end - start) :]):
            if at <= start or not token.content:
                break
            at -= len(token.content)
            self._signs += [(token, at + k) for k in range(len(token.content))]

    def _escape(self, state: StateInline, start: int, end: int) -> None:
        if state.src[start + 1 : start + 2] in _PUNCTUATION or state.src.startswith("\n", start + 1):
            self.edits.append((start, start + 1, ""))

    def _backticks(self, state: StateInline, start: int, end: int) -> None:
        if state.tokens and state.tokens[-1].type == "code_inline" and not state.pending:
            width = len(state.tokens[-1].markup)
            self.edits += [(start, start + width, ""), (end - width, end, "")]

    def _link(self, state: StateInline, start: int, end: int) -> None:
        self.edits += [(start, start + 1, ""), (self._ended, end, "")]

    def _image(self, state: StateInline, start: int, end: int) -> None:
        label = state.md.helpers.parseLinkLabel(state, start + 1, False)
        if label > 0:
            self.pictures.append((start + 2, label))
        self.edits.append((start, end, ""))

    def _autolink(self, state: StateInline, start: int, end: int) -> None:
        self.edits += [(start, start + 1, ""), (end - 1, end, "")]

    def _html(self, state: StateInline, start: int, end: int) -> None:
        raised = _RAISED.match(state.src, start)
        words = "\n" if _LINE_END.fullmatch(state.src, start, end) else ""
        self.edits.append((start, raised.end() if raised else end, words))

    def _entity(self, state: StateInline, start: int, end: int) -> None:
        meant = state.tokens[-1].content if state.tokens and not state.pending else ""
        if meant and meant.isprintable() and not any(map(unicodedata.combining, meant)):
            self.edits.append((start, end, meant))
        elif meant.isspace():
            self.edits.append((start, end, " "))

    def _nothing(self, state: StateInline, start: int, end: int) -> None:
        self.edits.append((start, end, ""))


_HERE = __name__.rpartition(".")[2]
_NOTED = {
    "emphasis": InlineParser._emphasis,
    "strikethrough": InlineParser._emphasis,
    "escape": InlineParser._escape,
    "backticks": InlineParser._backticks,
    "link": InlineParser._link,
    "image": InlineParser._image,
    "autolink": InlineParser._autolink,
    "html_inline": InlineParser._html,
    "entity": InlineParser._entity,
    _HERE: InlineParser._nothing,
}
"""By the module of a rule of markdown-it what it makes of the source."""


def _footnote_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    found = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    state.pos = found.end()
    return True
