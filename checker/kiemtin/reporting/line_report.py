"""One line a finding, as compilers write them: editors and `grep` find the place."""

from __future__ import annotations

from kiemtin.reporting.excerpt import visible
from kiemtin.reporting.formats import Examined, Renderer
from kiemtin.reporting.rows import rows_of, severity_of


class Stream(Renderer):
    """`bai.txt:9:99: LỖI: “…” được nêu mà không kèm chức danh [qđ.rule; Điều 4, Khoản 2, …]`."""

    def add(self, examined: Examined) -> str:
        lang = self.style.lang
        return "".join(
            visible(
                f"{row.where}: {severity_of(row, lang)}: {row.message} [{row.finding.rule}; {row.clause}]"
            )
            + "\n"
            for row in rows_of(examined.report, lang, unchecked=not self.style.quiet)
        )
