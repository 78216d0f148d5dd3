"""No permission to write: a sentence with the path, reading works, and not one byte changes."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.unit.house import House, case

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows: permissions are access lists")


@pytest.fixture(scope="module")
def place():
    """Where an ordinary user can look: the folders of pytest are for their owner only."""
    folder = Path(tempfile.mkdtemp(prefix="jingjian-read-only-"))
    folder.chmod(0o755)
    shutil.copytree(ROOT / "content", folder / "content")
    for path in (folder / "content").rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    yield folder
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(folder)


def run(data, content):
    command = [sys.executable, "-m", "tests.reliability.read_only", str(data), str(content)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def digests(folder):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def works_but_says(seen, *words):
    for word in words:
        assert word in seen["trouble"]
    assert "只留到关闭窗口" in seen["trouble"]
    assert seen["cases"] > 0 and seen["hits"] > 0 and seen["opened"] and seen["answered"] == 1
    assert "不能开始考试" in seen["no_exam"]


def with_records(data):
    services = House(data).open()
    services.profiles.describe("王某", "民政局", "")
    services.study.open(case())
    services.close()
    return House(data).profile


def close_to_others(data):
    for path in [*data.rglob("*"), data]:
        path.chmod(0o555 if path.is_dir() else 0o444)


def test_a_data_folder_that_cannot_be_made(place):
    (place / "locked").mkdir(mode=0o555)
    seen = run(place / "locked" / "data", place / "content")
    works_but_says(seen, str(place / "locked" / "data"), "权限")
    assert not seen["first_run"]
    assert "device.json" in seen["no_name"] and "appearance.json" in seen["no_appearance"]
    assert list((place / "locked").iterdir()) == []


def test_a_data_folder_with_records_that_may_not_be_written(place):
    data = place / "all"
    profile = with_records(data)
    close_to_others(data)
    before = digests(data)
    works_but_says(run(data, place / "content"), str(profile), "权限")
    assert digests(data) == before


def test_a_database_alone_that_may_not_be_written(place):
    data = place / "one"
    profile = with_records(data)
    for path in [data, *data.rglob("*")]:
        path.chmod(0o777 if path.is_dir() else 0o666)
    profile.chmod(0o444)
    before = profile.read_bytes()
    works_but_says(run(data, place / "content"), str(profile), "权限")
    assert profile.read_bytes() == before


def test_a_folder_that_may_not_even_be_listed(place):
    data = place / "hidden"
    with_records(data)
    close_to_others(data)
    data.chmod(0o000)
    seen = run(data, place / "content")
    works_but_says(seen, str(data), "权限")
    data.chmod(0o755)
    assert (data / "device.json").exists()
