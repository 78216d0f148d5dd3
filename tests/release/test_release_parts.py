"""The parts of a build that need no build: the lock for another system, what is left out, what is written."""

import json
import os
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.packs.content_sources import source_paths
from app.packs.packed_texts import unpack_texts
from release import facts, packages, record
from release.check import tree
from release.elf import Library, floor, idle, missing
from release.encodings import drop_encodings
from release.errors import BuildError
from release.handout import hand_out
from release.icon import bitmap, icon
from release.index import pack_texts
from release.limits import hold
from release.lock import LINUX, WINDOWS, for_target, pins
from release.pe import check_face
from release.trim import MODULES, WINDOWS_MODULES, Trim
from release.version_resource import version_resource
from release.xwd import keep_best, keep_between

LOCK = """\
alpha==1.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
colour==2.1 ; sys_platform == 'win32' \\
    --hash=sha256:cc
qt==6.8.3 ; python_full_version < '3.14' \\
    --hash=sha256:dd
qt==6.12.0 ; python_full_version >= '3.14' \\
    --hash=sha256:ee
"""


def library(name: str, *needs: str, glibc: tuple[int, ...] = (2, 17), folder: str = "lib") -> Library:
    return Library(Path(folder, name), frozenset(needs), glibc, (3, 4))


# ---- the lock


def test_a_lock_is_read_with_its_markers_and_hashes():
    first, second, *_ = pins(LOCK)
    assert (first.name, first.version, first.marker, first.hashes) == ("alpha", "1.0", "", ("sha256:aa", "sha256:bb"))
    assert second.marker == "sys_platform == 'win32'"


def test_each_system_gets_what_the_lock_wants_there():
    assert [one.name for one in for_target(LOCK, LINUX)] == ["alpha", "qt"]
    assert [one.name for one in for_target(LOCK, WINDOWS)] == ["alpha", "colour", "qt"]
    assert for_target(LOCK, WINDOWS)[-1].line() == "qt==6.8.3 --hash=sha256:dd"


def test_every_package_of_our_lock_has_hashes_and_pyside_is_the_version_for_old_systems():
    lock = facts.LOCK.read_text("utf-8")
    assert all(one.hashes for one in pins(lock))
    for target in (WINDOWS, LINUX):
        versions = {one.name.lower(): one.version for one in for_target(lock, target)}
        assert versions["pyside6-essentials"] == versions["pyside6-addons"] == "6.8.3"
        assert "pyinstaller" in versions
    assert "pefile" in {one.name for one in for_target(lock, WINDOWS)}


# ---- what is left out


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",  # the program's own copy is in resources/
        "PySide6/Qt/plugins/imageformats/libqwebp.so",
        "PySide6/QtTest.abi3.so",
        "docx/templates/default-docx-template/word/styles.xml",
        "PySide6/Qt/qml/QtQuick/qmldir",
        "PySide6/QtCore.pyi",
        "libgtk-3.so.0",
        "opengl32sw.dll",
        "tzdata/zoneinfo/Asia/Shanghai",
        "resources/icons/app.ico",
        "PySide6/Qt/plugins/imageformats/libqico.so",
        "PySide6/Qt/lib/libQt6MultimediaWidgets.so.6",
        "cryptography-50.0.2.dist-info/sboms/sbom.json",
    ],
)
def test_what_nobody_uses_is_left_out(name):
    assert not Trim(windows=False, desktop_libraries=True).keeps(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6/Qt/plugins/multimedia/libffmpegmediaplugin.so",
        "resources/translations/qtbase_zh_CN.qm",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "content.zip",
        "PySide6/Qt/lib/libQt6Multimedia.so.6",
        "markdown-3.11.3.dist-info/entry_points.txt",
        "resources/icons/book_20_filled.svg",
        "docx/templates/default-header.xml",
        "docx/templates/default.docx",
        "index/content-1.db",
    ],
)
def test_what_video_chinese_and_the_content_need_stays(name):
    assert Trim(windows=False, desktop_libraries=True).keeps(name)


def test_what_keeps_the_screen_awake_is_in_the_bundle_for_linux_only():
    """What app/ui/presenter/awake.py imports there; the self-test of the bundle tries it."""
    assert "PySide6.QtDBus" in WINDOWS_MODULES and "PySide6.QtDBus" not in MODULES
    for name in ("PySide6/QtDBus.abi3.so", "PySide6/Qt/lib/libQt6DBus.so.6"):
        assert Trim(windows=False, desktop_libraries=True).keeps(name)


def test_on_windows_video_needs_no_qml():
    assert not Trim(windows=True, desktop_libraries=True).keeps("PySide6\\Qt6Quick.dll")
    assert Trim(windows=True, desktop_libraries=True).keeps("PySide6\\plugins\\platforms\\qwindows.dll")


