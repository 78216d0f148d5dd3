"""What a start says when something is wrong with the PC or the program, in Qt's window and without Qt."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.ui.shell.native_message import explain
from app.ui.shell.start_log import log_start
from app.ui.shell.start_notes import clock_note

BUILT = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def facts(tmp_path):
    file = tmp_path / "build.json"
    file.write_text(json.dumps({"built": int(BUILT.timestamp())}), "utf-8")
    return file


def test_a_clock_before_the_build_is_told_of(facts):
    words = clock_note(facts, BUILT - timedelta(days=400))
    assert "早于本程序的制作日期2026年11月" in words and "校正系统时间" in words


def test_a_clock_after_the_build_is_not(facts):
    assert clock_note(facts, BUILT + timedelta(seconds=1)) == ""


@pytest.mark.parametrize("text", ["", "[]", '{"built": "today"}', '{"built": 1e99}'])
def test_facts_that_cannot_be_read_say_nothing(facts, text):
    facts.write_text(text, "utf-8")
    assert clock_note(facts, BUILT - timedelta(days=400)) == ""


def test_from_source_there_are_no_facts(tmp_path):
    assert clock_note(tmp_path / "build.json", BUILT - timedelta(days=400)) == ""


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ImportError("libGL.so.1: cannot open shared object file: No such file"), "缺少系统组件 libGL.so.1"),
        (ImportError("libQt6Gui.so.6: cannot open shared object file: No such file"), "程序的文件不完整"),
        (ModuleNotFoundError("No module named 'PySide6'"), "杀毒软件"),
        (FileNotFoundError(2, "gone", "app.qss"), "app.qss 读不出来"),
        (MemoryError(), "内存不足"),
        (RuntimeError("?"), "重新安装"),
    ],
)
def test_what_stopped_a_start_is_said_in_words(error, words):
    sentence = explain(error, Path("log"))
    assert words in sentence and "镜鉴没能打开" in sentence


def test_the_log_of_a_start_goes_to_the_data_or_where_it_can(tmp_path, monkeypatch):
    file = log_start(RuntimeError("so"), tmp_path / "data")
    assert file == tmp_path / "data" / "logs" / "jingjian-start.log"
    assert "RuntimeError: so" in file.read_text("utf-8")
    (tmp_path / "blocked").write_text("a file, no folder")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    assert log_start(RuntimeError("so"), tmp_path / "blocked") == tmp_path / "jingjian-start.log"
