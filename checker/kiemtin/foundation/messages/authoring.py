"""Messages of the room `authoring`: the language server."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "authoring.needs": ("cần biết: {datum}", "needs to be told: {datum}"),
    "authoring.instead": ("Viết “{words}”", "Write “{words}”"),
    "authoring.apply": ("{title} (xem lại)", "{title} (look at it)"),
    "authoring.add_examples": ("Thêm ví dụ còn thiếu", "Add the missing examples"),
    "authoring.example.pass": (
        "Viết một đoạn tin mà quy tắc thấy đạt.",
        "Write a piece of news that passes.",
    ),
    "authoring.example.fail": ("Viết một đoạn tin mà quy tắc bắt lỗi.", "Write a piece of news that fails."),
    "authoring.run": ("▶ Chạy ví dụ", "▶ Run the example"),
    "authoring.run_all": ("▶ Chạy {n} ví dụ", "▶ Run {n:example|examples}"),
    "authoring.run.ok": (
        "{rule}: {passed}/{total} ví dụ đúng như đã viết.",
        "{rule}: {passed} of {total} examples come out as written.",
    ),
    "authoring.run.failed": (
        "{rule}: chỉ {passed}/{total} ví dụ đúng như đã viết, hoặc có ví dụ bị làm hỏng mà quy tắc không thấy.",
        "{rule}: only {passed} of {total} examples come out as written, or a damaged one goes unnoticed.",
    ),
    "authoring.run.broken": (
        "Chưa chạy được ví dụ của {rule}: bộ quy tắc còn lỗi. Sửa các chỗ được gạch chân trước.",
        "The examples of {rule} cannot be run: the pack has errors. Mend what is underlined first.",
    ),
    "authoring.run.unknown": (
        "Không có quy tắc {rule} đang có hiệu lực trong bộ này.",
        "The pack has no rule {rule} that is in force.",
    ),
    "authoring.rename.nothing": (
        "Chỗ này không phải tên của quy tắc, bảng, tham số, thứ bậc hay biến.",
        "This is no name of a rule, table, parameter, precedence list or variable.",
    ),
    "authoring.rename.no_name": (
        "“{name}” không dùng làm tên được: bắt đầu bằng chữ cái, không có dấu cách.",
        "“{name}” cannot be a name: begin with a letter, leave no space.",
    ),
    "authoring.rename.bundled": (
        "Tên này có trong {path}, là bộ đi kèm chương trình, không sửa được. Hãy chép ra rồi đổi.",
        "The name stands in {path}, which comes with the program and is not edited. Copy it first.",
    ),
    "authoring.rename.breaks": (
        "Không đổi tên: sau đó {place} có lỗi mới: {problem}",
        "Not renamed: {place} would have a new problem: {problem}",
    ),
    "cli.lsp": (
        "Trợ giúp khi viết quy tắc và bài trong trình soạn thảo (Language Server Protocol).",
        "Help for packs and drafts in an editor (Language Server Protocol).",
    ),
    "cli.lsp.details": (
        'Trình soạn thảo tự chạy lệnh này và nói với nó qua đầu vào, đầu ra chuẩn. Cần: pip install "kiemtin[lsp]". Xem docs/authors.md.\n\nVí dụ: kiemtin lsp',
        'An editor starts this and speaks to it over standard input and output. It needs: pip install "kiemtin[lsp]". See docs/authors.en.md.\n\nExample: kiemtin lsp',
    ),
}
