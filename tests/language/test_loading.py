from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from kiemtin.foundation.problems import PackError
from kiemtin.language.loading import load_rulebook
from kiemtin.language.pack_files import find_pack, gather, referred_names
from kiemtin.language.rulebook import Rulebook

Load = Callable[..., Rulebook]
Write = Callable[[str, str], Path]

PACK = "văn bản q\n  hiệu lực từ 01/07/2021\n  tình trạng minh họa\nquy tắc r\n  phải tin.trang = 1\n"


def test_a_bundled_pack_by_its_name(load: Load) -> None:
    assert load("qđ-tỉnh-mẫu").name == "qđ-tỉnh-mẫu"
    assert load(unicodedata.normalize("NFD", "qđ-tỉnh-mẫu")).name == "qđ-tỉnh-mẫu"


def test_what_lies_beside_goes_before_what_is_bundled(load: Load, write: Write, tmp_path: Path) -> None:
    own = write("qđ-tỉnh-mẫu", PACK.replace("q", "qđ-tỉnh-mẫu", 1))
    path = write("báo", PACK.replace("q", "báo", 1) + "")
    refining = write("tòa", PACK.replace("văn bản q", "văn bản tòa\n  cụ thể hóa qđ-tỉnh-mẫu", 1))

    assert [pack.path for pack in load(refining).packs] == [str(refining), str(own)]
    assert find_pack("qđ-tỉnh-mẫu", [tmp_path]) == own
    assert path.is_file()


def test_a_folder_to_search(load: Load, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a" / "nền.quy").write_text(PACK.replace("q", "nền", 1), "utf-8")
    refining = tmp_path / "b" / "q.quy"
    refining.write_text(PACK.replace("văn bản q", "văn bản q\n  cụ thể hóa nền", 1), "utf-8")

    with pytest.raises(PackError):
        load(refining)
    assert len(load(refining, search=[tmp_path / "a"]).packs) == 2


def test_decomposed_file_names(load: Load, tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "nền.quy")).write_text(PACK.replace("q", "nền", 1), "utf-8")
    refining = tmp_path / "q.quy"
    refining.write_text(PACK.replace("văn bản q", "văn bản q\n  cụ thể hóa nền", 1), "utf-8")

    assert len(load(refining).packs) == 2


def test_references_are_found_without_parsing() -> None:
    source = """văn bản q cụ thể  hoá nền # cụ thể hóa chú-thích
      dùng a, b-2 thứ bậc theo c tên "dùng trong-lời"
      thứ bậc d nối tiếp e
      không-dùng f"""

    assert referred_names(source.encode()) == ["nền", "a", "b-2", "c", "e"]
    assert referred_names(b"document q refines base uses x precedence by y") == ["base", "x", "y"]


def test_a_second_load_reads_no_grammar(write: Write) -> None:
    path = write("q", PACK)
    environment = os.environ | {"KIEMTIN_CACHE": str(path.parent / "cache")}
    program = (
        "import sys; from pathlib import Path; from kiemtin.language.loading import load_rulebook;"
        f"load_rulebook(Path({str(path)!r}), bind_office=lambda words: words, context_key=b'');"
        "print('lark' in sys.modules)"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
        )
        for _ in range(2)
    ]

    assert [run.stdout.strip() for run in runs] == ["True", "False"]


def test_a_rulebook_from_the_cache_is_the_same(load: Load) -> None:
    assert load("nội-quy-đài-mẫu") == load("nội-quy-đài-mẫu")


def test_a_change_anywhere_behind_is_seen(load: Load, write: Write) -> None:
    write("nền", PACK.replace("q", "nền", 1))
    path = write("q", PACK.replace("văn bản q", "văn bản q\n  cụ thể hóa nền", 1))
    before = load(path)
    write("nền", PACK.replace("q", "nền", 1).replace("trang = 1", "trang = 2"))
    after = load(path)

    assert before.key != after.key
    assert before.rules != after.rules


def test_a_change_of_the_vocabulary_is_seen(write: Write) -> None:
    path = write(
        "q", PACK.replace("văn bản q", "văn bản q\n  thứ bậc theo a", 1) + 'thứ bậc a\n  bậc 1 "Vua"\n'
    )

    def load(key: bytes, office: str) -> dict[str, int]:
        return load_rulebook(path, bind_office=lambda _: office, context_key=key).precedence[0].ranks

    assert load(b"1", "king") == {"king": 1}
    assert load(b"2", "emperor") == {"emperor": 1}


def test_packs_that_refine_each_other_are_gathered_once(write: Write) -> None:
    write("a", "văn bản a\n  cụ thể hóa b\n")
    path = write("b", "văn bản b\n  cụ thể hóa a\n")

    assert [file.name for file in gather(path, ())] == [None, "a", "b"]
