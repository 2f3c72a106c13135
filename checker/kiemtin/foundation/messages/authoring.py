"""Messages of the room `authoring`: the language server."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "authoring.needs": ("cần biết: {datum}", "needs to be told: {datum}"),
    "authoring.instead": ("Viết “{words}”", "Write “{words}”"),
    "authoring.apply": ("{title} (xem lại)", "{title} (look at it)"),
    "cli.lsp": (
        "Trợ giúp khi viết quy tắc và bài trong trình soạn thảo (Language Server Protocol).",
        "Help for packs and drafts in an editor (Language Server Protocol).",
    ),
    "cli.lsp.details": (
        'Trình soạn thảo tự chạy lệnh này và nói với nó qua đầu vào, đầu ra chuẩn. Cần: pip install "kiemtin[lsp]". Xem docs/authors.md.\n\nVí dụ: kiemtin lsp',
        'An editor starts this and speaks to it over standard input and output. It needs: pip install "kiemtin[lsp]". See docs/authors.en.md.\n\nExample: kiemtin lsp',
    ),
}
