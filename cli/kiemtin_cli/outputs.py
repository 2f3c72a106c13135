"""Where reports go: each `--format` to the terminal, into one file, or as a file a draft into a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.paths import is_file, is_folder
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import KiemtinError, Problem
from kiemtin.reporting.formats import FORMATS, Examined, Format, Renderer, Style
from kiemtin_cli.output import palette_for, shown_name, width_for

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Write = Callable[[str | bytes], None]


class Asked(NamedTuple):
    """A value of `--format`: a name, or a name and a file."""

    name: str
    file: str | None = None


class FormatChoice(click.ParamType[Asked]):
    """`json`, or `json=report.json`."""

    name = "format"

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def convert(self, value: str | Asked, param: click.Parameter | None, ctx: click.Context | None) -> Asked:
        if isinstance(value, Asked):
            return value
        name, equals, file = value.partition("=")
        if name.lower() not in FORMATS or (equals and not file):
            known = ", ".join(FORMATS)
            self.fail(message("cli.bad_choice", self.lang, {"value": value, "known": known}), param, ctx)
        return Asked(name.lower(), file or None)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(name) for name in FORMATS if name.startswith(incomplete)]


class Destination(NamedTuple):
    """`path` is the file of a stream, the file or the folder of a file a draft; None is standard output."""

    format: Format
    path: Path | None
    is_folder: bool = False


def destinations(
    asked: Sequence[Asked], output: str | None, drafts: Sequence[str], lang: Lang, *, redact: bool = False
) -> list[Destination]:
    """Where each format goes. Raises click.UsageError for what cannot be, before anything is read."""
    found = [_destination(each, output, asked, drafts, lang) for each in asked or (Asked("text"),)]
    if redact and not all(each.format.can_redact for each in found):
        raise _refused("cli.redact.format", lang)
    if output is not None and all(each.file for each in asked) and asked:
        raise _refused("cli.output.unused", lang, output=output)
    on_screen = [each.format.name for each in found if each.path is None]
    if len(on_screen) > 1:
        raise _refused("cli.output.one_stream", lang, names=", ".join(on_screen))
    files = [each.path.resolve() for each in found if each.path is not None and not each.is_folder]
    for path in files:
        if files.count(path) > 1:
            raise _refused("cli.output.twice", lang, path=path)
        if any(path == Path(draft).resolve() for draft in drafts):
            raise _refused("cli.output.draft", lang, path=path)
    return found


def _destination(
    each: Asked, output: str | None, asked: Sequence[Asked], drafts: Sequence[str], lang: Lang
) -> Destination:
    form = FORMATS[each.name]
    if each.file is not None:
        is_folder = form.a_file_a_draft and (len(drafts) != 1 or _is_folder(each.file))
        path = Path(each.file)
        if not form.a_file_a_draft and _is_folder(each.file):
            path /= f"kiemtin{form.extension}"
        return Destination(form, path, is_folder)
    if output is None:
        if form.a_file_a_draft or (form.binary and sys.stdout.isatty()):
            raise _refused("cli.output.needed", lang, name=form.name, extension=form.extension)
        return Destination(form, None)
    if form.a_file_a_draft:
        return Destination(form, Path(output), is_folder=True)
    without_file = sum(other.file is None for other in asked or (each,))
    path = Path(output)
    if without_file > 1 or _is_folder(output):
        path /= f"kiemtin{form.extension}"
    return Destination(form, path)


def _is_folder(path: str) -> bool:
    return path.endswith(("/", os.sep)) or is_folder(Path(path))


def _refused(message_id: str, lang: Lang, **arguments: object) -> click.UsageError:
    return click.UsageError(message(message_id, lang, arguments))


class Outputs(AbstractContextManager["Outputs"]):
    """All formats of one run; what is examined goes through and is not kept.

    A file gets its name when all of it is written; an error on the way leaves what was there. Raises
    KiemtinError for what cannot be written, DocumentError for a draft of which there can be no copy.
    """

    def __init__(
        self,
        found: Sequence[Destination],
        lang: Lang,
        *,
        quiet: bool = False,
        redact: bool = False,
        suggest: bool = False,
    ) -> None:
        self._stack = ExitStack()
        self._style = Style(lang, quiet=quiet, redact=redact)
        self._streams: list[tuple[Renderer, Write]] = []
        self._files: list[Copies] = []
        self._says_where = not quiet and all(each.path is not None for each in found)
        self.written: list[Path] = []
        for each in found:
            if each.format.a_file_a_draft:
                assert each.path is not None
                style = self._style._replace(suggest=suggest)
                self._files.append(Copies(each.format, each.path, each.is_folder, style))
            elif each.path is None:
                style = self._style._replace(palette=palette_for(sys.stdout), width=width_for(sys.stdout))
                self._streams.append((each.format.renderer(style), _to_stdout))
            else:
                self._open(each.format, each.path)

    def _open(self, form: Format, path: Path) -> None:
        from kiemtin.foundation.writing import private_stream

        renderer = form.renderer(self._style)
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        file = self._stack.enter_context(_File(path, private_stream(path)))
        self.written.append(path)
        self._streams.append((renderer, file.write))

    def __enter__(self) -> Outputs:
        for renderer, write in self._streams:
            write(renderer.begin())
        return self

    def add(self, examined: Examined) -> None:
        for renderer, write in self._streams:
            write(renderer.add(examined))
        for each in self._files:
            self.written.append(each.add(examined))
            if self._says_where:
                sys.stdout.write(f"{shown_name(str(self.written[-1]))}\n")

    def refuse(self, problem: Problem) -> None:
        for renderer, write in self._streams:
            write(renderer.refuse(problem))

    def end(self, exit_code: int) -> None:
        for renderer, write in self._streams:
            write(renderer.end(exit_code))

    def __exit__(self, *error: object) -> bool | None:
        return self._stack.__exit__(*error)  # type: ignore[arg-type]


class _File:
    """A stream into a file, which tells of its own errors and lets all others through."""

    def __init__(self, path: Path, manager: AbstractContextManager[BinaryIO]) -> None:
        self._path, self._manager = path, manager

    def __enter__(self) -> _File:
        with _told(self._path):
            self._stream = self._manager.__enter__()
        return self

    def write(self, piece: str | bytes) -> None:
        with _told(self._path):
            self._stream.write(_bytes(piece))

    def __exit__(self, *error: object) -> bool | None:
        if error[0] is not None:
            return self._manager.__exit__(*error)  # type: ignore[arg-type]
        with _told(self._path):
            return self._manager.__exit__(None, None, None)


class Copies:
    """Files beside each other, named after their drafts: `bai.kiemtin.docx`.

    None is written over that has other content: somebody may have worked in it. The new one gets a number.
    """

    def __init__(self, form: Format, path: Path, is_folder: bool, style: Style) -> None:  # noqa: FBT001
        self._form, self._path, self._is_folder, self._style = form, path, is_folder, style
        self._render = form.render_draft()
        self._taken: set[Path] = set()

    def add(self, examined: Examined) -> Path:
        """Where the copy stands. Raises DocumentError if there can be none, KiemtinError if it cannot be
        written."""
        from kiemtin.foundation.writing import write_private

        content = _bytes(self._render(examined, self._style))
        wanted = self._path_for(examined)
        with _told(wanted):
            path = self._free(wanted, content)
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_private(path, content)
        return path

    def _path_for(self, examined: Examined) -> Path:
        extension = self._form.extension_for(examined.report)
        if self._is_folder:
            draft = examined.report.document.path
            stem = "stdin" if draft == "-" else Path(draft).stem.removesuffix(".kiemtin")
            return self._path / f"{stem}.kiemtin{extension}"
        ours = self._path.suffix.lower() == self._form.extension  # the name asked for a Word file
        return self._path.with_suffix(extension) if ours else self._path

    def _free(self, wanted: Path, content: bytes) -> Path:
        """The first of `bai.kiemtin.docx`, `bai-2.kiemtin.docx`, … that is not there or says the same."""
        stem, ours, rest = wanted.name.rpartition(f".kiemtin{wanted.suffix}")
        if not ours:
            stem, rest = wanted.stem, wanted.suffix
        path, number = wanted, 1
        while path in self._taken or (is_file(path) and path.read_bytes() != content):
            number += 1
            path = wanted.with_name(f"{stem}-{number}{ours}{rest}")
        self._taken.add(path)
        return path


def _bytes(piece: str | bytes) -> bytes:
    return piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace")


def _to_stdout(piece: str | bytes) -> None:
    if isinstance(piece, str):
        sys.stdout.write(piece)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(piece)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """An error of writing as what to tell: which file, and the system's reason."""
    try:
        yield
    except OSError as error:
        place = FilePlace(shown_name(str(path)))
        raise KiemtinError(
            Problem("output-not-written", place, {"reason": error.strerror or str(error)})
        ) from error
