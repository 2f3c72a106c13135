"""`kiemtin rules doc`: pages whose links resolve, that load nothing and say what really comes out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import yaml

from kiemtin.reporting.pack_site.model import page_of_rule, rule_address

Run = Callable[..., "CompletedProcess[str]"]

PACK = """văn bản nhà-mình
  tên        "Nội quy <b>thử</b>"
  hiệu lực   từ 01/01/2024
  tình trạng minh họa "Số thử"
tham số mức
  từ 01/01/2024 là 3
  từ 01/01/2025 là 2
Điều 1. "Trang & vị trí"
Khoản 1. "Lời kín <script>alert(1)</script>" lưu hành nội bộ
  sửa đổi 01/01/2025 "Nhật ký kín."
  quy tắc ở-trang-đầu
    tóm tắt    "Đăng ở trang đầu."
    phải       tin.trang không quá mức
    trừ khi    tin.chuyên_mục = "Quốc tế" (tin quốc tế)
    ví dụ đạt  "a" với trang = 1, ngày_đăng = 12/03/2024
    ví dụ lỗi  "a" với trang = 2, ngày_đăng = 12/03/2024
Khoản 2. "Trung thực."
  không kiểm bằng máy "Là nội dung."
Khoản 3. "Để đó."
"""


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        for name, value in attrs:
            if name in {"href", "src"}:
                self.links.append(value or "")
            elif name == "id":
                self.ids.append(value or "")


def parsed(path: Path) -> _Links:
    links = _Links()
    links.feed(path.read_text("utf-8"))
    return links


@pytest.fixture
def site(tmp_path: Path, kiemtin: Run) -> Path:
    (tmp_path / "nhà-mình.quy").write_text(PACK, "utf-8")
    done = kiemtin("rules", "doc", "nhà-mình.quy", "-o", "site")
    assert done.returncode == 0, done.stderr
    return tmp_path / "site"


def test_links_resolve_and_nothing_comes_from_elsewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) == 3
    for page in pages:
        found = parsed(page)
        assert found.tags["h1"] == 1
        assert found.tags["script"] == 0
        assert len(found.ids) == len(set(found.ids))
        for link in found.links:
            assert not re.match(r"[a-z]+:|//", link), link
            assert (page.parent / link).resolve().is_file(), link


def test_a_rule_is_told_with_what_really_comes_out(site: Path) -> None:
    page = (site / rule_address("nhà-mình.ở-trang-đầu")).read_text("utf-8")
    assert "Đăng ở trang đầu." in page
    assert "minh họa: Số thử" in page
    assert "tin quốc tế" in page
    assert page.count("cho kết quả đúng như ghi") == 1  # on page 2 the limit of 2024 is met
    assert page.count("KHÔNG cho kết quả như ghi") == 1
    assert page.index("01/01/2024") < page.index("tham số mức (nhà-mình) là 2")


def test_the_ledger_counts_the_smallest_clauses(site: Path) -> None:
    front = (site / "index.html").read_text("utf-8")
    row = front[front.index("Nội quy &lt;b&gt;thử") :]
    assert [re.sub("<.*?>", "", cell) for cell in re.findall(r"<td>.*?</td>", row)[:6]] == [
        "3", "1 (33%)", "1 (33%)", "1 (33%)", "1 (33%)", "1",
    ]  # fmt: skip


def test_a_clause_with_values_of_a_named_source_is_no_sample(tmp_path: Path, kiemtin: Run) -> None:
    verified = PACK.replace('minh họa "Số thử"', 'đã đối chiếu "Công báo (bịa)"')
    (tmp_path / "nhà-mình.quy").write_text(verified, "utf-8")
    assert kiemtin("rules", "doc", "nhà-mình.quy", "-o", "site").returncode == 0
    front = (tmp_path / "site" / "index.html").read_text("utf-8")
    row = front[front.index("Nội quy &lt;b&gt;thử") :]
    assert [re.sub("<.*?>", "", cell) for cell in re.findall(r"<td>.*?</td>", row)[:3]] == [
        "3", "1 (33%)", "0 (0%)",
    ]  # fmt: skip


def test_wording_for_internal_circulation_stays_inside(site: Path, tmp_path: Path, kiemtin: Run) -> None:
    written = "".join(page.read_text("utf-8") for page in site.rglob("*.html"))
    assert "Lời kín" not in written
    assert "Nhật ký kín" not in written
    assert kiemtin("rules", "doc", "--internal", "nhà-mình.quy", "-o", "open").returncode == 0
    shown = "".join(page.read_text("utf-8") for page in (tmp_path / "open").rglob("*.html"))
    assert "Lời kín &lt;script&gt;" in shown
    assert "Nhật ký kín" in shown
    assert "<script" not in shown


def test_the_same_packs_make_the_same_bytes(site: Path, tmp_path: Path, kiemtin: Run) -> None:
    assert kiemtin("rules", "doc", "nhà-mình.quy", "-o", "again").returncode == 0
    for page in site.rglob("*.*"):
        assert (tmp_path / "again" / page.relative_to(site)).read_bytes() == page.read_bytes()


def test_a_pack_with_mistakes_makes_no_site(tmp_path: Path, kiemtin: Run) -> None:
    (tmp_path / "hỏng.quy").write_text(PACK.replace("không quá mức", "không quá"), "utf-8")
    done = kiemtin("rules", "doc", "hỏng.quy", "-o", "site")
    assert done.returncode == 4
    assert not (tmp_path / "site").exists()


def test_reports_lead_to_the_page_of_the_rule(tmp_path: Path, kiemtin: Run) -> None:
    (tmp_path / "nhà-mình.quy").write_text(PACK, "utf-8")
    (tmp_path / "bai.md").write_text(
        "---\ntrang: 5\nngày: 12/03/2024\nmục: Thời sự\n---\nTít\n\nĐoàn đến xã.\n", "utf-8"
    )
    (tmp_path / "kiemtin.toml").write_text(
        'pack = "nhà-mình.quy"\nrules-site = "https://noi-bo.example/so/"\n', "utf-8"
    )
    address = f"https://noi-bo.example/so/{rule_address('nhà-mình.ở-trang-đầu')}"
    assert f'href="{address}"' in kiemtin("check", "--format", "html", "bai.md").stdout
    assert f'"helpUri":"{address}"' in kiemtin("check", "--format", "sarif", "bai.md").stdout
    assert page_of_rule(str(tmp_path), "a.b").startswith("file:///")


def test_the_tasks_name_commands_and_packs_that_exist(kiemtin: Run) -> None:
    import kiemtin_rules

    root = Path(kiemtin_rules.__file__).parent
    told = yaml.safe_load((root / "ledger" / "tasks.yaml").read_text("utf-8"))
    packs = {path.stem for path in (root / "packs").glob("*.quy")}
    assert [task["number"] for task in told["tasks"]] == [1, 2, 3, 4, 5, 6]
    for task in told["tasks"]:
        assert set(task["packs"]) <= packs
        for command in task["commands"]:
            assert kiemtin(*command.split(), "--help").returncode == 0, command
