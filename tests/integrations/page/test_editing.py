"""The page for editors in a browser: typed, pasted, dropped; by keyboard alone; with its server gone."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ..conftest import lack

CORPUS = Path(__file__).parents[3] / "corpus"
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
WRONG = (
    "Tỉnh Nam Sơn bàn việc quý II\n\nDự hội nghị có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; "
    "Trần Văn An, Bí thư Tỉnh ủy."
)
RIGHT = (
    "Tỉnh Nam Sơn bàn việc quý II\n\nDự hội nghị có các đồng chí: Trần Văn An, Bí thư Tỉnh ủy; "
    "Lê Thị Bình, Phó Bí thư Tỉnh ủy."
)
PROGRAM = "import sys; from kiemtin_cli.main import main; main()"
MARKED = "[...CSS.highlights.get('must')].map(range => range.toString())"
SENT = """async () => {
    const { Draft } = await import('/page/text.js');
    return new Draft(document.getElementById('draft')).text;
}"""
INSERT = (
    "words => { document.getElementById('draft').focus(); document.execCommand('insertText', false, words) }"
)
PASTE = """([type, words]) => {
    const data = new DataTransfer();
    data.setData('text/html', words);
    data.setData('text/plain', type);
    const event = new ClipboardEvent('paste', {clipboardData: data, bubbles: true});
    document.getElementById('draft').dispatchEvent(event);
}"""


class Editor:
    """`kiemtin page` of its own, and its address."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "page", "--no-browser", "--port", str(port)],
            stdout=subprocess.PIPE,
            cwd=folder,
        )
        assert self.process.stdout is not None
        found = re.search(r"(http://[^/\s]+:(\d+))/(#token=\S+)", self.process.stdout.readline().decode())
        self.process.stdout.close()
        assert found
        self.base, self.port = found[1], int(found[2])
        self.url = f"{found[1]}/{found[3]}"

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(20)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("newsroom")


@pytest.fixture(scope="module")
def editor(folder: Path) -> Iterator[Editor]:
    running = Editor(folder)
    yield running
    running.end()


@pytest.fixture
def page(browser: Any, editor: Editor) -> Iterator[Any]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.goto(editor.url)
    yield opened
    opened.close()


def typed(page: Any, words: str) -> None:
    page.evaluate(INSERT, words)


def wait_for(page: Any, number: int) -> None:
    page.wait_for_function(
        "number => document.querySelectorAll('#findings:not(.stale):not([aria-busy]) > li').length === number",
        arg=number,
    )


def text(page: Any) -> str:
    """What the page itself takes for the text."""
    found: str = page.evaluate(SENT)
    return found.rstrip("\n")


def test_words_are_marked_and_listed_as_one_types(page: Any) -> None:
    page.focus("#draft")
    page.keyboard.type("Tin\n\nDự họp có: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy.")
    wait_for(page, 1)
    assert page.evaluate(MARKED) == ["Trần Văn An"]
    assert "1 lỗi" in page.inner_text("#status")
    page.keyboard.press("Control+Home")
    page.keyboard.type("Hôm nay. ")  # marks stay on their words
    assert page.evaluate(MARKED) == ["Trần Văn An"]


def test_a_fix_is_made_and_undone_by_keyboard_alone(page: Any) -> None:
    typed(page, WRONG)
    wait_for(page, 1)
    page.focus("#draft")
    page.keyboard.press("F8")
    assert page.evaluate("getSelection().toString()") == "Trần Văn An"
    assert "Trần Văn An" in page.inner_text("#told")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Sửa":
            break
    page.keyboard.press("Enter")
    wait_for(page, 0)
    assert text(page) == RIGHT
    page.focus("#draft")
    for _ in range(4):
        page.keyboard.press("Control+z")
        if text(page) == WRONG:
            break
    assert text(page) == WRONG
    wait_for(page, 1)


