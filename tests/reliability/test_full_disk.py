"""A full disk: each failed saving says so, nothing acknowledged is lost, and with room again work goes on."""

import functools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows can neither mount a small disk nor limit a file")
MOUNT = 'mount -t tmpfs -o size=64m tmpfs "$1" && shift && exec "$@"'


@functools.cache
def namespace() -> tuple[str, ...]:
    """How to get a mount namespace of one's own: as root, or as a pretended root; () where the system refuses."""
    for options in (("unshare", "-m"), ("unshare", "-rm")):
        try:
            trial = subprocess.run([*options, "sh", "-c", "mount -t tmpfs tmpfs /mnt"], capture_output=True, timeout=20)
        except OSError:
            return ()
        if trial.returncode == 0:
            return options
    return ()


def run(folder: Path, way: str) -> dict:
    program = [sys.executable, "-m", "tests.reliability.full_disk", str(folder), way]
    if way == "tmpfs":
        program = [*namespace(), "sh", "-c", MOUNT, "sh", str(folder), *program]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def test_where_no_disk_can_be_mounted_a_limit_on_files_takes_its_place():
    """Said aloud, so that nobody takes the one for the other."""
    print(f"full disk by: {'a tmpfs of its own' if namespace() else 'RLIMIT_FSIZE only'}")


@pytest.mark.parametrize("way", ["tmpfs", "limit"])
def test_a_full_disk_costs_nothing_that_was_acknowledged(tmp_path, way):
    way = way if namespace() else "limit"
    seen = run(tmp_path, way)
    work, start, again = seen["work"], seen["start"], seen["again"]

    assert work["saved"] >= 3
    for sentence in work["said"]:
        assert "没有保存" in sentence and "profile.db" in sentence
        assert ("磁盘空间不足" if way == "tmpfs" else "磁盘是否已满") in sentence
    assert work["agree"] and work["reads"] and work["untouched"]

    assert start["cases"] >= 1 and start["opened"]
    assert str(tmp_path) in start["trouble"]
    assert ("磁盘空间不足" if way == "tmpfs" else "磁盘是否已满") in start["trouble"]
    assert "只留到关闭窗口" in start["trouble"]
    assert "不能开始考试" in start["no_exam"]
    assert "device.json" in start["no_name"]

    assert again == {
        "trouble": "",
        "answers": work["answers"],
        "answered": work["answered"],
        "untouched": True,
        "half_files": [],
    }
