"""A run: it finds what was put in, goes on after a kill, gives up what hangs, checks nothing twice."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiemtin.auditing.layout import RunFolder, read_json
from kiemtin.auditing.plan import Limits, read_plan
from kiemtin.auditing.running import Request, Watch, dry_run
from kiemtin.auditing.sampling import Sampling
from kiemtin.auditing.settings import Settings
from kiemtin.auditing.supervising import AuditError

from .conftest import PACK, SIZE, Made, bytes_of, rows, run_audit


def test_what_was_put_in_is_found_and_nothing_else(made: Made) -> None:
    truth = {(each["doc"], each["rule"]) for each in made.truth if "rule" in each}
    found = {(row["doc"], row["rule"].rpartition(".")[2]) for row in rows(made.store, "findings")}

    assert len({rule for _, rule in truth}) == 5
    assert found == truth


@pytest.mark.parametrize("kind", ["duplicate", "earlier"])
def test_copies_are_told_apart(made: Made, kind: str) -> None:
    truth = {(each["doc"], each["of"]) for each in made.truth if each["kind"] == kind}
    found = {row["doc"] for row in rows(made.store, "copies") if row["relation"] == kind}

    assert truth
    assert found == {doc for doc, _ in truth}


def test_an_item_that_cannot_be_read_is_a_row_with_its_reason(made: Made) -> None:
    truth = {each["doc"] for each in made.truth if each["kind"] == "unreadable"}
    unread = [row for row in rows(made.store, "items") if row["state"] == "unreadable"]

    assert truth
    assert {row["doc"] for row in unread} == truth
    assert all(row["reason"].startswith("archive-bad-json") for row in unread)
    assert len(rows(made.store, "items")) == SIZE


def test_each_check_of_a_rule_is_a_row_with_what_was_measured(made: Made) -> None:
    measured = [row for row in rows(made.store, "checks") if row["rule"].endswith("tin-quá-dài")]

    assert {row["outcome"] for row in measured} == {"passed", "failed"}
    assert all(row["measured"].endswith("chữ") and row["required"].startswith("tối đa") for row in measured)


def test_a_run_that_is_killed_goes_on_and_ends_alike(made: Made, tmp_path: Path) -> None:
    store = tmp_path / "store"
    program = "from kiemtin_cli.main import main; main()"
    arguments = ["audit", str(made.archive), "--store", str(store), "--pack", PACK, "--workers", "2"]
    process = subprocess.Popen([sys.executable, "-c", program, *arguments], start_new_session=True)
    markers = RunFolder(store, 1).path / "shards"
    until = time.monotonic() + 60
    while time.monotonic() < until and len(list(markers.glob("*.json"))) < 2:
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    done = len(list(markers.glob("*.json")))
    run_audit(store, made.archive)

    assert done >= 2
    assert bytes_of(store) == bytes_of(made.store)
    ours, undisturbed = (read_json(RunFolder(each, 1).manifest) for each in (store, made.store))
    assert ours["counts"] == undisturbed["counts"]
    assert not list(store.rglob("*.tmp"))


def test_the_bytes_do_not_hang_on_the_number_of_workers(made: Made, tmp_path: Path) -> None:
    run_audit(tmp_path / "store", made.archive, workers=3)

    assert bytes_of(tmp_path / "store") == bytes_of(made.store)


def test_what_did_not_change_is_not_checked_again(made: Made, tmp_path: Path) -> None:
    archive, store = tmp_path / "a.jsonl", tmp_path / "store"
    lines = made.archive.read_bytes().splitlines(keepends=True)
    archive.write_bytes(b"".join(lines[:100]))
    run_audit(store, archive)
    archive.write_bytes(b"".join([*lines[:50], lines[50].replace(b"\n", b" \n"), *lines[51:130]]))
    second = run_audit(store, archive)
    undisturbed = tmp_path / "undisturbed"
    run_audit(undisturbed, archive)
    fresh = {name: content for name, content in bytes_of(undisturbed).items() if name.endswith(".parquet")}
    again = {
        name.replace("run=0002", "run=0001"): content
        for name, content in bytes_of(store, 2).items()
        if name.endswith(".parquet")
    }
    readable = sum(row["state"] == "checked" for row in rows(undisturbed, "items") if row["doc"] < 100)

    assert read_json(second.manifest)["times"]["reused"] == readable - 1
    assert again == fresh


def test_other_rules_let_nothing_stand(made: Made, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(made.store, store)
    second = run_audit(store, made.archive, settings=Settings(pack=PACK, as_of="2024-06-01"))

    assert read_json(second.manifest)["times"]["reused"] == 0
    assert {str(row["day"]) for row in rows(store, "items", 2) if row["state"] == "checked"} == {"2024-06-01"}


def test_what_takes_too_long_is_given_up_and_told(tmp_path: Path) -> None:
    """A list of a hundred thousand names takes more than a second on any machine of today."""
    archive, store = tmp_path / "a.jsonl", tmp_path / "store"
    endless = "Dự có đồng chí Trần Văn An, Bí thư Tỉnh ủy; Lê Thị Bình, Phó Bí thư Tỉnh ủy. " * 150_000
    pieces = [{"text": "Tin một."}, {"text": endless}, {"text": "Tin ba."}]
    archive.write_text("".join(json.dumps(piece, ensure_ascii=False) + "\n" for piece in pieces), "utf-8")
    run = run_audit(store, archive, workers=1, limits=Limits(1.0, 4000))
    manifest = read_json(run.manifest)

    assert [row["state"] for row in rows(store, "items")] == ["checked", "given-up", "checked"]
    assert manifest["given_up"] == [{"doc": 1, "reason": "time"}]
    assert manifest["counts"]["given-up"] == 1


def test_another_request_does_not_mix_with_an_unfinished_one(made: Made, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(made.store, store)
    RunFolder(store, 1).manifest.unlink()
    with pytest.raises(AuditError) as raised:
        run_audit(store, made.archive, settings=Settings(pack=PACK, as_of="2024-06-01"))
    assert raised.value.problems[0].code == "audit-unfinished"

    run_audit(store, made.archive, settings=Settings(pack=PACK, as_of="2024-06-01"), fresh=True)
    assert RunFolder(store, 1).is_finished


def test_a_source_that_changed_is_not_gone_on_with(made: Made, tmp_path: Path) -> None:
    archive, store = tmp_path / "a.jsonl", tmp_path / "store"
    archive.write_bytes(b"".join(made.archive.read_bytes().splitlines(keepends=True)[:10]))
    run = run_audit(store, archive)
    run.manifest.unlink()
    archive.write_bytes(archive.read_bytes() + b'{"text": "x"}\n')
    with pytest.raises(AuditError) as raised:
        run_audit(store, archive)

    assert raised.value.problems[0].code == "audit-source-changed"


def test_one_store_has_one_writer(made: Made, tmp_path: Path) -> None:
    from kiemtin.auditing.running import locked

    store = tmp_path / "store"
    store.mkdir()
    with locked(store), pytest.raises(AuditError) as raised:
        run_audit(store, made.archive)

    assert raised.value.problems[0].code == "audit-store-busy"


def test_a_folder_is_audited_file_by_file(tmp_path: Path) -> None:
    folder = tmp_path / "bài"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(
            "---\nNgày đăng: 12/03/2024\n---\nTin\n\nĐồng chí Trần Văn An thăm xã Hòa Sơn.\n", "utf-8"
        )
    (folder / "hỏng.docx").write_bytes("không phải Word".encode())
    run = run_audit(tmp_path / "store", folder)
    found = rows(tmp_path / "store", "items")

    assert [row["state"] for row in found] == ["checked", "checked", "checked", "unreadable"]
    assert [row["relation"] for row in rows(tmp_path / "store", "copies")] == ["duplicate", "duplicate"]
    assert len(rows(tmp_path / "store", "findings")) == 3
    assert [source.kind for source in read_plan(run.plan).sources] == ["folder"]


def test_a_sample_is_seeded_and_weighted(made: Made, tmp_path: Path) -> None:
    sampling = Sampling(40, 3, ("outlet",))
    run_audit(tmp_path / "store", made.archive, sampling=sampling)
    run_audit(tmp_path / "again", made.archive, sampling=sampling)
    found = rows(tmp_path / "store", "items")

    assert bytes_of(tmp_path / "store") == bytes_of(tmp_path / "again")
    assert len(found) == 40
    assert sum(row["weight"] for row in found) == pytest.approx(SIZE)


def test_a_dry_run_leaves_nothing(made: Made, tmp_path: Path) -> None:
    plan = dry_run(Request((str(made.archive),), Settings(pack=PACK)), tmp_path / "store", Watch())

    assert plan.documents == SIZE
    assert not (tmp_path / "store").exists()


def test_a_damaged_archive_is_audited_as_far_as_it_goes(made: Made, tmp_path: Path) -> None:
    import gzip

    archive = tmp_path / "a.jsonl.gz"
    packed = gzip.compress(b"".join(made.archive.read_bytes().splitlines(keepends=True)[:120]))
    archive.write_bytes(packed[: len(packed) // 2])
    run_audit(tmp_path / "store", archive)
    *found, last = rows(tmp_path / "store", "items")

    assert sum(row["state"] == "checked" for row in found) > 10
    assert last["state"] == "unreadable"
    assert last["reason"].startswith("archive-damaged")
