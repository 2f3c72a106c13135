"""To which branch an office belongs, by the words of its title: Party, state, Front, mass organisation."""

from __future__ import annotations

from kiemtin.officials.words.phrase_keys import phrase_key

_BY_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("mặt trận", ("mặt trận tổ quốc",)),
    (
        "đoàn thể",
        ("liên đoàn lao động", "hội liên hiệp phụ nữ", "hội nông dân", "hội cựu chiến binh", "tỉnh đoàn",
         "thành đoàn", "trung ương đoàn", "đoàn thanh niên"),
    ),
    (
        "nhà nước",
        ("chủ tịch nước", "thủ tướng", "chính phủ", "quốc hội", "hội đồng nhân dân", "ủy ban nhân dân",
         "bộ trưởng", "thứ trưởng", "tòa án", "viện kiểm sát", "kiểm toán", "thanh tra", "giám đốc sở",
         "hội đồng dân tộc", "thống đốc"),
    ),
    (
        "đảng",
        ("bí thư", "bộ chính trị", "trung ương đảng", "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy",
         "đảng ủy", "ban thường vụ", "ban chấp hành", "ủy ban kiểm tra", "ban tổ chức", "ban tuyên giáo",
         "ban nội chính", "ban dân vận"),
    ),
)  # fmt: skip
_KEYS = tuple((branch, tuple(map(phrase_key, words))) for branch, words in _BY_WORDS)


def branch_of(title: str) -> str | None:
    """The Vietnamese name of the branch; None if the words do not tell."""
    key = phrase_key(title)
    return next((branch for branch, words in _KEYS if any(word in key for word in words)), None)