def test_nothing_leaves_but_to_its_own_server_and_nothing_is_kept(browser: Any, editor: Editor) -> None:
    page = browser.new_page()
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: told.append(line.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(editor.url)
    typed(page, WRONG)
    wait_for(page, 1)
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    page.close()
    assert {url.removeprefix(editor.base).split("?")[0].split("#")[0] for url in asked} == {
        "/", "/page/icon.svg", "/page/page.css", "/page/page.js", "/page/asking.js", "/page/findings.js",
        "/page/rundown.js", "/page/text.js", "/page/names.js", "/page/paste.js", "/page/check",
    }  # fmt: skip
    assert told == []
    assert kept == [0, 0, ""]


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_axe_finds_nothing(browser: Any, editor: Editor, artefacts: Path, width: int, scheme: str) -> None:
    if not AXE.exists():
        lack("axe-core")
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page.goto(editor.url)
    typed(page, WRONG)
    wait_for(page, 1)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run()")
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.screenshot(path=artefacts / f"editor-{width}-{scheme}.png", full_page=True)
    page.set_input_files("#file", CORPUS / "rundowns" / "thoi-su-toi-sai-thu-tu.xlsx")
    page.wait_for_selector("#rundown tbody tr.marked")
    rundown = page.evaluate("axe.run()")
    page.screenshot(path=artefacts / f"editor-rundown-{width}-{scheme}.png", full_page=True)
    page.close()
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert [(each["id"], each["nodes"][0]["html"]) for each in rundown["violations"]] == []
    assert wide <= width


def test_a_server_that_is_gone_loses_nothing_and_is_told(browser: Any, folder: Path) -> None:
    running = Editor(folder)
    page = browser.new_page()
    page.goto(running.url)
    typed(page, WRONG)
    wait_for(page, 1)
    running.end()
    page.focus("#draft")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Thêm một câu.")
    page.wait_for_function("() => document.getElementById('status').textContent.startsWith('CHƯA SOÁT')")
    assert page.is_visible("#findings.stale")
    assert text(page) == f"{WRONG} Thêm một câu."
    again = Editor(folder, running.port)
    page.wait_for_function(
        "() => document.getElementById('status').textContent.startsWith('1 lỗi')", timeout=20000
    )
    assert text(page) == f"{WRONG} Thêm một câu."
    page.close()
    again.end()


@pytest.mark.parametrize(
    "words",
    [
        "<img src=x onerror=alert(1)><script>document.title='x'</script>\n\n" + WRONG,
        "\u202eđảo\u202c \u200b" + WRONG,
        "{{title}} ${1} \\u0000 " + WRONG,
        "Tin &amp; <b>đậm</b>\n\n" + "\U0001f600" * 50 + WRONG,
    ],
)
def test_hostile_text_stays_text(page: Any, words: str) -> None:
    typed(page, words)
    wait_for(page, 1)
    assert (
        page.evaluate("document.querySelectorAll('#draft img, #draft b, #findings img, #findings b').length")
        == 0
    )
    assert page.title() == "Kiểm tin"
    assert page.evaluate(MARKED) == ["Trần Văn An"]


def test_a_large_text_is_checked_or_refused_in_words(page: Any) -> None:
    page.evaluate(
        "words => { document.getElementById('draft').textContent = words }", "Một câu dài. " * 80_000
    )
    page.keyboard.type(" ")
    page.wait_for_function(
        "() => /^(CHƯA SOÁT|0 lỗi)/.test(document.getElementById('status').textContent)",
        timeout=30000,
    )


def test_many_findings_are_shown_at_once(page: Any) -> None:
    line = "Dự họp có: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy.\n\n"
    typed(page, "Tin\n\n" + line * 260)
    page.wait_for_function("() => document.querySelectorAll('#findings > li').length >= 250", timeout=30000)
    begun = page.evaluate("performance.now()")
    page.focus("#draft")
    page.keyboard.press("Control+Home")
    page.keyboard.type("Hôm nay ")
    assert text(page).startswith("Hôm nay Tin")
    assert page.evaluate("performance.now()") > begun


def test_what_is_pasted_arrives_as_text(page: Any) -> None:
    page.evaluate(PASTE, ["Đồng chí A.", "<p>Đồng chí <b>A</b>.</p>"])
    assert page.evaluate("document.querySelectorAll('#draft *').length") == 0


def test_letters_that_are_being_composed_are_left_alone(page: Any) -> None:
    session = page.context.new_cdp_session(page)
    page.focus("#draft")
    for words in ("t", "ti", "tin"):
        session.send(
            "Input.imeSetComposition",
            {"text": words, "selectionStart": len(words), "selectionEnd": len(words)},
        )
    session.send("Input.insertText", {"text": "tín"})
    assert text(page) == "tín"


def test_two_tabs_do_not_mix(browser: Any, editor: Editor) -> None:
    one, other = browser.new_page(), browser.new_page()
    for each in (one, other):
        each.goto(editor.url)
    typed(one, WRONG)
    typed(other, RIGHT)
    wait_for(one, 1)
    wait_for(other, 0)
    assert (text(one), text(other)) == (WRONG, RIGHT)
    one.close()
    other.close()


def test_a_word_file_is_opened_and_its_copy_saved(page: Any, tmp_path: Path) -> None:
    page.set_input_files("#file", CORPUS / "drafts" / "hoi-nghi-qua-dai.docx")
    wait_for(page, 1)
    assert page.input_value("#published") == "13/03/2024"
    with page.expect_download() as started:
        page.click("#word")
    saved = tmp_path / "copy.docx"
    started.value.save_as(saved)
    assert started.value.suggested_filename == "hoi-nghi-qua-dai.kiemtin.docx"
    assert saved.read_bytes().startswith(b"PK")


def test_a_rundown_is_put_in_order_by_keys(page: Any) -> None:
    page.set_input_files("#file", CORPUS / "rundowns" / "thoi-su-toi-sai-thu-tu.xlsx")
    wait_for(page, 1)
    rows = "[...document.querySelectorAll('#rundown tbody tr td:nth-child(2)')].map(cell => cell.textContent)"
    before = page.evaluate(rows)
    page.focus("#findings button:has-text('Xếp theo thứ tự này')")
    page.keyboard.press("Enter")
    wait_for(page, 0)
    assert sorted(page.evaluate(rows)) == sorted(before)
    assert page.evaluate(rows) != before
    page.focus("#rundown tbody tr:nth-child(2) button.down")
    page.keyboard.press("Enter")
    wait_for(page, 1)
    assert "nay ở vị trí 3" in page.inner_text("#told")
    page.fill("#slot", "5")
    assert "5:50" in page.inner_text("#rundown tfoot")
    assert "thừa 0:50" in page.inner_text("#rundown output")


def test_a_false_alarm_is_kept_with_name_and_reason(page: Any, folder: Path) -> None:
    typed(page, WRONG.replace("quý II", "quý III"))
    wait_for(page, 1)
    page.click("#findings button:has-text('Báo nhầm')")
    page.click("#keep")
    page.wait_for_function("() => document.getElementById('false-said').textContent.includes('Ghi lý do')")
    page.fill("#reason", "thứ tự theo giấy mời")
    page.fill("#person", "Lê Na")
    page.click("#keep")
    page.wait_for_function("() => !document.getElementById('false-alarm').open")
    assert "Lê Na" in (folder / "kiemtin-waivers.toml").read_text("utf-8")
    page.wait_for_function("() => document.getElementById('status').textContent.includes('0 lỗi')")


def test_the_reason_is_told_on_the_page(page: Any) -> None:
    typed(page, WRONG)
    wait_for(page, 1)
    page.click("#findings summary")
    page.click("#findings button:has-text('Vì sao?')")
    page.wait_for_function("() => document.querySelector('#findings pre').textContent.includes('bậc')")


def test_the_screen_reader_s_tree_names_everything(page: Any) -> None:
    typed(page, WRONG)
    wait_for(page, 1)
    tree = page.locator("body").aria_snapshot()
    assert 'textbox "Bài"' in tree
    assert "Tới chỗ ấy: 1. " in tree
    assert 'heading "Chỗ cần xem"' in tree


NAMED = "[...document.querySelectorAll('#names-placed > li')].map(each => each.firstChild.textContent)"


def test_a_list_of_names_is_put_in_order_by_keyboard_alone(page: Any) -> None:
    page.focus("#published")
    page.keyboard.type("20/11/2024")
    page.focus("#names-text")
    page.keyboard.type("Lương Cường, Tô Lâm, <img src=x onerror=alert(1)>")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#names-left > li")
    assert page.evaluate(NAMED) == [
        "Tô Lâm, Tổng Bí thư",
        "Lương Cường, Ủy viên Bộ Chính trị, Chủ tịch nước",
    ]
    assert "20/11/2024" in page.inner_text("#names-status")
    assert "<img src=x" in page.inner_text("#names-left")
    assert page.query_selector("#names img") is None
    page.focus("#names-placed summary")
    page.keyboard.press("Enter")
    assert "nguồn:" in page.inner_text("#names-placed > li >> nth=0")
    page.focus("#names-text")
    page.keyboard.type(" ")
    assert page.evaluate(NAMED) == [], "an old answer beside other names"
    assert page.is_disabled("#names-copy")


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_axe_finds_nothing_in_a_list_of_names(
    browser: Any, editor: Editor, artefacts: Path, width: int, scheme: str
) -> None:
    if not AXE.exists():
        lack("axe-core")
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page.goto(editor.url)
    page.fill("#published", "20/11/2024")
    page.fill("#names-text", "Lương Cường\nTô Lâm\nNguyễn Văn Không\n" + "x" * 110)
    page.click("#names-ask")
    page.wait_for_selector("#names-left > li")
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run()")
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.screenshot(path=artefacts / f"editor-names-{width}-{scheme}.png", full_page=True)
    page.close()
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert wide <= width


def test_names_are_kept_when_the_server_is_gone(browser: Any, folder: Path) -> None:
    running = Editor(folder)
    page = browser.new_page()
    page.goto(running.url)
    page.fill("#names-text", "Tô Lâm")
    running.end()
    page.click("#names-ask")
    page.wait_for_selector("#names-status.wrong")
    assert "CHƯA XẾP" in page.inner_text("#names-status")
    assert page.input_value("#names-text") == "Tô Lâm"
    assert page.evaluate(NAMED) == []
    page.close()


def test_the_rules_are_chosen_on_the_page_and_kept_in_its_address(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "của-mình.quy").write_text(
        "văn bản của-mình\n  hiệu lực từ 01/01/2020\n  tình trạng minh họa\n"
        'quy tắc lời-không-dùng\n  với mỗi đoạn trong tin.đoạn\n  không được đoạn có chứa "mưa to"\n',
        "utf-8",
    )
    running = Editor(tmp_path)
    page = browser.new_page()
    page.goto(running.url)
    typed(page, "Tin thời tiết\n\nHôm nay mưa to ở các xã phía tây của tỉnh.")
    page.wait_for_function("() => document.getElementById('status').textContent.includes('0 lỗi')")
    page.select_option("#pack", "của-mình")
    wait_for(page, 1)
    assert page.evaluate(MARKED) == ["mưa to"]
    assert "pack=" in page.evaluate("location.hash")
    page.close()
    running.end()


def test_another_program_of_this_machine_gets_no_answer(browser: Any, editor: Editor) -> None:
    page = browser.new_page()
    page.goto(f"{editor.base}/")
    typed(page, WRONG)
    page.wait_for_selector("#status.wrong")
    assert page.is_visible("#token")
    assert page.query_selector_all("#findings > li") == []
    page.close()


def test_who_walks_through_the_list_stays_where_one_is(page: Any) -> None:
    """The list is drawn anew when an answer comes: the focus and what is unfolded stay."""
    page.focus("#draft")
    page.keyboard.type("Dự họp có: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy.")
    wait_for(page, 1)
    page.focus("#findings summary")
    page.keyboard.press("Enter")
    page.focus("#draft")
    page.keyboard.type(" Trời mưa.")
    page.focus("#findings summary")
    assert page.get_attribute("#findings", "aria-busy") == "true", "an answer is still to come"
    wait_for(page, 1)
    assert page.evaluate("document.activeElement.matches('#findings > li details[open] > summary')")

    page.focus("#findings button:has-text('Sửa')")
    page.keyboard.press("Enter")
    wait_for(page, 0)
    assert page.evaluate("document.activeElement !== document.body")


def test_words_of_a_rundown_are_edited_by_keyboard_alone(page: Any, tmp_path: Path) -> None:
    sheet = tmp_path / "ban-tin.csv"
    lines = [
        "Tít,Nội dung,Thời lượng dự kiến (giây)",
        "Họp quý,Dự họp có nhiều đại biểu.,30",
        "Thời tiết,Mưa.,150",
    ]
    sheet.write_text("\n".join(lines), "utf-8")
    page.set_input_files("#file", sheet)
    page.wait_for_selector("#rundown tbody tr")
    wait_for(page, 0)
    page.focus("#rundown tr[data-row='0'] button.edit")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.field") == "headline"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Có: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy.")
    wait_for(page, 1)
    assert page.evaluate("document.activeElement.dataset.field") == "text", "still where one types"
    assert "24 chữ" in page.inner_text("#rundown tr.words .hint")
    page.focus("#rundown tr[data-row='0'] button.down")
    page.keyboard.press("Enter")  # the words that are being edited move with their row
    page.wait_for_selector("#rundown tr.words[data-of='1']")
    wait_for(page, 1)
    page.focus("#findings button:has-text('Tới chỗ ấy')")
    page.keyboard.press("Enter")
    chosen = "(each => each.value.slice(each.selectionStart, each.selectionEnd))(document.activeElement)"
    assert page.evaluate(chosen) == "Trần Văn An"
    page.focus("#findings button:has-text('Sửa')")
    page.keyboard.press("Enter")
    wait_for(page, 0)
    written = "document.querySelector('#rundown tr.words [data-field=text]').value"
    assert page.evaluate(written).endswith("Trần Văn An, Bí thư Tỉnh ủy; Lê Thị Bình, Phó Bí thư Tỉnh ủy.")
    page.focus("#rundown tr.words [data-field=text]")
    for _ in range(4):
        page.keyboard.press("Control+z")
    wait_for(page, 1)
    page.keyboard.press("Escape")
    assert page.query_selector("#rundown tr.words") is None
    assert page.evaluate("document.activeElement.className") == "edit"


