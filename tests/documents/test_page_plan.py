"""A print issue from a page plan: articles read from their files and placed by the table."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.documents.model import Document, Medium, Metadata, SourceKind, Zone
from kiemtin.documents.reading import read_bytes, read_document
from kiemtin.foundation.messages import message
from kiemtin.foundation.problems import DocumentError
from kiemtin.reporting.places import Places

FIRST = "---\nmục: Chính trị\nthể loại: tin\ntrang: 9\n---\nTỉnh họp bàn\n\nÔng Trần Văn An dự.\n"
PLAN = """Ngày: 12/03/2024,Cơ quan: Báo Tân Sơn,,,,
Tệp,Trang,Mục,Vị trí,Tỷ lệ,Loại hình
mot.md,1,Thời sự,1,1/4,báo in
hai,2,,3,,báo in
ba.md,2,Văn hóa,,,báo in
"""


def issue(folder: Path, plan: str = PLAN, **files: str) -> Document:
    (folder / "mot.md").write_text(FIRST, "utf-8")
    (folder / "hai.txt").write_text("Tỉnh khai hội\n\nCâu một.\nCâu hai.\n", "utf-8")
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, "utf-8")
    (folder / "so-bao.csv").write_text(plan, "utf-8")
    return read_document(folder / "so-bao.csv")


def headlines(document: Document) -> list[str]:
    return [
        next((b.span.of(document.text) for b in item.blocks if b.zone is Zone.HEADLINE), "")
        for item in document.items
    ]


def test_the_articles_of_an_issue_stand_where_the_table_places_them(tmp_path: Path) -> None:
    document = issue(tmp_path)
    assert document.kind == "bulletin"
    assert headlines(document)[:2] == ["Tỉnh họp bàn", "Tỉnh khai hội"]
    one, two, _ = (item.metadata for item in document.items)
    assert (one.page, one.section, one.position, one.medium, one.outlet) == (
        1, "Thời sự", 1, "print", "Báo Tân Sơn",
    )  # fmt: skip
    assert one.genre == "tin"  # what only the article says
    assert one.own_value("ty le") == "1/4"
    assert str(one.published) == "2024-03-12"
    assert one.sources["page"].kind is SourceKind.CELL
    assert str(one.sources["page"].place).endswith("so-bao.csv:3:2")
    assert one.sources["genre"].span.of(document.text) == "thể loại: tin"
    assert (two.page, two.position, two.section) == (2, 3, None)


def test_what_the_table_does_not_say_is_unknown(tmp_path: Path) -> None:
    """No position is counted: the order of the rows of a plan is no place on a page."""
    document = issue(tmp_path, "Tệp;Trang\nhai.txt;4\n")
    (item,) = document.items
    assert item.metadata.position is None
    assert item.metadata.section is None
    assert item.metadata.medium is None


def test_settings_stand_behind_the_article_s_own_head(tmp_path: Path) -> None:
    from kiemtin.documents.model import Source, Supplied

    issue(tmp_path, "Tệp;Trang\nmot.md;1\n")
    settings = {field: Source(SourceKind.SETTINGS) for field in ("medium", "outlet")}
    under = Metadata(medium=Medium.ONLINE, outlet="Báo A", sources=settings)
    (tmp_path / "mot.md").write_text("---\nloại hình: báo in\n---\nTít\n\nThân.\n", "utf-8")
    (item,) = read_document(tmp_path / "so-bao.csv", overrides=Supplied(under=under)).items
    assert (item.metadata.medium, item.metadata.outlet) == ("print", "Báo A")


def test_a_missing_article_stays_an_item_that_was_not_checked(tmp_path: Path) -> None:
    document = issue(tmp_path)
    (note,) = [note for note in document.notes if note.code == "plan-file-missing"]
    assert note.unread
    assert note.arguments == {"file": "ba.md", "page": 2}
    last = document.items[2]
    assert note.span == last.span
    assert last.metadata.page == 2
    assert {block.zone for block in last.blocks} == {Zone.METADATA}
    assert Places(document).show(last.span, "vi").endswith("so-bao.csv, ô A5")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("khong.md", "plan-file-missing"),
        ("../ngoai.md", "plan-file-outside"),
        ("a/../../ngoai.md", "plan-file-outside"),
        ("/etc/passwd", "plan-file-outside"),
        ("C:\\bai.md", "plan-file-outside"),
        ("..\\ngoai.md", "plan-file-outside"),
        ("lien-ket.md", "plan-file-outside"),
        ("thu-muc", "plan-file-missing"),
        ("doi", "plan-file-several"),
        ("hong.docx", "plan-file-unreadable"),
        ("so-bao.csv", "plan-file-is-bulletin"),
        ("x" * 5000, "plan-file-missing"),
    ],
)
def test_each_file_that_is_not_read_is_told(tmp_path: Path, name: str, code: str) -> None:
    folder = tmp_path / "số báo"
    (folder / "thu-muc").mkdir(parents=True)
    (tmp_path / "ngoai.md").write_text("Bí mật", "utf-8")
    (folder / "lien-ket.md").symlink_to(tmp_path / "ngoai.md")
    document = issue(
        folder, f"Tệp;Trang\nhai.txt;1\n{name};2\n", doi_md="Một", doi_txt="Hai", hong_docx="không phải Word"
    )
    (note,) = [note for note in document.notes if note.unread]
    assert note.code == code
    assert "Bí mật" not in document.text
    for lang in ("vi", "en"):
        assert "{" not in message(note.code, lang, note.arguments)  # type: ignore[arg-type]


def test_an_article_that_is_named_twice_counts_once(tmp_path: Path) -> None:
    document = issue(tmp_path, "Tệp;Trang\nhai.txt;1\nhai;5\n")
    assert [item.metadata.page for item in document.items] == [1]
    (note,) = [note for note in document.notes if note.code == "plan-article-again"]
    assert note.arguments == {"file": "hai", "page": 5, "number": 1}


def test_a_plan_that_comes_without_a_folder_reads_no_file(tmp_path: Path) -> None:
    issue(tmp_path)
    document = read_bytes(PLAN.encode(), str(tmp_path / "so-bao.csv"))
    assert "Tỉnh họp bàn" not in document.text
    (note,) = [note for note in document.notes if note.unread]
    assert (note.code, note.arguments) == ("plan-files-not-at-hand", {"count": 3})


def test_too_many_articles_are_refused(tmp_path: Path) -> None:
    rows = "".join(f"a{number};1\n" for number in range(501))
    with pytest.raises(DocumentError) as caught:
        issue(tmp_path, f"Tệp;Trang\n{rows}")
    assert caught.value.problems[0].code == "plan-too-many-articles"


def test_the_report_names_the_article_s_file(tmp_path: Path) -> None:
    document = issue(tmp_path)
    at = document.text.index("Câu một")
    from kiemtin.foundation.places import Span

    assert Places(document).show(Span(at, at + 3), "en") == f"{tmp_path / 'hai.txt'}:3"


def test_a_rundown_with_texts_is_no_plan() -> None:
    document = read_bytes("Tên tin;Nội dung;Tệp;Trang\nMột;Hai.;a.mp4;1\n".encode(), "a.csv")
    assert not document.notes
    assert document.items[0].file is None


WORDS = st.text("aăâêxyĐ .,", min_size=1, max_size=20).map(str.strip).filter(bool)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=5))
def test_every_block_leads_back_to_the_line_of_its_file(articles: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = []
        for number, paragraphs in enumerate(articles, start=1):
            text = "\n\n".join(f"{number}. {words}" for words in paragraphs)
            (folder / f"{number}.txt").write_text(text, "utf-8")
            rows.append(f"{number}.txt;{number}")
        (folder / "p.csv").write_text("Tệp;Trang\n" + "\n".join(rows), "utf-8")
        document = read_document(folder / "p.csv")
        assert [item.metadata.page for item in document.items] == list(range(1, len(articles) + 1))
        for block in document.blocks:
            lines = Path(block.origin.file).read_text("utf-8").splitlines()
            assert " ".join(lines[block.origin.index - 1].split()) == " ".join(
                block.span.of(document.text).split()
            )
