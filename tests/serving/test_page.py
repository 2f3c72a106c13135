"""What the page for editors asks of its server: drafts, files, rundowns, reasons, false alarms."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.serving.editing import drafts
from kiemtin.serving.tokens import hash_of, kept_token

from .conftest import BAD, GOOD, PROGRAM, Served

CORPUS = Path(__file__).parents[2] / "corpus"
ASSETS = (
    "page.js",
    "page.css",
    "text.js",
    "findings.js",
    "rundown.js",
    "asking.js",
    "names.js",
    "paste.js",
    "icon.svg",
)


class Page:
    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def ask(self, what: str, sent: object, status: int = 200, **query: str) -> Any:
        answer = self.client.post(f"/page/{what}", params=query, content=json.dumps(sent))
        assert answer.status_code == status, answer.text
        return answer.json()

    def open(self, path: Path) -> Any:
        answer = self.client.post("/page/open", params={"name": path.name}, content=path.read_bytes())
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture(scope="module")
def page(gate: Served) -> Page:
    return Page(gate.client)


def test_the_page_asks_for_nothing_but_its_own_files(page: Page) -> None:
    answer = page.client.get("/")
    policy = answer.headers["content-security-policy"]
    assert answer.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert re.findall(r"\{\{\w+\}\}", answer.text) == []
    assert set(re.findall(r"(?:src|href)=\"([^\"]*)\"", answer.text)) <= {
        "/",
        *(f"/page/{name}" for name in ASSETS),
    }
    for name in ASSETS:
        asset = page.client.get(f"/page/{name}")
        assert asset.status_code == 200
        assert "://" not in asset.text.replace("http://www.w3.org/2000/svg", "")


def test_the_page_speaks_english_if_asked(page: Page) -> None:
    assert "Paste a piece" in page.client.get("/?lang=en").text
    assert "Dán bài" in page.client.get("/").text


@pytest.mark.parametrize("name", ["../page.html", "page.html", "%2e%2e%2fpage.py", "none.js"])
def test_no_other_file_is_given_out(page: Page, name: str) -> None:
    assert page.client.get(f"/page/{name}").status_code in {404, 405}


def test_places_are_those_of_the_text_that_was_sent(page: Page) -> None:
    for text in (BAD, f"\U0001f600 {BAD}", BAD.replace("\n", "\r\n")):
        (card,) = page.ask("check", {"text": text})["cards"]
        start, end = card["place"]
        assert text[start:end] == "Trần Văn An"
        edits = card["fix"]["edits"]
        changed = text
        for first, last, words in sorted(edits, reverse=True):
            changed = changed[:first] + words + changed[last:]
        assert "Trần Văn An, Bí thư Tỉnh ủy; Lê Thị Bình, Phó Bí thư Tỉnh ủy" in changed
        assert page.ask("check", {"text": changed})["cards"] == []


def test_nothing_that_is_typed_is_written_down(page: Page, gate: Served) -> None:
    before = len(gate.log)
    head = page.client.get("/v1/audit/head").json()
    page.ask("check", {"text": GOOD})
    assert page.client.get("/v1/audit/head").json() == head
    assert len(gate.log) == before
    assert not any(
        "đường liên xã" in path.read_text("utf-8", "ignore")
        for path in gate.folder.rglob("*")
        if path.is_file()
    )


def test_what_could_not_be_checked_is_told(page: Page) -> None:
    told = page.ask("check", {"text": GOOD, "metadata": {}})
    assert any("loại hình" in line for line in told["open"])
    assert page.ask("check", {"text": GOOD}, lang="en")["summary"].startswith("0 errors")


@pytest.mark.parametrize(
    ("what", "sent"),
    [
        ("check", []),
        ("check", {"text": 5}),
        ("check", {"text": GOOD, "metadata": {"ngày đăng": "hôm qua"}}),
        ("check", {"text": GOOD, "metadata": {"mầu": "đỏ"}}),
        ("check", {"rows": [{"headline": 5}]}),
        ("check", {"rows": "x"}),
        ("why", {"text": GOOD, "fingerprint": "none"}),
        ("false-alarm", {"text": BAD, "fingerprint": None}),
    ],
)
def test_what_is_sent_wrongly_is_told_in_words(page: Page, what: str, sent: object) -> None:
    told = page.ask(what, sent, status=422)
    assert len(told["said"]) > 10


def test_a_word_file_becomes_text_and_comes_back_with_comments(page: Page) -> None:
    path = CORPUS / "drafts" / "hoi-nghi-qua-dai.docx"
    told = page.open(path)
    assert told["kind"] == "item"
    assert told["said"]["published"] == "13/03/2024"
    assert "ngày đăng" not in told["text"].lower()
    copy = page.client.post(
        "/page/copy", params={"format": "docx", "name": path.name}, content=path.read_bytes()
    )
    assert copy.status_code == 200
    assert copy.content.startswith(b"PK")
    report = page.client.post("/page/copy", params={"format": "html"}, content=json.dumps({"text": BAD}))
    assert "Trần Văn An" in report.text
    typed = page.client.post("/page/copy", params={"format": "docx"}, content=json.dumps({"text": BAD}))
    assert typed.content.startswith(b"PK")


def test_a_rundown_becomes_rows_that_are_checked_in_their_order(page: Page) -> None:
    rows = page.open(CORPUS / "rundowns" / "thoi-su-toi-dung.csv")["rows"]
    assert [row["planned"] for row in rows] == ["80", "50", "130", "90"]
    assert rows[0]["medium"] == "truyền hình"
    assert page.ask("check", {"rows": rows})["cards"] == []
    wrong = [rows[1], rows[0], *rows[2:]]
    (card,) = page.ask("check", {"rows": wrong})["cards"]
    order = card["fix"]["order"]
    places, moved = sorted(order), [wrong[at] for at in order]
    for at, row in zip(places, moved, strict=True):
        wrong[at] = row
    assert wrong == rows


ROW = st.fixed_dictionaries(
    {
        "headline": st.sampled_from(["Một tin", "Tin, có phẩy", 'Tin "ngoặc"']),
        "text": st.sampled_from(["Một câu.", "Hai câu. Câu nữa;"]),
        "planned": st.sampled_from(["", "50", "130"]),
        "block": st.sampled_from(["Trong tỉnh", "Trong nước"]),
    }
)


@given(st.lists(ROW, min_size=1, max_size=6))
def test_rows_come_back_as_they_were(rows: list[dict[str, str]]) -> None:
    shown = drafts.shown(drafts.read({"rows": rows}))["rows"]
    for row, back in zip(rows, shown, strict=True):
        assert {name: back[name] for name in row} == row


def test_the_reason_of_a_finding_is_told(page: Page) -> None:
    (card,) = page.ask("check", {"text": BAD})["cards"]
    tree = page.ask("why", {"text": BAD, "fingerprint": card["fingerprint"]})["tree"]
    assert "bậc" in tree


def test_a_gate_keeps_no_false_alarm_but_words_it(page: Page, gate: Served) -> None:
    (card,) = page.ask("check", {"text": BAD})["cards"]
    given = {
        "text": BAD,
        "fingerprint": card["fingerprint"],
        "reason": "thứ tự theo giấy mời",
        "person": "Lê Na",
    }
    told = page.ask("false-alarm", given)
    assert told["kept"] is False
    assert card["fingerprint"] in told["waiver"]
    assert "Trần Văn An" not in told["case"]
    assert not (gate.folder / "kiemtin-waivers.toml").exists()
    assert page.ask("false-alarm", given | {"reason": " "}, status=422)["said"]


def test_a_signed_false_alarm_stands_in_the_audit_log(page: Page, gate: Served) -> None:
    from kiemtin.serving.audit import entries, verify

    (card,) = page.ask("check", {"text": BAD})["cards"]
    signed = {"reason": "đồng chí Trần Văn An đứng theo giấy mời", "person": "Lê Na"}
    told = page.ask("false-alarm", {"text": BAD, "fingerprint": card["fingerprint"], **signed})
    assert "entry" not in told
    last = list(entries(gate.audit))[-1]
    assert (last.kind, last.desk) == ("false-alarm", "default")
    written = json.loads(last.body or "{}")
    assert (written["finding"], written["rule"]) == (card["fingerprint"], card["rule"])
    assert (written["name"], written["kept"]) == ("Lê Na", False)
    assert "theo giấy mời" in written["reason"]
    assert "Trần Văn An" not in (last.body or ""), "names in a reason are redacted"
    assert not verify(gate.audit).faults


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Page]:
    """`kiemtin page` in a folder of its own."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "page", "--no-browser"], stdout=subprocess.PIPE, cwd=tmp_path
    )
    assert process.stdout is not None
    found = re.search(r"(http://[^/\s]+)/#token=(\S+)", process.stdout.readline().decode())
    process.stdout.close()
    assert found
    headers = {"authorization": f"Bearer {found[2]}"}
    with httpx.Client(base_url=found[1], headers=headers, timeout=20, trust_env=False) as client:
        yield Page(client)
    process.terminate()
    assert process.wait(20) == 0


