"""Builders of small Word files: only what a test speaks of, all of it invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

BuildWord = Callable[..., bytes]


def _zip(members: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return stream.getvalue()


@pytest.fixture
def zip_of() -> Callable[[Mapping[str, str | bytes]], bytes]:
    return _zip


@pytest.fixture
def part() -> Callable[..., str]:
    """The XML of a part around the given content."""

    def build(content: str, element: str = "document", body: bool = True) -> str:  # noqa: FBT001
        inner = f"<w:body>{content}</w:body>" if body else content
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><w:{element} xmlns:w="{W}" xmlns:mc="{MC}" '
            f'xmlns:v="urn:schemas-microsoft-com:vml">{inner}</w:{element}>'
        )

    return build


@pytest.fixture
def word(part: Callable[..., str]) -> BuildWord:
    """A .docx whose body is the given XML; other parts by name."""

    def build(content: str, **parts: str | bytes) -> bytes:
        named = {"word/" + name.replace("_", ".") + ".xml": text for name, text in parts.items()}
        return _zip({"[Content_Types].xml": "<Types/>", "word/document.xml": part(content), **named})

    return build


@pytest.fixture
def p() -> Callable[..., str]:
    """A paragraph of one run, with a style if given."""

    def build(text: str, style: str = "") -> str:
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'

    return build
