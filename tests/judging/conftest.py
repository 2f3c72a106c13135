"""A small province of invented people, its rules, and the way from a text to findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from kiemtin.documents.model import Block, Document, Item, Metadata, Origin, Zone
from kiemtin.documents.plain_text import read_text
from kiemtin.foundation.dates import PartialDate
from kiemtin.foundation.records import replace
from kiemtin.foundation.text import fold
from kiemtin.judging.findings import Finding, Outcome
from kiemtin.judging.judge import Judge
from kiemtin.language.loading import load_rulebook
from kiemtin.language.rulebook import Rulebook
from kiemtin.officials.recognizer import Recognizer
from kiemtin.officials.roster import Holding, Official, Roster
from kiemtin.officials.words.loading import load_vocabulary
from kiemtin.officials.words.vocabulary import Vocabulary

HEAD = """văn bản qđ-thử
  tên          "Quy định thử"
  hiệu lực     từ 01/01/2020
  thứ bậc      theo tb
  tình trạng   minh họa "mẫu"

thứ bậc tb
  bậc 1 "Bí thư Tỉnh ủy"
  bậc 2 "Phó Bí thư Tỉnh ủy"
  bậc 3 "Chủ tịch UBND tỉnh"; "Chủ tịch HĐND tỉnh"
  bậc 6 "Phó Chủ tịch UBND tỉnh"; "Phó Chủ tịch HĐND tỉnh"
  bậc 9 "Giám đốc Sở Tài chính"

Điều 1. "Lời của điều khoản."
"""


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


@pytest.fixture(scope="session")
def roster(vocabulary: Vocabulary) -> Roster:
    """One left an office for another on a known day, of two the end is not known."""

    def held(title: str, start: str, end: str | None, seen: str | None = None) -> Holding:
        return Holding(
            vocabulary.office_id(title),
            title,
            locality="Nam Sơn",
            start=PartialDate.parse(start),
            end=PartialDate.parse(end) if end else None,
            source="danh bạ mẫu",
            in_office=PartialDate.parse(seen) if seen else None,
        )

    def acting(title: str, start: str) -> Holding:
        return replace(held(title, start, None, "2030-12-31"), title=f"Quyền {title}", acting=True)

    people = [
        Official(
            "an",
            "Trần Văn An",
            holdings=(
                held("Phó Bí thư Tỉnh ủy", "2018-01-01", "2022-06-30"),
                held("Bí thư Tỉnh ủy", "2022-07-01", None, "2030-12-31"),
            ),
        ),
        Official(
            "cam",
            "Đỗ Thị Cẩm",
            holdings=(
                held("Phó Bí thư Tỉnh ủy", "2020-01-01", None, "2030-12-31"),
                held("Phó Chủ tịch Thường trực UBND tỉnh", "2021-05-01", None),
            ),
        ),
        Official("dan", "Hồ Văn Dần", holdings=(held("Giám đốc Sở Tài chính", "2015-01-01", "2019-12-31"),)),
        Official("tung", "Mai Văn Tùng", holdings=(acting("Giám đốc Sở Tài chính", "2022-01-01"),)),
        Official("binh", "Lê Thị Bình", holdings=(held("Chủ tịch UBND tỉnh", "2021-05-01", None),)),
    ]
    return Roster(
        "mẫu",
        {person.id: person for person in people},
        {fold(person.name): (person.id,) for person in people},
    )


@pytest.fixture(scope="session")
def recognizer(vocabulary: Vocabulary, roster: Roster) -> Recognizer:
    return Recognizer(vocabulary, roster)


@pytest.fixture(scope="session")
def rulebook_of(
    vocabulary: Vocabulary, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Rulebook]:
    """A rulebook from the text of a pack; text that names no pack stands under the province's head."""

    def build(text: str, name: str = "qđ-thử", beside: Path | None = None) -> Rulebook:
        folder = beside or tmp_path_factory.mktemp("pack")
        path = folder / f"{name}.quy"
        path.write_text(text if text.startswith("văn bản") else HEAD + text, encoding="utf-8")
        return load_rulebook(path, bind_office=vocabulary.office_id, context_key=b"tests")

    return build


@pytest.fixture(scope="session")
def judge_of(
    rulebook_of: Callable[[str], Rulebook], roster: Roster, vocabulary: Vocabulary
) -> Callable[[str], Judge]:
    return lambda text: Judge(rulebook_of(text), roster, vocabulary)


class Judged:
    """Findings of one document."""

    def __init__(self, document: Document, findings: Sequence[Finding]) -> None:
        self.document, self.findings = document, findings

    @property
    def outcomes(self) -> list[str]:
        return [finding.outcome.value for finding in self.findings]

    @property
    def failed(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.outcome is Outcome.FAILED]

    @property
    def pointed_at(self) -> list[str]:
        return [finding.place.of(self.document.text) for finding in self.failed if finding.place]

    @property
    def missing(self) -> list[str]:
        return [datum.name for finding in self.findings for datum in finding.missing]


@pytest.fixture(scope="session")
def check(recognizer: Recognizer) -> Callable[..., Judged]:
    """Judges a text (front matter allowed) or a document."""

    def run(judge: Judge, text: str | Document, as_of: date | None = None) -> Judged:
        document = read_text(text) if isinstance(text, str) else text
        return Judged(document, judge.judge(document, recognizer.recognize(document), as_of).findings)

    return run


@pytest.fixture(scope="session")
def bulletin() -> Callable[..., Document]:
    """A bulletin of items that are a headline each."""

    def build(headlines: Sequence[str], metadata: Metadata | None = None, **shared: object) -> Document:
        text, items = "", []
        for line, headline in enumerate(headlines, 1):
            block = Block(Zone.HEADLINE, len(text), len(text) + len(headline), Origin("line", line))
            text += headline + "\n"
            items.append(Item((block,), Metadata(**shared)))  # type: ignore[arg-type]
        return Document("bản tin", "bulletin", text, tuple(items), metadata or Metadata())

    return build
