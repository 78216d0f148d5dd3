"""One window for each data folder: the second start asks the first to come forward, without Qt and without waiting."""

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from app.ui.shell.single_instance import NOTE, SingleInstance, bring_forward

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes are tried on the packed program for Windows")


@pytest.fixture
def asked() -> list[Path | None]:
    return []


@pytest.fixture
def running(tmp_path, qapp, asked):
    owner = QObject()
    instance = SingleInstance(tmp_path, asked.append, owner)
    instance.listen()
    yield instance
    instance.close()
    owner.deleteLater()


def ask(qtbot, data, file=None):
    answers = []
    other = threading.Thread(target=lambda: answers.append(bring_forward(data, file)))
    other.start()
    qtbot.waitUntil(lambda: bool(answers))
    other.join()
    return answers[0]


def test_the_running_one_comes_forward(qtbot, running, tmp_path, asked):
    assert ask(qtbot, tmp_path)
    assert asked == [None]


def test_it_is_handed_the_file(qtbot, running, tmp_path, asked):
    assert ask(qtbot, tmp_path, Path("补充 一.jjpack"))
    assert asked == [Path("补充 一.jjpack").absolute()]


def test_it_can_be_asked_again_and_again(qtbot, running, tmp_path, asked):
    assert all(ask(qtbot, tmp_path) for _ in range(5))
    assert len(asked) == 5


def test_where_none_is_running_nobody_is_asked(tmp_path):
    assert not bring_forward(tmp_path)


@pytest.mark.parametrize("left", ["", "/nowhere/jingjian", "\0", "x" * 5000])
def test_a_note_that_a_killed_program_has_left_stops_nobody(tmp_path, left):
    (tmp_path / NOTE).write_text(left, "utf-8")
    assert not bring_forward(tmp_path)


def test_the_note_goes_with_the_program(running, tmp_path):
    assert (tmp_path / NOTE).exists()
    running.close()
    assert not (tmp_path / NOTE).exists()
    assert not bring_forward(tmp_path)


def test_a_talker_without_end_is_cut_off(qtbot, running, tmp_path, asked):
    import socket

    with socket.socket(socket.AF_UNIX) as line:
        line.connect((tmp_path / NOTE).read_text("utf-8"))
        line.sendall(b"x" * 50_000)
        qtbot.wait(200)
        assert asked == []
    assert ask(qtbot, tmp_path)
