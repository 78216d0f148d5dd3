"""The verbs `build` and `test-build` of dev.py: what they start, and which system packages they ask for."""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

import dev


@pytest.fixture
def started(monkeypatch):
    commands = []
    monkeypatch.setattr(subprocess, "call", lambda command, env: commands.append((command, env)) or 0)
    monkeypatch.setattr(dev, "prepare", lambda: Path("python"))
    monkeypatch.setattr(dev, "missing_build_tools", list)
    return commands


def test_build_hands_its_arguments_over_and_needs_no_display(started):
    assert dev.main(["build", "--windows"]) == 0
    ((command, env),) = started
    assert command == ["python", "-m", "release", "--windows"]
    assert env["QT_QPA_PLATFORM"] == "offscreen"


def test_test_build_runs_the_tests_of_the_bundle(started):
    dev.main(["test-build"])
    ((command, _),) = started
    assert command == ["python", "-m", "pytest", "-m", "build", "tests/release"]


def test_a_missing_tool_is_installed_first(started, monkeypatch):
    installed = []
    monkeypatch.setattr(dev, "missing_build_tools", lambda: ["binutils"])
    monkeypatch.setattr(dev, "install_packages", installed.append)
    dev.main(["build"])
    assert installed == [["binutils"]]


def test_packing_needs_objdump_and_python_as_a_library(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(sysconfig, "get_config_var", lambda name: 0)
    monkeypatch.setattr(Path, "read_bytes", lambda path: b"")
    assert dev.missing_build_tools() == ["binutils", "libpython{}.{}".format(*sys.version_info)]


def test_a_python_that_is_a_library_needs_nothing(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(sysconfig, "get_config_var", lambda name: 1)
    assert dev.missing_build_tools() == []


def test_windows_needs_no_packages_for_it(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert dev.missing_build_tools() == []
