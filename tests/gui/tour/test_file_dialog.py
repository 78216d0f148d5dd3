"""A file dialog that gets the path of a file that is there, of one to be made, and of a folder."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.ui.tour.file_dialog import answer_file_dialog


@pytest.fixture
def parent(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_file_is_opened(parent: QWidget, tmp_path: Path) -> None:
    wanted = tmp_path / "反馈问题清单.xlsx"
    wanted.write_bytes(b"x")
    with answer_file_dialog(wanted):
        assert QFileDialog.getOpenFileName(parent, "选择问题清单")[0] == str(wanted)


def test_a_place_is_chosen_for_a_new_file(parent: QWidget, tmp_path: Path) -> None:
    wanted = tmp_path / "台账.xlsx"
    with answer_file_dialog(wanted):
        assert QFileDialog.getSaveFileName(parent, "导出", "别的.xlsx")[0] == str(wanted)


def test_a_folder_is_chosen(parent: QWidget, tmp_path: Path) -> None:
    wanted = tmp_path / "填报表"
    wanted.mkdir()
    with answer_file_dialog(wanted):
        assert QFileDialog.getExistingDirectory(parent, "收回的填报表在哪个文件夹") == str(wanted)


def test_afterwards_dialogs_are_the_systems_own_again(tmp_path: Path) -> None:
    attribute = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    before = QApplication.testAttribute(attribute)
    with answer_file_dialog(tmp_path):
        assert QApplication.testAttribute(attribute)
    assert QApplication.testAttribute(attribute) == before
