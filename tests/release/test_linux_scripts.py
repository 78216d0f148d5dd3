"""install.sh, uninstall.sh and launcher.sh, with a program that stands in for the bundle's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "release" / "linux"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="scripts of the Linux release")


def unpacked(folder: Path, version: str) -> Path:
    """What the archive holds; the program sleeps as long as it is told."""
    (folder / "jingjian" / "lib").mkdir(parents=True)
    shutil.copy2(shutil.which("sleep") or "", folder / "jingjian" / "jingjian")
    (folder / "jingjian" / "lib" / "build.json").write_text(version, "utf-8")
    for file in SCRIPTS.iterdir():
        shutil.copy2(file, folder)
    (folder / "jingjian.png").write_bytes(b"")
    return folder


@pytest.fixture(params=["home", "家 & 目录"])
def home(tmp_path, request):
    made = tmp_path / request.param
    made.mkdir()
    return made


def run(home: Path, script: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    env = {"HOME": str(home), "PATH": os.environ["PATH"]}
    return subprocess.run(["sh", str(script), *arguments], env=env, capture_output=True, text=True, timeout=60)


def program(home: Path) -> Path:
    return home / ".local" / "opt" / "jingjian"


def installed_version(home: Path, suffix: str = "") -> str:
    return program(home).with_name(f"jingjian{suffix}").joinpath("lib", "build.json").read_text("utf-8")


def test_the_menu_entry_and_the_command_lead_to_the_program(home, tmp_path):
    folder = unpacked(tmp_path / "one", "1")
    assert run(home, folder / "install.sh").returncode == 0
    entry = (home / ".local/share/applications/jingjian.desktop").read_text("utf-8")
    assert f'Exec="{home}/.local/bin/jingjian" %f' in entry.splitlines()
    shutil.rmtree(folder)  # what was unpacked is not needed any more
    assert run(home, home / ".local/bin/jingjian", "0").returncode == 0
    assert run(home, program(home) / "uninstall.sh", "--keep-data").returncode == 0
    assert not program(home).exists() and not (home / ".local/bin/jingjian").exists()


def test_an_upgrade_keeps_the_version_before_and_the_same_one_again_does_not_replace_it(home, tmp_path):
    assert run(home, unpacked(tmp_path / "one", "1") / "install.sh").returncode == 0
    newer = unpacked(tmp_path / "two", "2") / "install.sh"
    for _ in range(2):
        assert run(home, newer).returncode == 0
        assert (installed_version(home), installed_version(home, ".old")) == ("2", "1")
    assert sorted(one.name for one in program(home).parent.iterdir()) == ["jingjian", "jingjian.old"]


def test_an_open_program_is_neither_replaced_nor_removed(home, tmp_path):
    assert run(home, unpacked(tmp_path / "one", "1") / "install.sh").returncode == 0
    newer = unpacked(tmp_path / "two", "2") / "install.sh"
    records = home / ".local/share/jingjian"
    records.mkdir(parents=True)
    with subprocess.Popen([str(program(home) / "jingjian"), "60"]) as window:
        try:
            for script, *options in ((newer,), (program(home) / "uninstall.sh", "--delete-data")):
                done = run(home, script, *options)
                assert done.returncode == 1 and "请先关闭它的窗口" in done.stderr
                assert installed_version(home) == "1" and records.is_dir()
        finally:
            window.kill()
    assert run(home, newer).returncode == 0
    assert installed_version(home) == "2"


@pytest.mark.parametrize(
    "status, arguments, speaks",
    [
        (0, (), False),
        (1, (), True),
        (1, ("--open", "file"), True),
        (1, ("check", "content"), False),
        (2, (), False),
        (3, (), False),
        (127, (), True),
        (134, ("check",), True),
        (143, (), False),
        (255, (), True),
    ],
)
def test_the_launcher_speaks_where_the_program_cannot(tmp_path, status, arguments, speaks):
    stub = tmp_path / "stub"
    stub.write_text(f"#!/bin/sh\nexit {status}\n")
    stub.chmod(0o755)
    env = {"PATH": os.environ["PATH"], "JINGJIAN_PROGRAM": str(stub)}
    command = ["sh", str(SCRIPTS / "launcher.sh"), *arguments]
    done = subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == status
    assert ("镜鉴没能打开" in done.stderr) is speaks