def test_windows_has_a_bold_face_of_its_own_and_the_regular_one_is_there_in_case():
    for windows in (False, True):
        one = Trim(windows, desktop_libraries=True)
        assert one.keeps("resources/fonts/NotoSansSC-Subset.ttf")
        assert one.keeps("resources/fonts/NotoSansSC-Subset-Bold.ttf") is not windows


def test_for_old_systems_the_desktop_brings_its_own_libraries():
    old = Trim(windows=False, desktop_libraries=False)
    assert not old.keeps("libX11.so.6") and not old.keeps("libstdc++.so.6") and not old.keeps("libxkbcommon-x11.so.0")
    assert old.keeps("libxcb-cursor.so.0") and old.keeps("libsqlite3.so.0")


def test_openssl_stays_out_and_its_scrypt_comes_from_elsewhere():
    assert {"_hashlib", "_ssl", "pip", "apsw", "numpy"} < set(MODULES)
    replaced = (
        "import hashlib, json; own = hashlib.scrypt; del hashlib.scrypt\n"
        "import runpy; runpy.run_path('release/runtime_scrypt.py')\n"
        "asked = dict(salt=b'salt of 16 bytes', n=2**14, r=8, p=1, maxmem=2**26, dklen=32)\n"
        "print(json.dumps([own(b'word', **asked).hex(), hashlib.scrypt(b'word', **asked).hex(), "
        "hashlib.scrypt is own]))"
    )
    said = subprocess.run([sys.executable, "-c", replaced], cwd=facts.ROOT, capture_output=True, text=True, check=True)
    own, other, same = json.loads(said.stdout)
    assert own == other and not same


def test_code_pages_of_other_countries_and_days_go_and_nothing_else_changes(tmp_path):
    library = tmp_path / "base_library.zip"
    with zipfile.ZipFile(library, "w") as packed:
        for name in ("encodings/mac_roman.pyc", "encodings/cp936.pyc", "encodings/iso8859_1.pyc", "os.pyc"):
            packed.writestr(zipfile.ZipInfo(name), name)
    drop_encodings(library)
    with zipfile.ZipFile(library) as packed:
        assert packed.namelist() == ["encodings/cp936.pyc", "encodings/iso8859_1.pyc", "os.pyc"]
        assert packed.read("os.pyc") == b"os.pyc" and packed.getinfo("os.pyc").date_time == (1980, 1, 1, 0, 0, 0)


