"""Packs as packages: taken, pinned, compared, and not used when somebody changed them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from kiemtin.adopting.packages.opening import open_package
from kiemtin.adopting.packages.pinning import with_pack, with_pins
from kiemtin.checking.desk import Chosen, Desk
from kiemtin.checking.pins import Pin, tree_hash
from kiemtin.checking.settings_file import load
from kiemtin.foundation.problems import PackError

Run = Callable[..., Any]
MANIFEST = 'name = "nam-son"\nversion = "1.0"\npack = "tỉnh.quy"\n'
PACK = """\
văn bản tỉnh
  tên "Tỉnh"
  hiệu lực từ 01/01/2024
  tình trạng minh họa

Điều 1. "Một."

  quy tắc trang-nhất
    phải tin.trang = 1
    ví dụ đạt "x" với trang = 1
    ví dụ lỗi "x" với trang = 2
"""
FILES = {"kiemtin-pack.toml": MANIFEST, "tỉnh.quy": PACK}


def folder(path: Path, files: Mapping[str, str] = FILES) -> Path:
    for name, content in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(content, "utf-8")
    return path


def zipped(path: Path, files: Mapping[str, str] = FILES, prefix: str = "") -> Path:
    with ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{prefix}{name}", content)
    return path


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return folder(tmp_path / "tỉnh")


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    (tmp_path / "báo").mkdir()
    return tmp_path / "báo"


def test_a_package_is_the_same_in_a_folder_a_zip_and_a_wheel(tmp_path: Path) -> None:
    wheel = {**{f"quy_dinh/{name}": content for name, content in FILES.items()}, "quy_dinh/__init__.py": "",
             "quy_dinh-1.0.dist-info/METADATA": "Name: quy-dinh"}  # fmt: skip
    opened = [
        open_package(source)
        for source in (
            folder(tmp_path / "a", {**FILES, ".hidden": "x", "x.py": "1"}),
            zipped(tmp_path / "b.zip"),
            zipped(tmp_path / "c.zip", prefix="quy-dinh-1.0/"),
            zipped(tmp_path / "d.whl", wheel),
        )
    ]

    assert len({package.sha256 for package in opened}) == 1
    assert {package.manifest.pack for package in opened} == {"tỉnh.quy"}


def test_a_hash_is_of_names_and_contents() -> None:
    hashes = [
        tree_hash(files)
        for files in ([("a", b"bc")], [("ab", b"c")], [("a", b"b"), ("c", b"")], [("a", b"bd")])
    ]

    assert len(set(hashes)) == 4
    assert tree_hash([("a", b"1"), ("b", b"2")]) == tree_hash([("b", b"2"), ("a", b"1")])


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"tỉnh.quy": PACK}, "package-no-manifest"),
        ({**FILES, "kiemtin-pack.toml": "name ="}, "manifest-unreadable"),
        ({**FILES, "kiemtin-pack.toml": MANIFEST + "x = 1\n"}, "manifest-key-unknown"),
        ({**FILES, "kiemtin-pack.toml": MANIFEST.replace("nam-son", "../a")}, "manifest-bad-value"),
        ({**FILES, "kiemtin-pack.toml": MANIFEST.replace("1.0", "")}, "manifest-bad-value"),
        ({**FILES, "kiemtin-pack.toml": MANIFEST + 'rosters = "x"\n'}, "manifest-bad-value"),
        ({**FILES, "kiemtin-pack.toml": MANIFEST + 'rosters = ["x.csv"]\n'}, "manifest-no-file"),
        ({"kiemtin-pack.toml": MANIFEST}, "manifest-no-file"),
    ],
)
def test_what_is_no_package_is_told(tmp_path: Path, files: dict[str, str], code: str) -> None:
    for source in (folder(tmp_path / "a", files), zipped(tmp_path / "b.zip", files)):
        with pytest.raises(PackError) as refused:
            open_package(source)
        assert [each.code for each in refused.value.problems] == [code]


@pytest.mark.parametrize("name", ["../out.quy", "/abs.quy", "a/../../b.quy", "a\\b.quy", "c:x.quy"])
def test_a_zip_writes_nothing_outside_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(PackError) as refused:
        open_package(zipped(tmp_path / "b.zip", {**FILES, name: PACK}))
    assert refused.value.problems[0].code == "package-odd-file"


def test_a_link_belongs_to_no_package(published: Path) -> None:
    (published / "khác.quy").symlink_to("/etc/hostname")
    with pytest.raises(PackError) as refused:
        open_package(published)
    assert refused.value.problems[0].code == "package-odd-file"


@pytest.mark.parametrize(
    ("name", "code"), [("none.zip", "package-not-found"), ("a.txt", "package-odd-source")]
)
def test_what_is_not_there_or_another_thing(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(PackError) as refused:
        open_package(tmp_path / name)
    assert refused.value.problems[0].code == code


def test_a_zip_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 no")
    with pytest.raises(PackError):
        open_package(tmp_path / "a.zip")


LOOSER = PACK.replace("tin.trang = 1", "tin.trang <= 3").replace("trang = 2", "trang = 5")
PIN = Pin("nam-son", "1.0", "0" * 64, "../x.zip")


@pytest.mark.parametrize(
    "text",
    ["", "strict = true\n", "strict = true", '# ghi chú\n[columns]\n"a" = "tên tin"\n', "[gate]\nport = 1\n"],
)
def test_pins_leave_the_rest_as_it_was(tmp_path: Path, text: str) -> None:
    path = tmp_path / "kiemtin.toml"
    once = with_pins(text, [PIN])
    path.write_text(once)

    assert load(path).pins == (PIN,)
    assert once.startswith(text)
    newer = PIN._replace(version="2.0", source='a "b"')
    twice = with_pins(once, [newer, PIN._replace(name="khác")])
    path.write_text(twice)
    assert load(path).pins == (newer, PIN._replace(name="khác"))
    assert twice.startswith(text)
    assert with_pins(twice, []).strip() == text.strip()


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("", 'pack = "x"\n'),
        ("strict = true\n", 'pack = "x"\nstrict = true\n'),
        ('pack = "cũ"\nstrict = true\n', 'pack = "x"\nstrict = true\n'),
        ('# pack = "noi-quy.quy"\n', 'pack = "x"\n'),
        ('[gate]\npack = "cổng"\n', 'pack = "x"\n[gate]\npack = "cổng"\n'),
    ],
)
def test_the_pack_to_use_is_settled_in_its_line(text: str, settled: str) -> None:
    assert with_pack(text, "x") == settled


@pytest.mark.parametrize(
    "row", ["1", "{}", "{name='a', version='1'}", "{name='../a', version='1', sha256='%s'}" % ("0" * 64),
            "{name='a', version='1', sha256='x'}", "{name='a', version='1', sha256='%s', y=''}" % ("0" * 64)]
)  # fmt: skip
def test_a_pin_that_is_none_is_told(tmp_path: Path, row: str) -> None:
    path = tmp_path / "kiemtin.toml"
    path.write_text(f"packs = [{row}]\n")
    with pytest.raises(PackError) as refused:
        load(path)
    assert [each.code for each in refused.value.problems] == ["settings-bad-pin"]


def test_lines_of_matches_are_told_beside_pins(tmp_path: Path) -> None:
    path = tmp_path / "kiemtin.toml"
    path.write_text(with_pins("", [PIN]) + '[[match]]\nfiles = "a"\nmedum = "báo in"\n')
    with pytest.raises(PackError) as refused:
        load(path)
    assert [each.place.line for each in refused.value.problems] == [path.read_text().count("\n")]


def test_a_newsroom_takes_uses_and_updates_a_package(kiemtin: Run, published: Path, newsroom: Path) -> None:
    added = kiemtin("packs", "add", published, "--use", cwd=newsroom)
    assert added.returncode == 0, added.stderr
    (newsroom / "tin.txt").write_text("Trang: 3\nTít: Tin\n\nThân tin.\n")
    checked = kiemtin("check", "tin.txt", cwd=newsroom)
    assert (checked.returncode, "tỉnh.trang-nhất" in checked.stdout) == (1, True)
    assert "còn nguyên" in kiemtin("packs", "list", cwd=newsroom).stdout
    assert kiemtin("packs", "verify", cwd=newsroom).returncode == 0
    assert "không có gì mới" in kiemtin("packs", "update", cwd=newsroom).stdout

    folder(
        published,
        {"kiemtin-pack.toml": MANIFEST.replace("1.0", "1.1"), "tỉnh.quy": LOOSER},
    )
    shown = kiemtin("packs", "update", "--dry-run", cwd=newsroom)
    assert shown.returncode == 1
    assert "nam-son: 1.0 → 1.1, 2 chỗ khác" in shown.stdout
    assert "đổi: quy tắc trang-nhất (Điều 1, tỉnh)" in shown.stdout
    assert kiemtin("check", "tin.txt", cwd=newsroom).returncode == 1

    assert kiemtin("packs", "update", "nam-son", cwd=newsroom).returncode == 0
    assert kiemtin("check", "tin.txt", cwd=newsroom).returncode == 0
    assert 'version = "1.1"' in (newsroom / "kiemtin.toml").read_text()


def test_what_was_changed_since_is_not_used(kiemtin: Run, published: Path, newsroom: Path) -> None:
    kiemtin("packs", "add", published, "--use", cwd=newsroom)
    (newsroom / "tin.txt").write_text("Tít\n\nThân tin.\n")
    with (newsroom / "kiemtin-packs" / "nam-son" / "tỉnh.quy").open("a") as stream:
        stream.write("# thêm\n")
    done = kiemtin("check", "tin.txt", cwd=newsroom)

    assert done.returncode == 4
    assert "không còn như bản 1.0 đã ghim" in done.stderr
    assert kiemtin("packs", "verify", cwd=newsroom).returncode == 4
    assert "ĐÃ BỊ SỬA" in kiemtin("packs", "list", cwd=newsroom).stdout
    assert kiemtin("packs", "update", cwd=newsroom).returncode == 0
    assert kiemtin("check", "tin.txt", cwd=newsroom).returncode == 0


def test_a_package_that_is_gone_is_told(kiemtin: Run, published: Path, newsroom: Path) -> None:
    kiemtin("packs", "add", published, cwd=newsroom)
    (newsroom / "kiemtin-packs").rename(newsroom / "đi")
    with pytest.raises(PackError) as refused:
        Desk(Chosen(), str(newsroom / "kiemtin.toml")).settings("x")

    assert [each.code for each in refused.value.problems] == ["pin-missing"]
    assert "THIẾU" in kiemtin("packs", "list", cwd=newsroom).stdout


def test_a_newsroom_s_own_pack_refines_it_by_its_name(kiemtin: Run, published: Path, newsroom: Path) -> None:
    kiemtin("packs", "add", published, cwd=newsroom)
    (newsroom / "của-báo.quy").write_text(
        'văn bản của-báo\n  tên "Báo"\n  hiệu lực từ 01/01/2024\n  cụ thể hóa tỉnh\n  tình trạng minh họa\n'
    )

    assert kiemtin("rules", "test", "của-báo.quy", cwd=newsroom).returncode == 0


def test_a_demanded_hash_is_held_to(kiemtin: Run, published: Path, newsroom: Path) -> None:
    told = kiemtin("packs", "verify", published).stdout.splitlines()[0].split()[-1]

    refused = kiemtin("packs", "add", published, "--sha256", "0" * 64, cwd=newsroom)
    assert (refused.returncode, list(newsroom.iterdir())) == (4, [])
    assert kiemtin("packs", "add", published, "--sha256", told, cwd=newsroom).returncode == 0


def test_a_pack_that_is_not_valid_is_not_taken(kiemtin: Run, tmp_path: Path, newsroom: Path) -> None:
    source = folder(tmp_path / "hỏng", {**FILES, "tỉnh.quy": PACK.replace("phải tin", "phải tín")})
    done = kiemtin("packs", "add", source, cwd=newsroom)

    assert done.returncode == 4
    assert not (newsroom / "kiemtin.toml").exists()
    assert [*(newsroom / "kiemtin-packs").iterdir()] == []


def test_what_update_refuses(kiemtin: Run, published: Path, newsroom: Path, tmp_path: Path) -> None:
    kiemtin("packs", "add", published, cwd=newsroom)
    other = folder(tmp_path / "khác", {**FILES, "kiemtin-pack.toml": MANIFEST.replace("nam-son", "khác")})

    assert "không ghim gói nào tên xyz" in kiemtin("packs", "update", "xyz", cwd=newsroom).stderr
    assert (
        "--source dùng cho đúng một gói" in kiemtin("packs", "update", "--source", other, cwd=newsroom).stderr
    )
    done = kiemtin("packs", "update", "nam-son", "--source", other, cwd=newsroom)
    assert done.returncode == 2


def test_the_gate_does_not_begin_with_a_changed_package(
    kiemtin: Run, published: Path, newsroom: Path
) -> None:
    from kiemtin.serving.profile import load_profile

    kiemtin("packs", "add", published, "--use", cwd=newsroom)
    assert load_profile(newsroom / "kiemtin.toml").gate.port
    (newsroom / "kiemtin-packs" / "nam-son" / "thêm.quy").write_text("văn bản thêm\n")
    with pytest.raises(PackError) as refused:
        load_profile(newsroom / "kiemtin.toml")
    assert [each.code for each in refused.value.problems] == ["pin-changed"]
