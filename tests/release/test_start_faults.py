"""Ten things that go wrong at a start of the packed program: each ends in a sentence, and where it can in a window."""

import hashlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from tests.release.packed import command, environment, result, start

pytestmark = [pytest.mark.build, pytest.mark.skipif(os.name != "posix", reason="dev.py build --windows tests there")]
MEMORY_ONLY = "只留到关闭窗口"


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def close(folder: Path) -> None:
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)


def profile(data: Path) -> Path:
    (found,) = data.glob("profiles/*/profile.db")
    return found


def replace_index(own: Path, content: bytes | None) -> Path:
    (index,) = (own / "lib" / "index").glob("*.db")
    index.unlink()
    if content is not None:
        index.write_bytes(content)
    return index


def wait_for(path: Path, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < end, f"{path} has not come"
        time.sleep(0.05)


def test_1_no_rights_to_make_the_data_folder(installed, room):
    (room / "locked").mkdir(mode=0o555)
    seen = start(installed, room / "locked" / "data", room / "out", ordinary=True)
    assert seen.status == 0 and seen.page == "home"
    assert str(room / "locked" / "data") in seen.said and "权限" in seen.said and MEMORY_ONLY in seen.said


def test_2_data_that_may_only_be_read(installed, room, used):
    data = Path(shutil.copytree(used, room / "data"))
    close(data)
    before = digests(data)
    seen = start(installed, data, room / "out", ordinary=True)
    assert seen.status == 0 and seen.page
    assert str(profile(data)) in seen.said and "权限" in seen.said and MEMORY_ONLY in seen.said
    assert digests(data) == before


def test_3_a_full_disk(installed, room):
    (room / "disk").mkdir()
    mount = 'mount -t tmpfs -o size=64k tmpfs "$1" && shift && exec "$@"'
    trial = subprocess.run(["unshare", "-m", "true"], capture_output=True)
    if trial.returncode:
        pytest.skip("no small disk can be mounted here")
    small = ("unshare", "-m", "sh", "-c", mount, "sh", str(room / "disk"))
    seen = start(installed, room / "disk" / "data", room / "out", before=small)
    assert seen.status == 0 and seen.page
    assert "磁盘" in seen.said and str(room / "disk") in seen.said and MEMORY_ONLY in seen.said


@pytest.mark.parametrize(
    ("find", "what_is_kept"),
    [(profile, MEMORY_ONLY), (lambda data: data / "unit.db", "个人的学习、练习和考试记录照常保存")],
    ids=["the person's", "the unit's"],
)
def test_4_a_damaged_database(installed, room, used, find, what_is_kept):
    data = Path(shutil.copytree(used, room / "data"))
    damaged = find(data)
    damaged.write_bytes(b"\0" * 4096 + damaged.read_bytes()[4096:])
    before = damaged.read_bytes()
    seen = start(installed, data, room / "out")
    assert seen.status == 0 and seen.page
    assert str(damaged) in seen.said and "损坏" in seen.said and what_is_kept in seen.said
    assert damaged.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"\xff" * 5000, None], ids=["empty", "torn", "gone"])
def test_5_a_damaged_index_is_made_anew_from_the_texts(own, room, content):
    replace_index(own, content)
    seen = start(own, room / "data", room / "out")
    assert seen.status == 0 and seen.page == "welcome"
    assert "内容索引已损坏或不在" in seen.said and "重新安装" in seen.said
    again = start(own, room / "data", room / "again")
    assert again.page == "welcome"


@pytest.mark.parametrize("texts", [None, b"", b"PK\x03\x04" + b"\xff" * 5000], ids=["gone", "empty", "torn"])
def test_6_no_content_at_all(own, room, texts):
    replace_index(own, None)
    packed = own / "lib" / "content.zip"
    packed.unlink()
    if texts is not None:
        packed.write_bytes(texts)
    seen = start(own, room / "data", room / "out")
    assert (seen.status, seen.page, seen.refused) == (0, "welcome", False)
    assert "案例、法规和题目现在看不了" in seen.said and str(packed) in seen.said
    assert "重新安装" in seen.said and "整改台账照常可用" in seen.said
    assert (room / "data" / "unit.db").exists()


def test_7_data_of_a_newer_version(installed, room, used):
    data = Path(shutil.copytree(used, room / "data"))
    with sqlite3.connect(profile(data)) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = profile(data).read_bytes()
    seen = start(installed, data, room / "out")
    assert seen.status == 0 and seen.page
    assert str(profile(data)) in seen.said and "更新" in seen.said and MEMORY_ONLY in seen.said
    assert profile(data).read_bytes() == before


def test_8_what_a_killed_program_leaves_behind_stops_nobody(installed, room):
    data = room / "data"
    running = subprocess.Popen(
        [str(installed / "jingjian"), "--data-dir", str(data)], env=environment(room), stderr=subprocess.DEVNULL
    )
    try:
        wait_for(data / "running")
    finally:
        running.send_signal(signal.SIGKILL)
        running.wait()
    assert (data / "running").exists()
    seen = start(installed, data, room / "out")
    assert (seen.status, seen.page, seen.said) == (0, "welcome", "")
    assert not (data / "running").exists()


def test_9_a_second_start_brings_the_first_window_forward_with_its_file(installed, room):
    data, pack = room / "data", room / "案例 补充.jjpack"
    pack.write_bytes(b"pack")
    first = subprocess.Popen(command(installed, data, room / "out"), env=environment(room), stderr=subprocess.DEVNULL)
    try:
        wait_for(data / "running")
        second = subprocess.run(
            [str(installed / "jingjian"), "--data-dir", str(data), "--open", str(pack)],
            env=environment(room),
            capture_output=True,
            timeout=30,
        )
        assert first.wait(timeout=60) == 0
    finally:
        first.kill()
        first.wait()
    assert second.returncode == 0 and second.stderr == b""
    seen = result(room / "out", 0)
    assert "还不能读入内容包" in seen.said and pack.name in seen.said
    assert pack.read_bytes() == b"pack"


def test_9_where_the_first_cannot_be_reached_the_second_says_so(installed, room):
    data = room / "data"
    first = subprocess.Popen(
        [str(installed / "jingjian"), "--data-dir", str(data)], env=environment(room), stderr=subprocess.DEVNULL
    )
    try:
        wait_for(data / "running")
        (data / "running").unlink()
        seen = start(installed, data, room / "out")
    finally:
        first.kill()
        first.wait()
    assert seen.status == 1 and seen.refused
    assert "已经在运行" in seen.said


def test_10_a_clock_that_stands_before_the_build(own, room):
    facts = own / "lib" / "build.json"
    about = json.loads(facts.read_text("utf-8"))
    facts.unlink()
    facts.write_text(json.dumps(about | {"built": 4_102_444_800}), "utf-8")
    seen = start(own, room / "data", room / "out")
    assert seen.status == 0 and seen.page == "welcome"
    assert "早于本程序的制作日期2100年1月1日" in seen.said and "校正系统时间" in seen.said
