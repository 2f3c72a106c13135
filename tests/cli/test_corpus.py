"""Our own drafts and rundowns come to the reports that stand beside the tests, in both languages."""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Callable
from importlib import util
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kiemtin.documents.reading import read_document

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
GOLDEN = ROOT / "tests" / "golden"
SAMPLES = sorted(
    path.relative_to(CORPUS) for folder in ("drafts", "rundowns") for path in (CORPUS / folder).iterdir()
)

# What each sample is there for: its exit code and the rules that must be among the failures or the unchecked.
EXPECTED = {
    "drafts/hoi-nghi-dung.txt": (0, set(), set()),
    "drafts/hoi-nghi-qua-dai.docx": (1, {"tin-quá-dài"}, set()),
    "drafts/hoi-nghi-sai-thu-tu.txt": (1, {"nêu-sai-thứ-bậc", "nêu-tên-thiếu-chức-danh"}, set()),
    "drafts/hop-giao-ban-nhieu-tay.docx": (
        1,
        {"nêu-sai-thứ-bậc", "nêu-tên-thiếu-chức-danh"},
        {"đăng-chậm"},
    ),
    "drafts/khoi-cong-khong-so-trang.docx": (0, set(), {"tin-chủ-chốt-không-ở-trang-nhất"}),
    "drafts/mua-le-hoi.md": (0, set(), set()),
    "drafts/tham-hop-tac-xa.md": (1, {"nêu-tên-thiếu-chức-danh"}, {"đăng-chậm"}),
    "rundowns/thoi-su-toi-dung.csv": (0, set(), set()),
    "rundowns/thoi-su-toi-sai-thu-tu.xlsx": (1, {"bản-tin-sai-thứ-tự"}, set()),
}  # fmt: skip

IN_FULL = ["drafts/hoi-nghi-sai-thu-tu.txt", "rundowns/thoi-su-toi-sai-thu-tu.xlsx"]
"""Samples whose JSON and recognition are kept word by word, too."""


def pack_of(sample: Path) -> tuple[str, str]:
    """The sample pack by its name: it brings the invented people."""
    return "--pack", "nội-quy-đài-mẫu" if sample.parts[0] == "rundowns" else "nội-quy-báo-mẫu"


def test_every_sample_is_there_for_something() -> None:
    assert {path.as_posix() for path in SAMPLES} == set(EXPECTED)


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_report_of_a_sample(
    kiemtin: Callable[..., Any], golden: Callable[[Path, str], None], sample: Path, lang: str
) -> None:
    done = kiemtin("check", *pack_of(sample), "--lang", lang, sample, cwd=CORPUS)

    assert done.stderr == ""
    golden(GOLDEN / f"{sample.name}.{lang}.txt", done.stdout)


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_the_json_report_of_a_sample(
    kiemtin: Callable[..., Any], golden: Callable[[Path, str], None], sample: Path
) -> None:
    done = kiemtin("check", *pack_of(sample), "--format", "json", sample, cwd=CORPUS)
    told = json.loads(done.stdout)
    code, failed, unchecked = EXPECTED[sample.as_posix()]
    outcomes = {
        outcome: {
            finding["rule"].rpartition(".")[2]
            for finding in told["documents"][0].get("findings", ())  # what is empty is left out
            if finding["outcome"] == outcome
        }
        for outcome in ("failed", "not-checkable")
    }

    assert done.returncode == told["exit_code"] == code
    assert outcomes == {"failed": failed, "not-checkable": unchecked}
    if sample.as_posix() in IN_FULL:
        told["tool"]["version"] = told["documents"][0]["rulebook_key"] = "…"
        golden(GOLDEN / f"{sample.name}.json", json.dumps(told, ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize("sample", IN_FULL)
def test_what_is_recognised_in_a_sample(
    kiemtin: Callable[..., Any], golden: Callable[[Path, str], None], sample: str
) -> None:
    done = kiemtin("show", *pack_of(Path(sample)), "--why", sample, cwd=CORPUS)

    assert done.returncode == 0
    golden(GOLDEN / f"{Path(sample).name}.show.txt", done.stdout)


def test_the_binary_samples_are_those_that_the_script_makes() -> None:
    """Packed bytes depend on the zlib at hand, so the parts are compared."""
    for path, made in make_samples().samples().items():
        assert parts(made) == parts((CORPUS / path).read_bytes()), path


def test_the_script_makes_the_same_bytes_every_time() -> None:
    module = make_samples()

    assert module.samples() == module.samples()


def make_samples() -> ModuleType:
    spec = util.spec_from_file_location("make_samples", CORPUS / "make_samples.py")
    assert spec is not None and spec.loader is not None
    module = util.module_from_spec(spec)
    sys.modules["make_samples"] = module
    spec.loader.exec_module(module)
    return module


def parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_a_sample_is_set_in_the_invented_province(sample: Path) -> None:
    """A guard against copies from the press."""
    text = read_document(CORPUS / sample).text

    assert any(place in text for place in ("Nam Sơn", "Đồng Mít", "Suối Lạnh"))