def test_the_page_of_a_folder_keeps_false_alarms_there(editor: Page, tmp_path: Path) -> None:
    (card,) = editor.ask("check", {"text": BAD})["cards"]
    given = {
        "text": BAD,
        "fingerprint": card["fingerprint"],
        "reason": "thứ tự theo giấy mời",
        "person": "Lê Na",
    }
    assert editor.ask("false-alarm", given)["kept"] is True
    assert "false-alarm" in (tmp_path / "kiemtin-waivers.toml").read_text("utf-8")
    assert [path.suffix for path in (tmp_path / "kiemtin-feedback").iterdir()] == [".quy"]
    told = editor.ask("check", {"text": BAD})
    assert all(each["state"] == "waived" for each in told["cards"])
    assert {path.name for path in tmp_path.iterdir()} == {"kiemtin-waivers.toml", "kiemtin-feedback"}


def test_names_are_put_in_order_for_the_day_that_the_page_says(page: Page) -> None:
    sent = {"names": "Tô Lâm, Lương Cường; <b>Ai Đó</b>", "metadata": {"ngày đăng": "20/11/2024"}}
    told = page.ask("list", sent)
    assert [each["line"] for each in told["placed"]] == [
        "Tô Lâm, Tổng Bí thư",
        "Lương Cường, Ủy viên Bộ Chính trị, Chủ tịch nước",
    ]
    assert "20/11/2024" in told["head"]
    assert all(each["sources"] for each in told["placed"])
    assert [each["written"] for each in told["left"]] == ["<b>Ai Đó</b>"]
    assert "On 2024-11-20" in page.ask("list", sent, lang="en")["head"]


