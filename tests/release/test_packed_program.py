"""The packed program beyond its start: portable, on the command line, with a file of it gone; built twice alike."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.release.packed import ROOT, environment, start

pytestmark = [pytest.mark.build, pytest.mark.skipif(os.name != "posix", reason="dev.py build --windows tests there")]


def run(bundle, room, *arguments):
    command = [str(bundle / "jingjian"), *arguments]
    return subprocess.run(command, cwd=room, env=environment(room), capture_output=True, text=True, timeout=60)


def test_nothing_is_compiled_at_a_start(installed, room):
    seen = start(installed, room / "data", room / "out")
    assert (seen.page, seen.said) == ("welcome", "")
    assert not list((room / "data").glob("cache/*"))


def test_a_program_on_a_stick_keeps_its_data_beside_it(own, room):
    (own / "portable").touch()
    seen = start(own, None, room / "out")
    assert (seen.status, seen.page, seen.said) == (0, "welcome", "")
    assert (own / "data" / "unit.db").exists()
    assert not (room / "out" / ".local").exists()


def test_a_stick_that_may_only_be_read_still_opens(own, room):
    (own / "portable").touch()
    (own / "data").mkdir(mode=0o555)
    seen = start(own, None, room / "out", ordinary=True)
    assert seen.page and "权限" in seen.said and "只留到关闭窗口" in seen.said


def test_without_a_marker_the_data_is_in_the_account_s_folder(installed, room):
    seen = start(installed, None, room / "out")
    assert seen.page == "welcome"
    assert (room / "out" / ".local" / "share" / "jingjian" / "unit.db").exists()


def test_the_verbs_work_without_a_window(installed, room):
    done = run(installed, room, "search", "三十八条", "--json")
    assert done.returncode == 0 and json.loads(done.stdout)["hits"]
    assert run(installed, room, "check", str(ROOT / "content")).returncode == 0


@pytest.mark.parametrize("gone", ["lib/PySide6/QtWidgets.abi3.so", "lib/PySide6/Qt/lib/libQt6Gui.so.6"])
def test_a_file_of_the_program_that_is_gone_is_told_of(own, room, gone):
    (own / gone).unlink()
    done = run(own, room, "--data-dir", str(room / "data"))
    assert done.returncode == 3
    assert "程序的文件不完整" in done.stderr and "重新安装" in done.stderr and "jingjian-start.log" in done.stderr


@pytest.mark.parametrize("gone", ["icons", "qss", "fonts"])
def test_a_folder_of_the_program_that_is_gone_is_told_of_before_there_is_a_window(own, room, gone):
    shutil.rmtree(next((own / "lib").rglob(f"resources/{gone}")))
    done = run(own, room, "--data-dir", str(room / "data"))
    assert done.returncode == 3 and "程序文件" in done.stderr and "重新安装" in done.stderr


def test_without_a_display_it_says_so(installed, room):
    bare = {name: value for name, value in environment(room).items() if name != "QT_QPA_PLATFORM"}
    done = subprocess.run([str(installed / "jingjian")], env=bare, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2 and "没有图形显示环境" in done.stderr


@pytest.mark.parametrize(
    ("name", "words"), [("补充 一.jjpack", "还不能读入内容包"), ("入门.jjexam", "统考文件"), ("通知.docx", "不认识")]
)
def test_a_file_that_is_opened_is_told_of_and_stays_as_it_is(installed, room, name, words):
    file = room / name
    file.write_bytes(b"not a real one")
    seen = start(installed, room / "data", room / "out", "--open", str(file))
    assert seen.page == "welcome" and name in seen.said and words in seen.said
    assert file.read_bytes() == b"not a real one"


def test_licences_are_beside_the_program(bundle):
    notices = (bundle / "第三方软件.txt").read_text("utf-8")
    assert "LGPL-3.0" in notices and "lxml" in notices
    assert (bundle / "LICENSE.txt").exists() and (bundle / "lib" / "licences" / "LGPL-3.0.txt").exists()


def test_a_second_build_of_the_same_sources_is_the_same_to_the_byte(bundle, place):
    from release.check import tree

    built = json.loads((bundle / "lib" / "build.json").read_text("utf-8"))["built"]
    words = "import sys; from pathlib import Path; from release.bundle import make_bundle; "
    words += "make_bundle(Path(sys.argv[1]), Path(sys.argv[2]))"
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(built)}
    again, work = place / "again", ROOT / "build" / "again"
    work.mkdir(parents=True, exist_ok=True)
    try:
        subprocess.run([sys.executable, "-c", words, str(again), str(work)], cwd=ROOT, env=env, check=True, timeout=600)
        first, second = tree(bundle), tree(again / "jingjian")
    finally:
        shutil.rmtree(work, ignore_errors=True)
    assert {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)} == set()
    assert len(first) > 500
