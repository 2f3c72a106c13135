"""Signed packages: who made one is known, what was changed since is refused, another's is not taken."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from kiemtin.adopting.packages.opening import SIGNATURE, open_package
from kiemtin.adopting.packages.signing import make_key, sign, signer_of
from kiemtin.checking.settings_file import load
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError

Run = Callable[..., Any]
PACK = 'văn bản tỉnh\n  tên "Tỉnh"\n  hiệu lực từ 01/01/2024\n  tình trạng minh họa\n\nĐiều 1. "Một."\n'
PLACE = FilePlace("gói")
OTHER = f"ed25519:{'A' * 43}="


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "tỉnh"
    folder.mkdir()
    (folder / "kiemtin-pack.toml").write_text('name = "nam-son"\nversion = "1"\npack = "tỉnh.quy"\n', "utf-8")
    (folder / "tỉnh.quy").write_text(PACK, "utf-8")
    return folder


def signed(package: Path, key: Path) -> str:
    if not key.exists():
        make_key(key)
    return sign(open_package(package), package, key)


def refused(package: Path, demanded: str = "") -> str:
    with pytest.raises(PackError) as error:
        signer_of(open_package(package), PLACE, demanded)
    return error.value.problems[0].code


def test_what_is_signed_names_its_signer_in_a_folder_and_a_zip(package: Path, tmp_path: Path) -> None:
    before = open_package(package).sha256
    public = signed(package, tmp_path / "khóa.pem")
    with ZipFile(tmp_path / "gói.zip", "w") as archive:
        for path in package.iterdir():
            archive.write(path, f"nam-son/{path.name}")

    for source in (package, tmp_path / "gói.zip"):
        opened = open_package(source)
        assert opened.sha256 == before
        assert signer_of(opened, PLACE) == signer_of(opened, PLACE, public) == public
    assert (tmp_path / "khóa.pem").stat().st_mode & 0o777 == 0o600
    assert refused(package, OTHER) == "package-other-key"


def test_what_is_not_signed_has_no_signer(package: Path) -> None:
    assert signer_of(open_package(package), PLACE) == ""
    assert refused(package, OTHER) == "package-unsigned"


@pytest.mark.parametrize("how", ["pack", "roster", "key", "signature", "text", "empty", "bytes"])
def test_a_change_after_signing_is_refused(package: Path, tmp_path: Path, how: str) -> None:
    signed(package, tmp_path / "a.pem")
    file = package / SIGNATURE
    words = file.read_text()
    if how == "pack":
        (package / "tỉnh.quy").write_text(PACK + "\n", "utf-8")
    elif how == "roster":
        (package / "danh-ba.csv").write_text("x", "utf-8")
    elif how == "key":
        other = tmp_path / "b.pem"
        make_key(other)
        public = sign(open_package(package), package, other)
        file.write_text(f"key {public}\n{words.splitlines()[1]}\n")
    else:
        at = words.index("signature ") + 20
        changed = words[:at] + ("A" if words[at] != "A" else "B") + words[at + 1 :]
        contents = {"signature": changed.encode(), "text": b"key x\n", "empty": b"", "bytes": b"\xff\0"}
        file.write_bytes(contents[how])
    assert refused(package) == "package-bad-signature"


def test_a_newsroom_takes_only_what_its_province_signed(kiemtin: Run, package: Path, tmp_path: Path) -> None:
    made = kiemtin("packs", "sign", package, "--key-file", tmp_path / "k.pem", "--new-key")
    assert made.returncode == 0
    key = next(word for word in made.stdout.split() if word.startswith("ed25519:"))
    assert kiemtin("packs", "add", package, "--key", OTHER).returncode == 4
    assert not (tmp_path / "kiemtin-packs").exists()

    added = kiemtin("packs", "add", package, "--key", key)
    assert (added.returncode, added.stderr) == (0, "")
    assert load(tmp_path / "kiemtin.toml").pins[0].key == key
    assert f"rightly signed by {key}" in kiemtin("--lang", "en", "packs", "verify", package).stdout
    assert key in kiemtin("packs", "verify").stdout

    (package / "tỉnh.quy").write_text(PACK.replace("Một", "Hai"), "utf-8")
    assert "Chữ ký của gói không đúng" in kiemtin("packs", "update").stderr
    kiemtin("packs", "sign", package, "--key-file", tmp_path / "other.pem", "--new-key")
    other = kiemtin("packs", "update")
    assert (other.returncode, "không phải" in other.stderr) == (4, True)
    (package / SIGNATURE).unlink()
    assert "không có chữ ký" in kiemtin("packs", "update").stderr
    kiemtin("packs", "sign", package, "--key-file", tmp_path / "k.pem")
    assert kiemtin("packs", "update").returncode == 0
    assert load(tmp_path / "kiemtin.toml").pins[0].key == key


@pytest.mark.parametrize(
    ("content", "more", "code"),
    [
        (None, (), "không đọc được"),
        ("không phải khóa", (), "không phải khóa riêng ed25519"),
        ("có rồi", ("--new-key",), "đã có tệp này"),
    ],
)
def test_a_key_that_is_wrong_is_told(
    kiemtin: Run, package: Path, tmp_path: Path, content: str | None, more: tuple[str, ...], code: str
) -> None:
    if content is not None:
        (tmp_path / "k.pem").write_text(content, "utf-8")
    done = kiemtin("packs", "sign", package, "--key-file", tmp_path / "k.pem", *more)
    assert done.returncode == 4
    assert code in done.stderr.lower()
    assert not (package / SIGNATURE).exists()


def test_without_the_library_a_signature_is_not_believed(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed(package, tmp_path / "k.pem")
    monkeypatch.setitem(sys.modules, "cryptography", None)
    assert refused(package) == "package-needs-sign"
    (package / SIGNATURE).unlink()
    assert signer_of(open_package(package), PLACE) == ""