def test_the_texts_are_packed_the_same_every_time_and_come_out_as_they_went_in(tmp_path):
    for name in ("one.zip", "two.zip"):
        pack_texts(tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    unpack_texts(tmp_path / "one.zip", tmp_path / "texts")
    texts = source_paths(facts.ROOT / "content")
    assert [path.read_bytes() for path in source_paths(tmp_path / "texts")] == [path.read_bytes() for path in texts]


# ---- libraries


def test_what_is_not_inside_must_be_on_the_machine():
    found = [library("libA.so", "libB.so", "libGL.so.1"), library("libB.so", "libc.so.6")]
    assert missing(found) == {"libGL.so.1": "libA.so", "libc.so.6": "libB.so"}


def test_libraries_for_something_left_out_go_and_with_them_what_only_they_need():
    used = [library("jingjian", "libA.so", folder="."), library("libA.so")]
    found = [*used, library("libOld.so", "libOlder.so"), library("libOlder.so")]
    assert {path.name for path in idle(found, Path("lib"))} == {"libOld.so", "libOlder.so"}


def test_the_newest_symbol_decides_on_which_systems_it_runs():
    assert floor([library("a", glibc=(2, 9)), library("b", glibc=(2, 28))]) == ("2.28", "3.4")


def test_dependencies_are_debian_packages_and_an_unknown_library_stops_the_build():
    words = packages.depends({"libGL.so.1": "qt", "libc.so.6": "qt", "libgcc_s.so.1": "qt"}, "2.28")
    assert words == "libc6 (>= 2.28), libgcc-s1 | libgcc1, libgl1"
    with pytest.raises(BuildError, match=r"libnew\.so\.1"):
        packages.depends({"libnew.so.1": "qt"}, "2.28")


# ---- what is written


def test_the_version_resource_is_chinese_and_its_numbers_are_four():
    words = version_resource()
    compile(words, "version", "eval")
    assert "镜鉴" in words and "080404b0" in words and f"{facts.VERSION}.0" in words


def test_an_icon_file_lists_its_sizes_and_where_they_are():
    data = icon({16: bitmap(16, bytes(16 * 16 * 4)), 256: b"\x89PNG"})
    assert struct.unpack("<HHH", data[:6]) == (0, 1, 2)
    width, *_, length, place = struct.unpack("<BBBBHHII", data[22:38])
    assert width == 0 and data[place : place + length] == b"\x89PNG"


def test_the_icon_of_the_repository_has_the_sizes_that_windows_asks_for():
    data = (facts.ROOT / "resources/icons/app.ico").read_bytes()
    count = struct.unpack("<HHH", data[:6])[2]
    assert {data[6 + 16 * at] or 256 for at in range(count)} >= {16, 20, 24, 32, 48, 256}


def test_trees_differ_by_content_name_and_link(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text("text")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    (tmp_path / "two" / "file").write_text("texT")
    assert tree(tmp_path / "one") != tree(tmp_path / "two")


def test_the_page_of_results_is_that_of_the_kept_figures():
    """Made anew from docs/release-check.json: whoever edits the page by hand is found out."""
    kept = json.loads(record.KEPT.read_text("utf-8"))
    assert record.SHOWN.read_text("utf-8") == record.shown(kept)


def test_sums_of_the_packages_and_a_page_for_administrators_lie_beside_them(tmp_path):
    for name in ("b.deb", "a-setup.exe", "c.tar.gz", "other.txt"):
        (tmp_path / name).write_bytes(name.encode())
    hand_out(tmp_path)
    done = subprocess.run(["sha256sum", "-c", "SHA256SUMS.txt"], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.split() == ["a-setup.exe:", "OK", "b.deb:", "OK", "c.tar.gz:", "OK"]
    assert "静默安装" in (tmp_path / "给管理员.txt").read_text("utf-8")


# ---- what is looked at before it is handed out


def test_a_bundle_that_is_too_large_stops_the_build(tmp_path):
    file = tmp_path / "setup.exe"
    for megabytes in (45, 46):
        with file.open("wb") as opened:
            opened.truncate(megabytes * 1_000_000)
        if megabytes == 45:
            hold("installer", file)
    with pytest.raises(BuildError, match=r"46\.0 MB"):
        hold("installer", file)


ICON = facts.ROOT / "resources" / "icons" / "app.ico"


def face(without: bytes = b"") -> bytes:
    """What a program for Windows shows of itself, as far as it is looked at."""
    pictures = ICON.read_bytes()
    name = f"{facts.SHOWN_NAME}：{facts.DESCRIPTION}".encode("utf-16le")
    whole = name + b'level="asInvoker" longPathAware' + pictures
    return whole.replace(without, b"") if without else whole


def test_a_program_with_name_manifest_and_icon_is_let_through(tmp_path):
    program = tmp_path / "jingjian.exe"
    program.write_bytes(face())
    check_face(program, ICON)


@pytest.mark.parametrize(
    ("without", "said"),
    [
        ("镜鉴".encode("utf-16le"), "the name"),
        (b"asInvoker", "asInvoker"),
        (b"longPathAware", "longPathAware"),
        (ICON.read_bytes()[-400:], "of the icon"),
    ],
)
def test_a_program_that_lacks_one_of_them_is_not(tmp_path, without, said):
    program = tmp_path / "jingjian.exe"
    program.write_bytes(face(without))
    with pytest.raises(BuildError, match=said):
        check_face(program, ICON)


# ---- pictures of a screen


def screen(folder: Path, number: int, when: int, colour: int) -> None:
    """As Xvfb keeps it, four points of one colour."""
    fields = [0] * 25
    fields[0], fields[4], fields[5], fields[12] = 100, 2, 2, 8
    file = folder / f"screen-{number}.xwd"
    file.write_bytes(struct.pack(">25I", *fields) + struct.pack("<4I", *[colour] * 4))
    os.utime(file, (when, when))


def test_the_picture_kept_is_the_last_one_between_two_moments(tmp_path):
    for number, (when, colour) in enumerate([(10, 0xFF0000), (20, 0x00FF00), (30, 0x0000FF), (40, 0xFFFFFF)]):
        screen(tmp_path, number, when, colour)
    for name, when in (("asked", 15), ("answered", 35)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (when, when))
    keep_between(tmp_path, tmp_path / "asked", tmp_path / "answered", tmp_path / "kept.png")
    assert QImage(str(tmp_path / "kept.png")).pixelColor(1, 1).name() == "#0000ff"
    assert not list(tmp_path.glob("*.xwd"))


def test_of_many_the_one_with_the_most_to_see_is_kept(tmp_path):
    screen(tmp_path, 0, 10, 0xFF0000)
    screen(tmp_path, 1, 20, 0x00FF00)
    keep_best(tmp_path, tmp_path / "kept.png")
    assert QImage(str(tmp_path / "kept.png")).pixelColor(0, 0).name() == "#00ff00"  # alike: the later one