def test_sums_follow_a_time_and_the_next_field_is_reached(page: Any, tmp_path: Path) -> None:
    sheet = tmp_path / "ban-tin.csv"
    sheet.write_text("Tít,Nội dung,Thời lượng dự kiến (giây)\nMột,Mưa.,60\nHai,Nắng.,50\n", "utf-8")
    page.set_input_files("#file", sheet)
    page.wait_for_selector("#rundown tbody tr")
    page.fill("#slot", "2")
    page.focus("#rundown tr[data-row='0'] td.time input")
    page.keyboard.press("Control+a")
    page.keyboard.type("1:30")
    page.keyboard.press("Tab")
    assert "2:20" in page.inner_text("#rundown tfoot")
    assert "thừa 0:20" in page.inner_text("#rundown output")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Thực tế")


def test_an_edited_rundown_is_clear_to_axe(browser: Any, editor: Editor, artefacts: Path) -> None:
    if not AXE.exists():
        lack("axe-core")
    page = browser.new_page(viewport={"width": 360, "height": 900}, color_scheme="dark", bypass_csp=True)
    page.goto(editor.url)
    page.set_input_files("#file", CORPUS / "rundowns" / "thoi-su-toi-sai-thu-tu.xlsx")
    page.wait_for_selector("#rundown tbody tr.marked")
    page.click("#rundown tr[data-row='0'] button.edit")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run()")
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.screenshot(path=artefacts / "editor-rundown-words-360-dark.png", full_page=True)
    page.close()
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert wide <= 360


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style>
<!--[if gte mso 9]><xml><o:x/></xml><![endif]--></head><body><!--StartFragment-->
<p class=MsoNormal style='margin:0'><b>Tỉnh Nam Sơn bàn việc quý II</b><o:p></o:p></p>
<p class=MsoNormal>Dự có: <span lang=VI>Lê Thị Bình</span>, Phó Bí thư Tỉnh ủy;
Trần Văn An, Bí thư Tỉnh ủy.<o:p></o:p></p><!--EndFragment--></body></html>"""
WEB = """<meta charset=utf-8><article><h1>Tỉnh Nam Sơn bàn việc quý II</h1><script>alert(1)</script>
<p>Dự&nbsp;có: <a href="https://example.org/">Lê Thị Bình</a>, Phó Bí thư Tỉnh ủy;
Trần Văn An, Bí thư Tỉnh ủy.</p></article>"""
CHAT = (
    '<div style="white-space: pre-wrap">Tỉnh Nam Sơn bàn việc quý II<br>'
    'Dự có: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy.<img alt="\U0001f44d"></div>'
)
LINES = [
    "Tỉnh Nam Sơn bàn việc quý II",
    "Dự có: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy.",
]
COPY = """([html, plain]) => {
    const listener = event => {
        event.preventDefault();
        event.clipboardData.setData('text/html', html);
        if (plain) event.clipboardData.setData('text/plain', plain);
    };
    document.addEventListener('copy', listener, {once: true});
    document.execCommand('copy');
}"""


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        (WORD, "\r\n".join(LINES) + "\r\n"),
        (WEB, "\n\n".join(LINES).replace("Dự có", "Dự\u00a0có")),
        (CHAT, "\n".join(LINES)),
        (WORD, ""),
        (WEB, ""),
        (CHAT, ""),
    ],
    ids=["word", "web", "chat", "word-html-alone", "web-html-alone", "chat-html-alone"],
)
def test_what_comes_by_the_real_clipboard_keeps_its_paragraphs(
    browser: Any, editor: Editor, html: str, plain: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(editor.url)
    page.focus("#draft")
    page.evaluate(COPY, [html, plain])
    page.keyboard.press("Control+v")
    wait_for(page, 1)
    lines = [line.strip() for line in text(page).splitlines() if line.strip()]
    assert lines == LINES
    assert page.evaluate(MARKED) == ["Trần Văn An"]
    assert page.evaluate("document.querySelectorAll('#draft :not(br, div)').length") == 0
    page.keyboard.press("Control+z")
    page.wait_for_function("() => document.querySelectorAll('#findings > li').length === 0")
    assert text(page) == ""
    context.close()


def test_a_list_is_copied_by_its_button(browser: Any, editor: Editor) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(editor.url)
    page.fill("#published", "20/11/2024")
    page.fill("#names-text", "Lương Cường, Tô Lâm")
    page.click("#names-ask")
    page.wait_for_function("() => !document.getElementById('names-copy').disabled")
    page.focus("#names-copy")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.getElementById('names-status').textContent === 'Đã chép.'")
    assert page.evaluate("navigator.clipboard.readText()") == (
        "Tô Lâm, Tổng Bí thư;\nLương Cường, Ủy viên Bộ Chính trị, Chủ tịch nước"
    )
    page.focus("#draft")
    page.keyboard.press("Control+v")
    assert text(page).startswith("Tô Lâm, Tổng Bí thư;\nLương Cường")
    context.close()


@pytest.mark.parametrize(
    "steps",
    [
        ["T", "Tr", "Tra", "Trâ", "Trần"],  # Telex: Traan + f, VNI: Tra6n2, as an input method tells them
        ["U", "Ủ", "Ủy"],
    ],
)
def test_composed_letters_are_checked_when_the_word_is_done(page: Any, steps: list[str]) -> None:
    """As an input method of Vietnamese does it: a word under composition is replaced until it is taken."""
    page.evaluate(
        "() => { const real = fetch; window.asked = []; "
        "window.fetch = (...all) => { asked.push(all[1].body); return real(...all); }; }"
    )
    session = page.context.new_cdp_session(page)
    page.focus("#draft")
    for words in steps:
        session.send(
            "Input.imeSetComposition",
            {"text": words, "selectionStart": len(words), "selectionEnd": len(words)},
        )
    page.wait_for_timeout(500)
    assert page.evaluate("asked") == [], "half a word is not checked"
    session.send("Input.insertText", {"text": steps[-1]})
    page.wait_for_function("() => asked.length === 1")
    assert f'"{steps[-1]}"' in page.evaluate("asked[0]")
    assert text(page) == steps[-1]


def test_keys_that_replace_letters_by_backspace_are_checked_right(page: Any) -> None:
    """As Unikey does it without composition: letters are taken back by Backspace and typed anew."""
    page.focus("#draft")
    page.keyboard.type("Tin\n\nDự có: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Tra")
    page.keyboard.press("Backspace")
    page.keyboard.insert_text("â")
    page.keyboard.type("n")
    for _ in range(2):
        page.keyboard.press("Backspace")
    page.keyboard.insert_text("ần")
    page.keyboard.type(" Văn An, Bí thư Tỉnh ủy.")
    wait_for(page, 1)
    assert page.evaluate(MARKED) == ["Trần Văn An"]
