"""A pack damaged anywhere is told in problems: never a traceback, never silence about what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiemtin.foundation.messages import help_for, message
from kiemtin.language.loading import check_pack

from .conftest import EVERYTHING, PACKS

SOURCES = [path.read_text("utf-8") for path in (EVERYTHING, *sorted(PACKS.glob("*.quy")))]
BITS = ["(", ")", '"', "“", "|", "\n", " ", "#", "{", "}", "..", ".", ",", ";", "-", "0", "1,5", "99/99/2021",
        "quy tắc", "phải", "với mỗi", "trong", "thay", "từ 01/01/2022", "bậc", "bảng", "tin.bậc", "không",
        "có", "Điều 1.", "ví dụ đạt", "а", "\u0301", "\x00"]  # fmt: skip


CUTS = st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(["", *BITS]))
"""Where (as a share of the source), how many characters go, what comes instead."""


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(source=st.sampled_from(SOURCES), cuts=st.lists(CUTS, min_size=1, max_size=3))
def test_damage_is_told(
    tmp_path_factory: pytest.TempPathFactory, source: str, cuts: list[tuple[float, int, str]]
) -> None:
    for where, length, bit in cuts:
        at = int(where * len(source))
        source = source[:at] + bit + source[at + length :]
    path: Path = tmp_path_factory.getbasetemp() / "hỏng.quy"
    path.write_text(source, "utf-8", newline="")

    for problem in check_pack(path):
        for lang in ("vi", "en"):
            assert message(problem.code, lang, problem.arguments)  # type: ignore[arg-type]
            assert help_for(problem.code, lang, problem.arguments)  # type: ignore[arg-type]
        assert problem.place.line is not None
