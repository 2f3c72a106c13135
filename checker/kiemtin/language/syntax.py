"""The syntax tree of a pack: what stands in a `.quy` file, the same for both spellings of its keywords.

Nodes are immutable and compare without their places, so that printing and parsing again gives an equal
tree. Names of properties, units and predicates are canonical (English) ids; unknown ones stay as written.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.places import Span
from kiemtin.foundation.records import Record, aside
from kiemtin.language.terms.types import Type

NOWHERE = Span(0, 0)


class Node(Record):
    """Anything with a place in the NFC text of its pack."""

    span: Span = aside(default=NOWHERE, kw_only=True)


class Quoted(Node):
    """What findings quote. The compiler has it spelled as packs write it: judging has no printer."""

    spelling: Phrase | None = aside(default=None, kw_only=True)

    @property
    def words(self) -> Phrase:
        """The spelling in both languages; only what a compiled rulebook holds has one."""
        assert self.spelling is not None, self
        return self.spelling

    @property
    def plain_words(self) -> Phrase:
        """What an editor calls it; as in `words` where the language has no better name."""
        return self.words


class Expression(Quoted):
    """`type` is None as parsed; the checker gives every node of an accepted pack its type."""

    type: Type | None = aside(default=None, kw_only=True)


class Quantity(Expression):
    """`24 giờ`, `1000 chữ`, `3`: `unit` is canonical (see `units.py`) or None for a bare number."""

    value: int | float
    unit: str | None = None


class Text(Expression):
    value: str


class Day(Expression):
    value: date


class Moment(Expression):
    """`12/03/2024 08:30`."""

    value: datetime


class Truth(Expression):
    value: bool


class Name(Expression):
    """A variable of a loop (looked for first: it may shadow a root), a root (`item`, `bulletin`), a table or
    a parameter."""

    name: str


class Attribute(Expression):
    owner: Expression
    name: str
    documented: Phrase | None = aside(default=None, kw_only=True)
    """What the language documents the property to be; the compiler copies it from the schema."""

    @property
    def plain_words(self) -> Phrase:
        return self.documented or self.words


class IfGiven(Expression):
    """`tin.trang nếu có`: what was not supplied counts as what does not exist."""

    operand: Expression


class Not(Expression):
    operand: Expression


class Logic(Expression):
    """`và`, `hoặc`: at least two operands."""

    operator: Literal["and", "or"]
    operands: tuple[Expression, ...]


class Arithmetic(Expression):
    operator: Literal["+", "-", "*", "/"]
    left: Expression
    right: Expression


class Comparison(Expression):
    operator: Literal["<", "<=", "=", "!=", ">=", ">"]
    left: Expression
    right: Expression


class SetOf(Expression):
    """`{"đại hội", "kỳ họp HĐND"}`."""

    elements: tuple[Expression, ...]


class Range(Expression):
    """`1..5`, both ends included."""

    low: Expression
    high: Expression


class Membership(Expression):
    """`x trong {…}`, `x trong 1..5`, `x trong tin.lượt_nhắc`."""

    element: Expression
    container: Expression
    negated: bool = False


class Predicate(Expression):
    """`ds.lãnh_đạo xếp theo thứ_bậc`: a canonical predicate (see `schema.py`) of a subject."""

    subject: Expression
    predicate: str
    arguments: tuple[Expression, ...] = ()
    negated: bool = False


class Aggregate(Expression):
    """`số`, `tổng`, `lớn nhất`, `nhỏ nhất`, `mọi`, `có` over the elements of a collection.

    `condition` keeps the elements it is true for (`all`: must be true for each; `any`: for one);
    `value` is what is summed or compared (sum, max, min).
    """

    kind: Literal["count", "sum", "max", "min", "all", "any"]
    variable: str
    collection: Expression
    condition: Expression | None = None
    value: Expression | None = None


class Loop(Node):
    """`với mỗi ds trong tin.danh_sách`."""

    variable: str
    collection: Expression


class Unless(Node):
    """`trừ khi` with an optional label that reports and trees print."""

    condition: Expression
    label: str | None = None


class Gap(Node):
    """`{đo được}`, `{quy định}`: what was measured, and what is required."""

    kind: Literal["measured", "required"]


class Sentence(Node):
    """What the author has a finding say: words, gaps, values asked for (`{người.họ_tên}`), in their order."""

    parts: tuple[str | Gap | Expression, ...]


class Fix(Node):
    """`xếp lại X`, `thêm X`, `thay [X] bằng Y`, `bỏ X`: what a suggested edit does."""

    kind: Literal["reorder", "insert", "replace", "remove"]
    target: Expression
    value: Expression | None = None


class Example(Node):
    """A required example: a text, or rows of a bulletin, with data given beside it.

    `data` are (canonical name of the item's property, literal); `rows` of a bulletin are cells under
    `columns`. `reports` are the words that a finding must point at (`báo`).
    """

    kind: Literal["pass", "fail", "out_of_scope"]
    text: str | None = None
    data: tuple[tuple[str, Expression], ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    reports: tuple[str, ...] = ()


Modality = Literal["must", "should", "note"]


class Rule(Node):
    """`quy tắc`. `replaces` is the qualified name of the rule that this one overrides (`thay`)."""

    name: str
    requirement: Expression
    modality: Modality
    loops: tuple[Loop, ...] = ()
    when: Expression | None = None
    unless: tuple[Unless, ...] = ()
    fix: Fix | None = None
    examples: tuple[Example, ...] = ()
    validity: Validity = Validity()
    replaces: str | None = None
    summary: str | None = None
    sentence: Sentence | None = None
    """`câu báo`: what is wrong, in the author's words."""
    advice: Sentence | None = None
    """`cần làm`: what to do."""
    draft: bool = False
    """`dự thảo`: it runs and is told apart, and blocks nothing."""
    formerly: tuple[str, ...] = ()
    """`tên cũ`: names that it went by, the oldest first, with or without a pack."""


class RuleException(Node):
    """`ngoại lệ NHÃN của RULE khi …`: stands in its own clause; the rule it names does not apply."""

    label: str
    rule: str
    condition: Expression
    validity: Validity = Validity()


class Status(Node):
    """`đã đối chiếu "nguồn"`, `tập quán "nơi quan sát"` or `minh họa ["lời"]`."""

    kind: Literal["verified", "practice", "sample"]
    source: str | None = None


LOWEST_RANK = 999
"""Where a band has no lower end (`từ bậc 10`)."""


class RankBand(Quoted):
    """`bậc 1..5` as the head of a table row; one rank has low = high, `từ bậc 10` ends at `LOWEST_RANK`."""

    low: int
    high: int


class Otherwise(Quoted):
    """`còn lại`: what no other row or column takes."""


Condition = RankBand | Quantity | Text | Range | Otherwise


class TableRow(Node):
    """A condition on the first axis and a cell for each column; None is an empty cell (`-`): no limit.

    `second` is the condition on the second axis where the table has three.
    """

    condition: Condition
    cells: tuple[Quantity | Text | None, ...]
    second: Condition | None = None

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return (self.condition,) if self.second is None else (self.condition, self.second)


class TableVersion(Node):
    """The rows in force from a day on; one column without a heading where the table has one axis."""

    columns: tuple[Condition, ...]
    rows: tuple[TableRow, ...]
    validity: Validity = Validity()
    status: Status | None = None

    @property
    def heads(self) -> tuple[tuple[Condition, ...], ...]:
        """What stands on each axis: of the rows first, of the columns last."""
        of_rows = tuple(zip(*(row.conditions for row in self.rows), strict=True))
        return (*of_rows, self.columns) if self.columns else of_rows


class Table(Node):
    """`bảng giới_hạn theo tin.bậc và tin.loại_hình`: a decision table on up to three axes.

    Columns are heads on the last axis; with three the rows have two heads.
    """

    name: str
    axes: tuple[Expression, ...]
    versions: tuple[TableVersion, ...]
    replaces: str | None = None


class ParameterValue(Node):
    value: Expression
    validity: Validity = Validity()
    status: Status | None = None


class Parameter(Node):
    """`tham số hạn_đăng = 24 giờ`: a named value with its history."""

    name: str
    values: tuple[ParameterValue, ...]
    replaces: str | None = None


class PrecedenceRank(Node):
    """`bậc 9 "Phó Chủ tịch nước"; "Phó Thủ tướng Chính phủ"`: offices of one rank are equal."""

    rank: int
    offices: tuple[str, ...]


class PrecedenceVersion(Node):
    ranks: tuple[PrecedenceRank, ...]
    validity: Validity = Validity()
    status: Status | None = None


class Precedence(Node):
    """`thứ bậc thứ-bậc-368`: a dated list of offices; rank 1 is highest. `extends` names the list whose
    ranks come before its own (`nối tiếp`)."""

    name: str
    versions: tuple[PrecedenceVersion, ...]
    extends: str | None = None


class Holiday(Node):
    """`nghỉ 08/02/2024 đến 14/02/2024 "Tết"` or `làm bù 04/05/2024`."""

    kind: Literal["free", "worked"]
    start: date
    end: date
    label: str | None = None


class HolidayCalendar(Node):
    """`lịch nghỉ từ … đến … minh họa`: the days without work of the years that `validity` covers whole."""

    validity: Validity
    days: tuple[Holiday, ...]
    status: Status | None = None


class Amendment(Node):
    """`sửa đổi 01/01/2025 "Siết mức tít"`: an entry of the pack's change log."""

    day: date
    text: str


FieldKind = Literal["text", "number", "date", "moment", "duration", "truth"]


class Field(Node):
    """`thông tin thể_loại là một trong {"tin", "phóng sự"}`: what may be said of an item beside its text.

    `values` are all that there are of a text, none if any will do.
    """

    name: str
    kind: FieldKind
    values: tuple[str, ...] = ()
    label: str | None = None


class NotMachineCheckable(Node):
    """`không kiểm bằng máy "lý do"`."""

    reason: str


Statement = (
    Rule
    | RuleException
    | Table
    | Parameter
    | Precedence
    | HolidayCalendar
    | Field
    | Amendment
    | NotMachineCheckable
)
DivisionKind = Literal["chapter", "section", "article", "clause", "point"]


class Division(Node):
    """Chương, Mục, Điều, Khoản or Điểm with its wording (or summary) and what stands under it."""

    kind: DivisionKind
    label: str
    wording: str | None
    statements: tuple[Statement, ...] = ()
    divisions: tuple[Division, ...] = ()
    internal: bool = False
    """`lưu hành nội bộ`: its wording, and that of all under it, leaves the machine only if asked for."""


class Pack(Node):
    """One `.quy` file: `văn bản NAME` with its head and its divisions."""

    name: str
    title: str | None = None
    number: str | None = None
    issuer: str | None = None
    issued: date | None = None
    validity: Validity = Validity()
    replaces: tuple[str, ...] = ()
    refines: str | None = None
    imports: tuple[str, ...] = ()
    precedence: str | None = None
    status: Status | None = None
    reviewed: date | None = None
    """The day up to which the author has checked the pack against its sources."""
    internal: bool = False
    draft: bool = False
    """`dự thảo`: all its rules are drafts."""
    statements: tuple[Statement, ...] = ()
    """Statements before the first division (precedence lists, parameters)."""
    divisions: tuple[Division, ...] = ()
