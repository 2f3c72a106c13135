"""Every way by which a post goes public meets the gate, and none is held up by a gate that is not there."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
import xmlrpc.client
from typing import Any

import pytest

GOOD = "<!-- wp:paragraph --><p>Sáng nay, tỉnh Nam Sơn bàn việc làm đường liên xã.</p><!-- /wp:paragraph -->"
BAD = (
    "<!-- wp:paragraph --><p>Dự họp có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; Trần Văn An, "
    "Bí thư Tỉnh ủy.</p><!-- /wp:paragraph -->"
)
SENTENCE = "“Trần Văn An” (bậc 9) đứng sau “Lê Thị Bình” (bậc 10) trong danh sách"


def test_a_clean_post_is_published(site: Any) -> None:
    answer = site.post(content=GOOD)
    assert answer.status_code == 201, answer.text
    assert site.known(answer.json()["id"])["kiemtin_gate"]["decision"] == "allow"


@pytest.mark.parametrize("told", [{"status": "publish"}, {"status": "future", "date": "2037-01-01T08:00:00"}])
def test_a_wrong_order_is_neither_published_nor_scheduled(site: Any, told: dict[str, str]) -> None:
    answer = site.post(content=BAD, **told)
    assert (answer.status_code, answer.json()["code"]) == (409, "kiemtin_deny")
    assert SENTENCE in answer.json()["message"]
    assert "Điều 4, Khoản 1" in answer.json()["message"]


def test_a_draft_is_nobody_s_business(site: Any) -> None:
    assert site.post(content=BAD, status="draft").status_code == 201


def test_a_draft_is_held_when_only_its_status_changes(site: Any) -> None:
    post = site.post(content=BAD, status="draft").json()["id"]
    assert site.rest("POST", f"posts/{post}", status="publish").status_code == 409
    assert site.known(post)["status"] == "draft"


def test_what_is_public_stays_as_it_is(site: Any) -> None:
    post = site.post(content=GOOD).json()["id"]
    assert site.rest("POST", f"posts/{post}", content=BAD).status_code == 409
    assert site.known(post)["content"]["raw"] == GOOD


def xml_rpc(site: Any, method: str, *told: Any) -> Any:
    server = xmlrpc.client.ServerProxy(f"{site.url}/xmlrpc.php")
    return getattr(server.wp, method)(1, "editor", "editor-password", *told)


def test_xml_rpc_does_not_go_by(site: Any) -> None:
    told = {"post_type": "post", "post_status": "publish", "post_title": "Tỉnh họp", "post_content": BAD}
    post = int(xml_rpc(site, "newPost", told))
    assert site.known(post)["status"] == "draft"
    assert SENTENCE in site.known(post)["kiemtin_gate"]["message"]
    good = int(xml_rpc(site, "newPost", told | {"post_content": GOOD}))
    assert site.known(good)["status"] == "publish"
    xml_rpc(site, "editPost", good, {"post_content": BAD})
    known = site.known(good)
    assert (known["status"], known["content"]["raw"]) == ("publish", GOOD)
    waiting = site.sql(
        f"SELECT post_content FROM wp_posts WHERE post_parent={good} AND post_name LIKE '%autosave%'"
    )
    assert "Lê Thị Bình" in waiting


def classic(site: Any, post: int, content: str, **told: str) -> Any:
    """Saved as the classic editor does: the form, then its fields."""
    page = site.browser.get(
        "/wp-admin/post.php", params={"post": post, "action": "edit", "classic-editor": "1"}
    ).text
    nonce = re.search(r'name="_wpnonce" value="(\w+)"', page)
    own = re.search(r'name="kiemtin_nonce" value="(\w+)"', page)
    assert nonce is not None
    assert own is not None
    fields = {
        "post_ID": str(post), "action": "editpost", "_wpnonce": nonce[1], "post_type": "post",
        "publish": "Publish",
        "original_post_status": "draft", "post_status": "publish", "post_title": "Tỉnh họp",
        "content": content, "kiemtin_nonce": own[1], "user_ID": "2", "post_author": "2",
    }  # fmt: skip
    return site.browser.post("/wp-admin/post.php", data=fields | told)


def test_the_classic_editor_is_told(site: Any) -> None:
    post = site.post(content=GOOD, status="draft").json()["id"]
    page = classic(site, post, BAD)
    assert site.known(post)["status"] == "draft"
    assert "Trần Văn An” (bậc 9) đứng sau" in page.text
    classic(site, post, GOOD)
    assert site.known(post)["status"] == "publish"


def test_a_named_person_may_override_with_a_reason(site: Any) -> None:
    post = site.post(content=GOOD, status="draft").json()["id"]
    classic(site, post, BAD, kiemtin_reason="Theo chỉ đạo của tổng biên tập")
    assert site.known(post)["status"] == "publish"
    audit = site.gate.folder / "kiemtin-gate" / "audit.sqlite"
    import sqlite3

    db = sqlite3.connect(f"file:{audit}?mode=ro", uri=True)
    (body,) = db.execute(
        "SELECT body FROM entries WHERE kind = 'override' ORDER BY number DESC LIMIT 1"
    ).fetchone()
    db.close()
    assert "Nguyễn Thị Trực" in body
    assert "Theo chỉ đạo của tổng biên tập" in body


def come_due(site: Any, post: int) -> str:
    past = "post_date='2024-01-02 08:00:00', post_date_gmt='2024-01-02 01:00:00'"
    site.sql(f"UPDATE wp_posts SET {past} WHERE ID={post}")
    code = f"require 'site/wp-load.php'; clean_post_cache({post}); do_action('publish_future_post', {post});"
    subprocess.run(["php", "-r", code], cwd=site.folder, check=True, capture_output=True)
    return str(site.known(post)["status"])


def test_a_scheduled_post_is_asked_about_again_when_it_comes_due(site: Any) -> None:
    good = site.post(content=GOOD, status="future", date="2037-01-01T08:00:00").json()["id"]
    assert come_due(site, good) == "publish"
    late = site.post(content=GOOD, status="future", date="2037-01-01T08:00:00").json()["id"]
    site.sql(f"UPDATE wp_posts SET post_content='{BAD}' WHERE ID={late}")  # as if the roster had changed
    assert come_due(site, late) == "draft"
    assert site.known(late)["kiemtin_gate"]["decision"] == "deny"


def test_a_gate_that_is_down_holds_nobody_up(no_gate: Any) -> None:
    started = time.monotonic()
    answer = no_gate.post(content=BAD)
    assert answer.status_code == 201
    assert time.monotonic() - started < 10
    note = no_gate.known(answer.json()["id"])["kiemtin_gate"]
    assert note["decision"] == "not-checked"
    assert "CHƯA được soát" in note["message"]
    assert '"event":"kiemtin-gate"' in no_gate.log


def test_a_gate_that_is_slow_is_waited_for_two_seconds(slow_gate: Any) -> None:
    started = time.monotonic()
    answer = slow_gate.post(content=BAD)
    assert answer.status_code == 201
    assert 1.5 < time.monotonic() - started < 15
    assert slow_gate.known(answer.json()["id"])["kiemtin_gate"]["decision"] == "not-checked"


def test_a_site_that_holds_goes_on_holding_when_the_gate_is_down(site: Any) -> None:
    site.gate.end()
    site.gate.begin('deadline_seconds = 20\nno_answer = "hold"\n')
    try:
        assert site.post(content=GOOD).status_code == 201
        site.gate.end()
        answer = site.post(content=GOOD)
        assert (answer.status_code, answer.json()["code"]) == (409, "kiemtin_not-checked")
        assert "chưa được soát" in answer.json()["message"]
    finally:
        site.gate.end()
        site.gate.begin()
        assert site.post(content=GOOD).status_code == 201


def test_the_block_editor_shows_the_sentence(site: Any, artefacts: Any) -> None:
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    post = site.post(content=BAD, status="draft").json()["id"]
    with playwright.sync_playwright() as p:
        browser = p.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{site.url}/wp-login.php")
        page.fill("#user_login", "editor")
        page.fill("#user_pass", "editor-password")
        page.click("#wp-submit")
        page.goto(f"{site.url}/wp-admin/post.php?post={post}&action=edit")
        page.wait_for_function(
            "window.wp && wp.data && wp.data.select('core/editor').getCurrentPostId()", timeout=60_000
        )
        page.evaluate("wp.data.dispatch('core/editor').editPost({status: 'publish'})")
        page.evaluate("wp.data.dispatch('core/editor').savePost()")
        notice = page.locator(".components-notice.is-error", has_text=SENTENCE)
        notice.wait_for(timeout=60_000)
        page.screenshot(path=artefacts / "wordpress-block-editor.png")
        browser.close()
    assert site.known(post)["status"] == "draft"


def test_nothing_of_php_was_complained_of(site: Any) -> None:
    assert not re.findall(r"PHP .*kiemtin-gate\.php.*", site.log)
