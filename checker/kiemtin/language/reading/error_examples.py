"""Mistakes that authors make, one for every problem a pack can have: the reference and the tests read this.

`marked` are the words that the problem underlines (None: a place without words).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

HEAD = """văn bản thử
  hiệu lực   từ 01/07/2021
  tình trạng minh họa
"""
"""What stands before every example that does not begin with `văn bản`."""

PROVINCE = """văn bản tỉnh
  hiệu lực   từ 01/07/2021
  tình trạng minh họa
  bảng giới_hạn theo tin.loại_hình
    | báo in  | 700 chữ |
    | còn lại | 2 phút  |
  tham số hạn là 24 giờ
  thông tin mức_duyệt là số
  quy tắc quá-dài
    phải tin.độ_dài không quá giới_hạn
  quy tắc chậm
    phải tin.thời_điểm_đăng - tin.thời_điểm_sự_kiện không quá hạn
"""
"""A pack that lies beside the examples."""

_REFINING = """văn bản báo
  hiệu lực   từ 01/10/2021
  tình trạng minh họa
  cụ thể hóa tỉnh
"""

_OTHERS: Mapping[str, str] = {
    "tỉnh": PROVINCE,
    "vòng": "văn bản vòng\n  tình trạng minh họa\n  cụ thể hóa thử\n",
    "thử": "văn bản thử\n  tình trạng minh họa\n  cụ thể hóa vòng\n",
}


class ErrorExample(NamedTuple):
    """`source` goes after HEAD unless it is a whole pack; `beside` are the packs in its folder."""

    code: str
    source: str
    marked: str | None
    warning: bool = False

    @property
    def pack(self) -> str:
        """The whole pack."""
        text = self.source.lstrip("\ufeff")
        whole = text.lower().startswith(("văn bản", "document", "#")) or self.code == "pack.no-document"
        return self.source if whole else HEAD + self.source

    @property
    def beside(self) -> Mapping[str, str]:
        return _OTHERS


def _e(code: str, source: str, marked: str | None, *, warning: bool = False) -> ErrorExample:
    return ErrorExample(f"pack.{code}", source, marked, warning)


_DEEP = "(" * 70 + "tin.trang = 1" + ")" * 70

ERROR_EXAMPLES: tuple[ErrorExample, ...] = (
    # --- writing
    _e("unexpected", "quy tắc q\n  phải tin.trang <= ,", ","),
    _e("unexpected", "quy tắc q\n  khi tin.trang = 1 2\n  phải tin.trang = 1", "2"),
    _e("unexpected", "quy tắc q\n  phải tin.trang = 1\n)", ")"),
    _e("unexpected-end", "quy tắc q\n  phải tin.trang <=", "="),
    _e("unexpected-end", "quy tắc", "c"),
    _e("misspelled-keyword", "quy tắc q\n  phai tin.trang = 1", "phai"),
    _e("misspelled-keyword", "quy tắc q\n  voi moi x trong tin.lãnh_đạo\n  phải x.bậc = 1", "voi"),
    _e("misspelled-keyword", "rule q\n  shuold item.page = 1", "shuold"),
    _e("misspelled-keyword", "quy tắc q\n  phải tin.trang = 1\n  ví dụ đạtt \"x\"", "ví"),
    _e("string-unterminated", 'quy tắc q\n  tóm tắt "Tin dài\n  phải tin.trang = 1', '"Tin dài'),
    _e("string-unterminated", "quy tắc q\n  tóm tắt “Tin dài\n  phải tin.trang = 1", "“Tin dài"),
    _e("text-without-quotes", "quy tắc q\n  tóm tắt Tin dài\n  phải tin.trang = 1", "Tin"),
    _e("text-without-quotes", "văn bản q\n  tên Nội quy", "Nội"),
    _e("never-true", "quy tắc q\n  khi tin.bậc > 5 và tin.bậc <= 3\n  phải tin.trang = 1",
       "tin.bậc > 5 và tin.bậc <= 3", warning=True),
    _e("precedence-unchosen", 'văn bản q\n  hiệu lực từ 01/01/2024\n  thứ bậc theo a\n  tình trạng minh họa\n'
       'thứ bậc a\n  bậc 1 "Bí thư Tỉnh ủy"\nthứ bậc b\n  bậc 1 "Bí thư Tỉnh ủy"\nquy tắc q\n  phải tin.trang = 1',
       "b", warning=True),
    _e("whole-wording", 'quy tắc q\n  phải tin.tít.lời khác "UBND"', 'tin.tít.lời khác "UBND"', warning=True),
    _e("bad-clock", 'quy tắc q\n  phải tin.thời_lượng <= 3 phút\n  ví dụ đạt "a" với thời_lượng = 2:75', "2:75"),
    _e("old-name-taken", "quy tắc a\n  tên cũ b\n  phải tin.trang = 1\nquy tắc b\n  phải tin.trang = 2", "a"),
    _e("change-not-logged", 'sửa đổi 01/01/2023 "Siết."\ntham số m\n  từ 01/01/2022 là 3\n  từ 01/01/2023 là 2\n'
       "quy tắc q\n  phải tin.trang <= m", "từ 01/01/2022 là 3", warning=True),
    _e("logged-without-change", 'sửa đổi 01/01/2023 "Siết."', 'sửa đổi 01/01/2023 "Siết."', warning=True),
    _e("exception-untried", 'quy tắc q\n  phải tin.trang = 1\n  trừ khi tin.chuyên_mục = "Quốc tế"\n'
       '  ví dụ đạt "a" với trang = 1\n  ví dụ lỗi "a" với trang = 2', 'tin.chuyên_mục = "Quốc tế"', warning=True),
    _e("field-taken", "thông tin trang là lời", "trang"),
    _e("field-other-type", "văn bản báo\n  hiệu lực từ 01/10/2021\n  tình trạng minh họa\n  cụ thể hóa tỉnh\n"
       "thông tin mức_duyệt là lời", "mức_duyệt"),
    _e("field-value-twice", 'thông tin thể_loại là một trong {"tin", "Tin"}', "thể_loại"),
    _e("holidays-without-end", "lịch nghỉ từ 01/01/2024\n  nghỉ 30/04/2024", "lịch nghỉ"),
    _e("holiday-outside", "lịch nghỉ từ 01/01/2024 đến 31/12/2024\n  nghỉ 01/05/2025", "nghỉ 01/05/2025"),
    _e("name-in-words", "quy tắc q\n  phải tin.trang không quá mức trang", "trang"),
    _e("bad-number", "quy tắc q\n  phải tin.thời_lượng <= 1.5 phút", "."),
    _e("bad-number", "bảng b theo tin.bậc\n  | bậc 1 | 1.50 phút |", "1.50 phút"),
    _e("decimal-in-set", "quy tắc q\n  phải tin.trang trong {1,5}", "1,5"),
    _e("impossible-date", "văn bản q\n  hiệu lực từ 31/02/2021\n  tình trạng minh họa", "31/02/2021"),
    _e("impossible-date", "quy tắc q\n  phải tin.thời_điểm_đăng <= 01/02/2021 25:00", "01/02/2021 25:00"),
    _e("period-reversed", "văn bản q\n  hiệu lực từ 01/02/2021 đến 01/01/2021\n  tình trạng minh họa",
       "từ 01/02/2021 đến 01/01/2021"),
    _e("look-alike-letters", "quy tắc q\n  рhải tin.trang = 1", "рhải"),
    _e("look-alike-letters", "quy tắc tin-quá-dаi\n  phải tin.trang = 1", "tin-quá-dаi"),
    _e("look-alike-letters", "quy tắc q\n  với mỗi х trong tin.lãnh_đạo\n  phải х.bậc = 1", "х"),
    _e("look-alike-letters", "quy tắc q\n  phải tin.trang = hạn\u0430", "hạn\u0430"),
    _e("name-begins-with-digit", "quy tắc 1-tin-dài\n  phải tin.trang = 1", "1"),
    _e("no-document", "quy tắc q\n  phải tin.trang = 1", "quy"),
    _e("no-document", "", None),
    _e("loop-without-in", "quy tắc q\n  với mỗi ds tin.danh_sách\n  phải ds.số_lãnh_đạo = 1", "tin"),
    _e("filter-without-parentheses", "quy tắc q\n  phải số x trong tin.lãnh_đạo mà x.bậc = 1 <= 2", "mà"),
    _e("operator-twice", "quy tắc q\n  phải tin.trang = = 1", "="),
    _e("too-deep", f"quy tắc q\n  phải {_DEEP}", None),
    _e("too-long", "#\n" * 150_001, "#"),
    _e("line-too-long", "#" * 20_001, "#"),
    _e("row-too-wide", "|" * 500, "|"),
    _e("control-character", "quy tắc q\n  phải tin.trang = 1 # \x1b[31m", "\x1b"),
    _e("given-twice", "văn bản q\n  tên \"a\"\n  tên \"b\"\n  tình trạng minh họa", 'tên "b"'),
    _e("given-twice", "quy tắc q\n  khi tin.trang = 1\n  khi tin.trang = 2\n  phải tin.trang = 1",
       "khi tin.trang = 2"),
    # --- the head
    _e("verified-without-source", "văn bản q\n  tình trạng đã đối chiếu", "đã đối chiếu"),
    _e("without-status", "văn bản q\n  hiệu lực từ 01/07/2021", "q"),
    _e("without-date", "văn bản q\n  tình trạng minh họa\nquy tắc r\n  phải tin.trang = 1", "q", warning=True),
    _e("in-force-before-issue", "văn bản q\n  ngày ban hành 01/08/2021\n  hiệu lực từ 01/07/2021\n"
       "  tình trạng minh họa", "q", warning=True),
    _e("missing-pack", "văn bản q\n  cụ thể hóa không-hề-có-đâu\n  tình trạng minh họa", "q"),
    _e("missing-pack-near", "văn bản q\n  cụ thể hóa qđ-tỉnh-mâu\n  tình trạng minh họa", "q"),
    _e("cyclic-refinement", "văn bản q\n  cụ thể hóa vòng\n  tình trạng minh họa", "thử"),
    _e("unknown-precedence", "văn bản q\n  thứ bậc theo khác-hẳn\n  tình trạng minh họa", "q"),
    _e("unknown-precedence-near", "văn bản q\n  thứ bậc theo của-tính\n  tình trạng minh họa\n"
       "thứ bậc của-tỉnh\n  bậc 1 \"Bí thư Tỉnh ủy\"", "q"),
    _e("cyclic-precedence", "văn bản q\n  thứ bậc theo a\n  tình trạng minh họa\n"
       "thứ bậc a nối tiếp a\n  bậc 1 \"Bí thư Tỉnh ủy\"", "a"),
    _e("bad-rank", "thứ bậc a\n  bậc 0 \"Bí thư Tỉnh ủy\"", "0"),
    _e("ranks-not-ascending", "thứ bậc a\n  bậc 2 \"Bí thư Tỉnh ủy\"\n  bậc 1 \"Tổng Bí thư\"",
       'bậc 1 "Tổng Bí thư"'),
    _e("ranks-overlap", "thứ bậc a\n  bậc 3 \"Tổng Bí thư\"\nthứ bậc b nối tiếp a\n  bậc 2 \"Bí thư Tỉnh ủy\"",
       'bậc 2 "Bí thư Tỉnh ủy"'),
    _e("unknown-office", "thứ bậc a\n  bậc 1 \"Chúa tể muôn loài\"", 'bậc 1 "Chúa tể muôn loài"'),
    _e("office-twice", "thứ bậc a\n  bậc 1 \"Bí thư Tỉnh ủy\"\n  bậc 2 \"Bí thư Tỉnh ủy\"",
       'bậc 2 "Bí thư Tỉnh ủy"'),
    # --- rules
    _e("rule-without-modality", "quy tắc q\n  khi tin.trang = 1", "q"),
    _e("two-requirements", "quy tắc q\n  phải tin.trang = 1\n  nên tin.trang = 2", "nên tin.trang = 2"),
    _e("rule-without-examples", "quy tắc q\n  phải tin.trang = 1", "q", warning=True),
    _e("rule-without-summary", "quy tắc q\n  phải tin.trang = 1 hoặc tin.vị_trí = 1", "q", warning=True),
    _e("example-without-text", "quy tắc q\n  phải tin.trang = 1\n  ví dụ đạt", "ví dụ đạt"),
    _e("rows-for-item", "quy tắc q\n  phải tin.trang = 1\n  ví dụ đạt\n  | tít |\n  | a   |", "ví dụ đạt"),
    _e("datum-type", "quy tắc q\n  phải tin.trang = 1\n  ví dụ đạt \"x\" với trang = 90 giây", "90 giây"),
    _e("fix-without-target", "quy tắc q\n  phải có x trong tin.lãnh_đạo mà x.bậc = 1\n  sửa thay bằng \"x\"",
       'sửa thay bằng "x"'),
    _e("item-in-bulletin-rule", "quy tắc q\n  khi bản_tin.số_mục >= 2\n  phải tin.trang = 1", "q"),
    _e("unused-variable", "quy tắc q\n  với mỗi x trong tin.lãnh_đạo\n  phải tin.trang = 1", "x", warning=True),
    _e("variable-taken", "quy tắc q\n  với mỗi danh_bạ trong tin.lãnh_đạo\n  phải danh_bạ.bậc = 1", "danh_bạ"),
    _e("duplicate-name", "quy tắc q\n  phải tin.trang = 1\nquy tắc q\n  phải tin.trang = 2", "q"),
    _e("duplicate-name", "tham số a là 1\nbảng a theo tin.bậc\n  | còn lại | 1 |", "a"),
    _e("name-taken", _REFINING + "tham số hạn là 12 giờ", "hạn"),
    _e("unknown-override", _REFINING + "quy tắc r thay gì-đó-khác\n  phải tin.trang = 1", "r"),
    _e("unknown-override-near", _REFINING + "bảng giới_hạn thay tỉnh.giói_hạn\n  | báo in | 600 chữ |",
       "giới_hạn"),
    _e("weaker-modality", _REFINING + "quy tắc quá-dài thay tỉnh.quá-dài\n  nên tin.độ_dài không quá giới_hạn",
       "quá-dài", warning=True),
    _e("exception-of-unknown", "ngoại lệ tết của hoàn-toàn-khác\n  khi tin.trang = 1", "tết"),
    _e("exception-of-unknown-near", "quy tắc tin-dài\n  phải tin.trang = 1\nngoại lệ tết của tin-dai\n"
       "  khi tin.trang = 2", "tết"),
    _e("never-in-force", "quy tắc q\n  hiệu lực đến 01/01/2020\n  phải tin.trang = 1", "q"),
    _e("unused", "tham số hạn là 24 giờ", "hạn", warning=True),
    _e("unused", "bảng b theo tin.bậc\n  | còn lại | 3 phút |", "b", warning=True),
    # --- types
    _e("unknown-name", "quy tắc q\n  phải vũ_trụ.trang = 1", "vũ_trụ"),
    _e("unknown-name", "quy tắc q\n  phải tin.độ_dài không quá bảng_chưa_viết", "bảng_chưa_viết"),
    _e("unknown-name-near", "tham số hạn_đăng là 3\nquy tắc q\n  phải tin.trang <= han_đang", "han_đang"),
    _e("unknown-property", "quy tắc q\n  phải tin.màu = 1", "màu"),
    _e("unknown-property-near", "quy tắc q\n  phải tin.vi_trí = 1", "vi_trí"),
    _e("unknown-property-near", "rule q\n  must item.postion = 1", "postion"),
    _e("unknown-property-near", "quy tắc q\n  phải tin.trang = 1\n  ví dụ đạt \"x\" với loại_hìn = \"báo in\"",
       '"báo in"'),
    _e("property-of-several", "quy tắc q\n  phải tin.lãnh_đạo.bậc = 1", "bậc"),
    _e("unknown-value", "quy tắc q\n  phải tin.loại_hình = \"thư tay\"", '"thư tay"'),
    _e("unknown-value-near", "quy tắc q\n  phải tin.loại_hình = \"báo điện từ\"", '"báo điện từ"'),
    _e("unknown-value-near", "bảng b theo tin.loại_hình\n  | truyền hìn | 3 phút |", "truyền hìn"),
    _e("type-mismatch", "quy tắc q\n  phải tin.số_từ <= 3 phút", "tin.số_từ <= 3 phút"),
    _e("type-mismatch", "quy tắc q\n  phải tin.ngày_đăng <= 3", "tin.ngày_đăng <= 3"),
    _e("type-mismatch", "quy tắc q\n  phải tin.bậc = \"Bí thư Tỉnh ủy\"", 'tin.bậc = "Bí thư Tỉnh ủy"'),
    _e("type-mismatch", "quy tắc q\n  phải tin.trang trong {1, \"nhất\"}", '"nhất"'),
    _e("type-mismatch", "bảng b theo tin.bậc\n  | bậc 1   | 700 chữ |\n  | còn lại | 2 phút  |\n"
       "quy tắc q\n  phải tin.thời_lượng <= b", "tin.thời_lượng <= b"),
    _e("not-ordered", "quy tắc q\n  phải tin.sự_kiện <= \"đại hội\"", 'tin.sự_kiện <= "đại hội"'),
    _e("arithmetic", "quy tắc q\n  phải tin.số_chữ + tin.thời_lượng <= 3 phút", "tin.số_chữ + tin.thời_lượng"),
    _e("not-a-condition", "quy tắc q\n  khi tin.lãnh_đạo\n  phải tin.trang = 1", "tin.lãnh_đạo"),
    _e("not-a-collection", "quy tắc q\n  với mỗi x trong tin.tít\n  phải x.số_chữ <= 12 chữ", "tin.tít"),
    _e("not-summable", "quy tắc q\n  phải tổng x.họ_tên với mỗi x trong tin.lãnh_đạo <= 2", "x.họ_tên"),
    _e("predicate-subject", "quy tắc q\n  phải tin.trang xếp theo thứ_bậc", "tin.trang xếp theo thứ_bậc"),
    _e("predicate-argument", "quy tắc q\n  phải tin.lãnh_đạo xếp theo tin.trang", "tin.trang"),
    # --- tables
    _e("row-unfinished", "bảng b theo tin.bậc\n  | bậc 1 | 3 phút", "3 phút"),
    _e("row-without-table", "quy tắc q\n  phải tin.trang = 1\n  | bậc 1 | 3 phút |", "|"),
    _e("row-cells", "bảng b theo tin.bậc và tin.loại_hình\n  |       | báo in  | phát thanh |\n"
       "  | bậc 1 | 700 chữ |", "| bậc 1 | 700 chữ |"),
    _e("empty-cell", "bảng b theo tin.bậc\n  | bậc 1 | |", "|"),
    _e("unknown-unit", "bảng b theo tin.bậc\n  | bậc 1 | 3 dặm |", "3 dặm"),
    _e("table-without-axis", "bảng b\n  | bậc 1 | 3 phút |", "b"),
    _e("table-without-heading", "bảng b theo tin.bậc và tin.loại_hình\n  | bậc 1 | 3 phút |", "| bậc 1 | 3 phút |"),
    _e("table-one-axis", "bảng b theo tin.bậc\n  | | báo in | phát thanh |\n  | bậc 1 | 3 chữ | 3 phút |",
       "| | báo in | phát thanh |"),
    _e("axis-type", "bảng b theo tin.lãnh_đạo\n  | bậc 1 | 3 phút |", "tin.lãnh_đạo"),
    _e("other-axes", _REFINING + "bảng giới_hạn thay tỉnh.giới_hạn theo tin.bậc\n  | bậc 1 | 600 chữ |",
       "giới_hạn"),
    _e("mixed-cells", "bảng b theo tin.bậc\n  | bậc 1   | 3 phút |\n  | còn lại | dài    |", "b"),
    _e("condition-type", "bảng b theo tin.bậc\n  | báo in | 3 phút |", "báo in"),
    _e("rank-condition", "bảng b theo tin.bậc\n  | 1 | 3 phút |", "1"),
    _e("sentence-gap", 'quy tắc q\n  câu báo "Tít dài {bao nhiêu}."\n  phải tin.trang = 1', 'câu báo "Tít dài {bao nhiêu}."'),
    _e("rank-onwards", "bảng b theo tin.bậc\n  | bậc 10 trở lên | 3 phút |", "bậc 10 trở lên"),
    _e("band-reversed", "bảng b theo tin.bậc\n  | bậc 5..1 | 3 phút |", "bậc 5..1"),
    _e("table-gap", "bảng b theo tin.bậc\n  | bậc 1..5 | 3 phút |\nquy tắc q\n  phải tin.thời_lượng <= b", "b",
       warning=True),
    _e("table-gap", "bảng b theo tin.loại_hình\n  | báo in | 300 chữ |\nquy tắc q\n  phải tin.số_chữ <= b", "b",
       warning=True),
    _e("table-overlap", "bảng b theo tin.bậc\n  | bậc 1..5 | 3 phút |\n  | bậc 5..9 | 2 phút |", "bậc 5..9"),
    _e("masked-row", "bảng b theo tin.bậc\n  | bậc 1..5 | 3 phút |\n  | bậc 2..3 | 2 phút |", "bậc 2..3"),
    _e("masked-row", "bảng b theo tin.bậc\n  | còn lại | 3 phút |\n  | còn lại | 2 phút |", "còn lại"),
    _e("versions-overlap", "tham số a\n  từ 01/01/2022 là 1\n  từ 01/01/2022 là 2", "từ 01/01/2022 là 2"),
    _e("versions-not-in-order", "tham số a\n  từ 01/01/2023 là 1\n  từ 01/01/2022 là 2", "từ 01/01/2022 là 2"),
    _e("loosened", _REFINING + "bảng giới_hạn thay tỉnh.giới_hạn\n  | báo in | 800 chữ |", "800 chữ",
       warning=True),
    _e("loosened", _REFINING + "tham số hạn thay tỉnh.hạn là 36 giờ", "là 36 giờ", warning=True),
)  # fmt: skip

UNREADABLE: tuple[str, ...] = ("pack.not-found", "pack.unreadable", "pack.not-utf8")
"""Problems of files, which no text can show."""
