"""kiemtin.toml: what it settles, and what is said of everything that is wrong in it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.checking.nearest import nearest
from kiemtin.checking.settings_file import load
from kiemtin.documents.model import Medium, SourceKind
from kiemtin.foundation.messages import help_for, message
from kiemtin.foundation.problems import PackError


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "kiemtin.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


BOTH = {
    "en": """
pack = "nội-quy-báo-mẫu"
roster = ["a.csv", "có sẵn"]
events = "lich.ics"
language = "en"
threshold = "should"
strict = true
unconfirmed = "fail"
reading-rate = 240
outlet = "Báo (mẫu)"
medium = "print"
[columns]
"Tên VTR" = "title"
""",
    "vi": """
"bộ quy tắc" = "nội-quy-báo-mẫu"
danh-ba = ["a.csv", "có sẵn"]
"lịch công tác" = "lich.ics"
"ngôn ngữ" = "en"
nguong = "nên"
"chặt" = true
"chưa chắc" = "lỗi"
toc_do_doc = 240
"tòa soạn" = "Báo (mẫu)"
"loại hình" = "báo in"
["cột"]
"Tên VTR" = "tên tin"
""",
}


@pytest.mark.parametrize("lang", BOTH)
def test_keys_stand_in_english_or_vietnamese(lang: str, tmp_path: Path) -> None:
    settings = load(write(tmp_path, BOTH[lang])).settings

    assert settings.pack == "nội-quy-báo-mẫu"
    assert settings.rosters == (str(tmp_path / "a.csv"), "có sẵn")
    assert settings.events == (str(tmp_path / "lich.ics"),)
    assert (settings.language, settings.threshold, settings.strict) == ("en", "should", True)
    assert (settings.unconfirmed, settings.reading_rate) == ("fail", 240.0)
    assert (settings.said.outlet, settings.said.medium) == ("Báo (mẫu)", Medium.PRINT)
    assert list(settings.headings) == ["ten vtr"]


def test_a_pack_that_is_a_file_stands_beside_the_settings(tmp_path: Path) -> None:
    assert load(write(tmp_path, 'pack = "quy/noi.quy"')).settings.pack == str(tmp_path / "quy/noi.quy")


def test_a_value_knows_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, '# ghi chú\npack = "x"\n\nmedium = "báo in"\n')
    source = load(path).settings.said.sources["medium"]

    assert source.kind is SourceKind.SETTINGS
    assert source.place is not None
    assert (source.place.path, source.place.line) == (str(path), 4)


WRONG = [
    ('pakc = "x"', "settings-key-similar", 1, "pack"),
    ('\nmediun = "báo in"', "settings-key-similar", 2, "medium"),
    ('"danh bạn" = "x"', "settings-key-similar", 1, "danh bạ"),
    ('hoàn_toàn_khác = 1', "settings-key-unquoted", 1, "hoàn_toàn_khác"),
    ('zzzz = 1', "settings-key-unknown", 1, "zzzz"),
    ('tit = "Tít"', "settings-key-unknown", 1, "tit"),
    ('pack = "a"\n"bộ quy tắc" = "b"', "settings-key-twice", 2, "bộ quy tắc"),
    ('pack = 3', "settings-bad-text", 1, "3"),
    ('roster = [1]', "settings-bad-paths", 1, "[1]"),
    ('strict = "có"', "settings-bad-flag", 1, "có"),
    ('threshold = "gắt"', "settings-bad-word", 1, "gắt"),
    ('unconfirmed = "maybe"', "settings-bad-word", 1, "maybe"),
    ('language = "fr"', "settings-bad-word", 1, "fr"),
    ('sites = 3', "settings-bad-paths", 1, "3"),
    ('reading-rate = 5', "settings-bad-rate", 1, "5"),
    ('reading-rate = true', "settings-bad-rate", 1, "True"),
    ('medium = "báo nói"', "settings-bad-datum", 1, "báo nói"),
    ('trang = [1]', "settings-bad-datum", 1, "[1]"),
    ('columns = 3', "settings-bad-columns", 1, "columns"),
    ('[columns]\nx = "lạ hoắc"', "settings-bad-column", 2, "lạ hoắc"),
    ('[match]\nfiles = "x"', "settings-bad-match", 1, "match"),
    ('pack = "x"\n[[match]]\npage = 1', "settings-match-without-files", 2, ""),
    (f'[[match]]\nfiles = "{"**/" * 9}x"', "settings-match-without-files", 1, ""),
    ('[[match]]\nfiles = "x"\npgae = 1', "settings-key-similar", 3, "page"),
    ('[[match]]\nfiles = "x"\n[[match]]\nfiles = "y"\ntrang = "nhất"', "settings-bad-datum", 5, "nhất"),
    ('bộ quy tắc = "x"', "settings-key-unquoted", 1, "bộ quy tắc"),
    ('pack = x', "settings-syntax", 1, ""),
    ('pack = "x"\npack = "y"', "settings-syntax", 2, ""),
    ("a = " + "[" * 3000 + "]" * 3000, "settings-nested", None, ""),
    (b"\xff\xfe\x00", "settings-not-utf8", None, ""),
    (b"# " + b"x" * 300_000, "settings-too-large", None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "line", "word"), WRONG)
def test_what_is_wrong_is_told_with_its_line(
    text: str | bytes, code: str, line: int | None, word: str, tmp_path: Path
) -> None:
    with pytest.raises(PackError) as caught:
        load(write(tmp_path, text))
    (problem,) = caught.value.problems

    assert (problem.code, problem.place.line) == (code, line)
    for lang in ("vi", "en"):
        said = message(code, lang, problem.arguments)  # type: ignore[arg-type]
        advice = help_for(code, lang, problem.arguments)  # type: ignore[arg-type]
        assert advice
        assert word in said + advice


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        load(write(tmp_path, 'pakc = "x"\nstrict = 3\nmedium = "y"'))

    assert [problem.place.line for problem in caught.value.problems] == [1, 2, 3]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        load(tmp_path / "none.toml")

    assert caught.value.problems[0].code == "settings-unreadable"


@given(st.binary(max_size=200) | st.text(alphabet='[]{}=".#\n abcđ1', max_size=80).map(str.encode))
def test_any_content_is_read_or_refused(content: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        try:
            load(write(Path(folder), content))
        except PackError as error:
            assert error.problems


PATTERNS = [
    ("thoi-su/*.xlsx", "thoi-su/a.xlsx", True),
    ("thoi-su/*.xlsx", "thoi-su/con/a.xlsx", False),
    ("thoi-su/**/*.xlsx", "thoi-su/con/a.xlsx", True),
    ("thoi-su/**/*.xlsx", "thoi-su/a.xlsx", True),
    ("thoi-su/", "thoi-su/con/a.xlsx", True),
    ("thoi-su/", "ban/thoi-su/a.docx", True),
    ("thoi-su/", "thoi-su-toi.xlsx", False),
    ("trang-nhat", "trang-nhat/bai.docx", True),
    ("*.docx", "sau/nua/bai.docx", True),
    ("/bai.docx", "bai.docx", True),
    ("/bai.docx", "x/bai.docx", False),
    ("bài?.txt", "bài1.txt", True),
    ("a+b.txt", "aab.txt", False),
]


@pytest.mark.parametrize(("pattern", "name", "fits"), PATTERNS)
def test_a_match_speaks_of_some_files(pattern: str, name: str, fits: bool, tmp_path: Path) -> None:  # noqa: FBT001
    settings = load(write(tmp_path, f'page = 2\n[[match]]\nfiles = "{pattern}"\npage = 1\n'))

    assert settings.for_file(tmp_path / name).said.page == (1 if fits else 2)


def test_the_last_match_counts_and_the_rest_stays(tmp_path: Path) -> None:
    text = """
