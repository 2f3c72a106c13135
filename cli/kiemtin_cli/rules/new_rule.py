"""`kiemtin rules new`: the frame of a rule with its examples, ready to be rewritten; or a whole pack."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.text import normalize
from kiemtin.reporting.excerpt import visible
from kiemtin_cli.parameters import OneOf
from kiemtin_cli.program import Command

MODALITIES = {"must": "phải", "should": "nên", "note": "lưu ý"}


def command(lang: Lang) -> Command:
    def run(
        *,
        rule: str,
        modality: str,
        output: str | None,
        answers: str | None,
        given: Sequence[str],
        form: str | None,
    ) -> int:
        from kiemtin_cli.rules.new_pack import kind_of, make

        kind = kind_of(rule)
        if kind is not None:
            return make(kind, answers, given, form, output, lang)
        for option, value in (("--answers", answers), ("--set", given), ("--form", form)):
            if value:
                raise click.UsageError(message("new_pack.only", lang, {"option": option}))
        frame = scaffold(normalize(rule).text, modality, lang)
        if output is None:
            sys.stdout.write(frame)
            return 0
        try:
            with Path(output).open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(frame)
        except FileExistsError:
            raise click.UsageError(message("rules.exists", lang, {"path": output})) from None
        except OSError as error:
            told = {"path": output, "reason": error.strerror or ""}
            raise click.UsageError(message("rules.not_written", lang, told)) from None
        sys.stdout.write(visible(message("rules.written", lang, {"path": output})) + "\n")
        return 0

    words = {name: name for name in MODALITIES} | {word: name for name, word in MODALITIES.items()}
    params: list[click.Parameter] = [
        click.Argument(["rule"], metavar=f"{message('cli.meta.rule', lang)}|province|newsroom"),
        click.Option(
            ["--modality"],
            type=OneOf(words, lang),
            default="must",
            metavar="phải|nên|lưu-ý" if lang == "vi" else "must|should|note",
            help=message("cli.option.modality", lang),
        ),
        click.Option(
            ["--output", "-o"],
            type=click.Path(),
            metavar=message("cli.meta.file", lang),
            help=message("cli.option.output", lang),
        ),
        click.Option(
            ["--answers"],
            type=click.Path(allow_dash=True),
            metavar=message("cli.meta.file", lang),
            help=message("cli.option.answers", lang),
        ),
        click.Option(
            ["--set", "given"],
            multiple=True,
            metavar=message("cli.meta.datum", lang),
            help=message("cli.option.answer_set", lang),
        ),
        click.Option(
            ["--form"],
            type=click.Path(),
            metavar=message("cli.meta.file", lang),
            help=message("cli.option.form", lang),
        ),
    ]
    return Command("rules.new", lang, run, params)


def scaffold(rule: str, modality: str, lang: Lang) -> str:
    """A pack of one rule whose examples hold, in the keywords of `lang`."""
    from kiemtin.language.writing.formatting import format_pack

    name = "-".join(rule.split()) or "quy-tắc-mới"
    told = {key: message(f"rules.frame{key}", lang) for key in ("", "_status", "_title", "_wording")}
    filled = _FRAME.format(
        rule=name,
        modality=MODALITIES[modality],
        comment=told[""],
        title=told["_title"],
        status=told["_status"],
        wording=told["_wording"],
    )
    return format_pack(filled, name, keywords=lang)


_FRAME = """\
# {comment}
văn bản {rule}-mẫu
  tên          "{title}"
  hiệu lực     từ 01/01/2024
  tình trạng   minh họa "{status}"

Điều 1. "{wording}"

  quy tắc {rule}
    với mỗi      lượt trong tin.lượt_nhắc
    khi          lượt.là_người_nước_ngoài = sai
    {modality}         lượt có chức_danh
    ví dụ đạt    "Đồng chí Trần Văn An, Bí thư Tỉnh ủy, chủ trì hội nghị."
    ví dụ lỗi    "Đồng chí Trần Văn An chủ trì hội nghị."
                 báo "Trần Văn An"
    ví dụ ngoài phạm vi "Hội nghị bàn kế hoạch quý II."
"""