@pytest.mark.parametrize("sent", [{}, {"names": 3}, {"names": "A", "metadata": {"ngày đăng": "32/13/2024"}}])
def test_names_that_are_sent_wrongly_are_told_in_words(page: Page, sent: object) -> None:
    assert page.ask("list", sent, 422)["said"]


@pytest.mark.parametrize("what", ["check", "open", "copy", "why", "false-alarm", "list"])
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://127.0.0.1:9"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"host": "elsewhere.example"}, 400),
    ],
    ids=["another-port", "no-origin", "same-site", "cross-site", "another-name"],
)
def test_no_other_page_of_this_machine_can_ask(
    page: Page, what: str, headers: dict[str, str], status: int
) -> None:
    answer = page.client.post(f"/page/{what}", content=b'{"names": "A", "text": "A"}', headers=headers)
    assert answer.status_code == status


def test_a_page_opened_by_its_command_has_a_secret_and_offers_packs(tmp_path: Path) -> None:
    (tmp_path / "của-mình.quy").write_text(
        "văn bản của-mình\n  hiệu lực từ 01/01/2020\n  tình trạng minh họa\n"
        'quy tắc lời\n  với mỗi đoạn trong tin.đoạn\n  không được đoạn có chứa "mưa to"\n',
        "utf-8",
    )
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "page", "--no-browser", "--port", "0"],
        stdout=subprocess.PIPE,
        cwd=tmp_path,
    )
    assert process.stdout is not None
    try:
        told = re.search(r"(http://\S+)/#token=(\S+)", process.stdout.readline().decode())
        assert told is not None
        with httpx.Client(base_url=told[1], timeout=60, trust_env=False) as client:
            assert told[2] not in client.get("/").text
            settled = json.loads(
                re.search(r'id="settled">(.*?)</script>', client.get("/").text, re.S)[1]  # type: ignore[index]
            )
            assert [name for name, _ in settled["packs"]] == [
                "",
                "của-mình",
                "nội-quy-báo-mẫu",
                "nội-quy-đài-mẫu",
            ]
            sent = json.dumps({"text": "Tin thời tiết\n\nHôm nay mưa to ở các xã."})
            assert client.post("/page/check", content=sent).status_code == 401
            client.headers["authorization"] = f"Bearer {told[2]}"
            cards = {
                pack: len(client.post("/page/check", params={"pack": pack}, content=sent).json()["cards"])
                for pack in ("", "của-mình")
            }
            assert cards == {"": 0, "của-mình": 1}
            assert client.post("/page/check", params={"pack": "../x"}, content=sent).status_code == 404
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