medium = "báo in"
threshold = "nên"
[[match]]
files = ["a/", "b/"]
medium = "truyền hình"
"giờ phát" = 19:30:00
[[match]]
files = "a/"
threshold = "lưu ý"
page = 3
"""
    settings = load(write(tmp_path, text)).for_file(tmp_path / "a" / "x.txt")

    assert (settings.said.medium, settings.said.page) == (Medium.TELEVISION, 3)
    assert settings.said.hour == datetime(2024, 1, 1, 19, 30).time()
    assert settings.threshold == "note"


def test_a_file_elsewhere_is_meant_by_no_pattern(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    settings = load(write(tmp_path / "in", '[[match]]\nfiles = "*"\npage = 1\n'))

    assert settings.for_file(tmp_path / "out.txt").said.page is None


def test_the_nearest_one_above_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    write(tmp_path, "")
    assert nearest(str(deep)) == str(tmp_path / "kiemtin.toml")
    write(deep.parent, "")
    assert nearest(str(deep)) == str(deep.parent / "kiemtin.toml")
    monkeypatch.chdir(tmp_path)
    assert nearest("") == "kiemtin.toml"
    assert nearest("a/b") == "a/kiemtin.toml"


def test_profiles_of_home_pages_stand_beside_the_file_and_reach_the_reader(tmp_path: Path) -> None:
    pytest.importorskip("selectolax")
    from kiemtin.checking.desk import Chosen, Desk

    (tmp_path / "kiemtin.toml").write_text('"trang chủ" = "mau.toml"\n', "utf-8")
    slot = '[[slots]]\nname = "đầu"\nitems = "article"\nheadline = "h2"\n'
    (tmp_path / "mau.toml").write_text(f'host = "a.example"\n{slot}', "utf-8")
    page = tmp_path / "trang.html"
    head = '<html><head><link rel="canonical" href="https://a.example/"></head>'
    page.write_text(f"{head}<body><article><h2>Xã họp</h2></article></body></html>", "utf-8")
    document = Desk(Chosen()).read(str(page))
    assert document.kind == "bulletin"
    assert document.items[0].block == "đầu"