def test_the_secret_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "page-token"
    token, digest = kept_token(path)
    assert kept_token(path) == (token, digest)
    assert hash_of(token) == digest
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o644)
    assert kept_token(path)[0] != token  # others could have read it
    path.write_text("short")
    assert re.fullmatch(r"kt_[\w-]{43}", kept_token(path)[0])
    assert kept_token(None)[0] != kept_token(None)[0]
    (tmp_path / "file").write_text("")
    assert kept_token(tmp_path / "file" / "page-token")[0].startswith("kt_")


LIST = "Dự họp có: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy."
WORDS = st.sampled_from(["", " ", "Tin\nhai", "\U0001f600", 'a;b"c'])


@given(
    st.lists(
        st.fixed_dictionaries({"headline": WORDS, "lead": WORDS, "text": WORDS, "planned": st.just("60")}),
        max_size=4,
    )
)
def test_places_of_a_rundown_are_those_of_its_fields(before: list[dict[str, str]]) -> None:
    from kiemtin.serving.editing.cells import Cells

    rows = [*before, {"headline": "\U0001f600 Tin", "lead": "", "text": f"  {LIST}\n{LIST}", "planned": "60"}]
    document = drafts.read({"rows": rows})
    cells = Cells(document, rows)
    seen = 0
    for number, item in enumerate(document.items):
        for block in item.blocks:
            cell = cells.at(block.span)
            if cell is None:
                continue
            seen += 1
            assert rows[cell.row][cell.field][cell.start : cell.end] == block.span.of(document.text)
            assert cells.row(number) == cell.row
    assert seen >= 2
    assert cells.row(-1) == -1


def test_a_fix_of_a_rundown_is_told_by_row_and_field(page: Page) -> None:
    rows = [
        {"headline": "", "text": ""},
        {"headline": "Họp quý", "lead": "\U0001f600", "text": f"Mở đầu.\n{LIST}"},
    ]
    (card,) = page.ask("check", {"rows": rows})["cards"]
    row, field, start, end = card["cell"]
    assert (card["item"], row, field) == (1, 1, "text")
    assert rows[row][field][start:end] == "Trần Văn An"
    changed = dict(rows[1])
    for _, where, first, last, words in sorted(card["fix"]["cells"], key=lambda edit: -edit[2]):
        changed[where] = changed[where][:first] + words + changed[where][last:]
    assert "Trần Văn An, Bí thư Tỉnh ủy; Lê Thị Bình, Phó Bí thư Tỉnh ủy" in changed["text"]
    assert page.ask("check", {"rows": [rows[0], changed]})["cards"] == []
