"""What the ledger page exports is on disk, the same rows as on screen; a long table can be stopped."""

import time

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer

from app.domain.errors import UserError
from app.domain.ledger.steps import StoppedError
from app.ui.rectify import ledger_document_exports
from app.ui.rectify.ledger_document_exports import PLAN, TABLE, WORD, LedgerDocumentExports
from app.ui.rectify.ledger_writing import LedgerWriting


@pytest.fixture
def exports(ledger):
    return LedgerDocumentExports(ledger.services.ledger, ledger.services.ledger_documents)


def numbers(path):
    """Of the first column, in order."""
    book = openpyxl.load_workbook(path)
    return [cell.value for cell in book.worksheets[0]["A"] if isinstance(cell.value, int)]


def test_the_page_writes_what_it_shows(ledger, open_ledger, exports, said, tmp_path):
    first, second = ledger.planned("第一个"), ledger.planned("第二个")
    page, path = open_ledger(exports=exports), tmp_path / "台账.xlsx"
    page._export._where = lambda parent, name: path
    page._export.write(TABLE)
    assert numbers(path) == [ledger.services.issues.number_of(row.id) for row in page._shown]
    assert {row.id for row in page._shown} == {first, second} and said[-1][0] == "green"


@pytest.mark.parametrize(("key", "ending"), [(TABLE, ".xlsx"), (WORD, ".docx"), (PLAN, ".docx")])
def test_every_choice_has_a_name_that_it_can_be_written_to(ledger, exports, tmp_path, key, ending):
    issue = ledger.planned()
    path = tmp_path / exports.suggested_name(key, ledger.campaign)
    exports.write(key, ledger.campaign, [issue], path)
    assert path.suffix == ending and path.stat().st_size > 4_000


def test_a_long_table_is_written_behind_a_bar(ledger, open_ledger, exports, tmp_path, monkeypatch):
    monkeypatch.setattr(ledger_document_exports, "LONG", 1)
    issue, path = ledger.planned(), tmp_path / "台账.xlsx"
    page, seen = open_ledger(exports=exports), []
    real = LedgerWriting._show_step
    monkeypatch.setattr(LedgerWriting, "_show_step", lambda self, *told: (seen.append(told), real(self, *told)))
    monkeypatch.setattr(ledger_document_exports.QApplication, "activeWindow", lambda: page.window())
    exports.write(TABLE, ledger.campaign, [issue], path)
    assert numbers(path) == [1] and seen[-1] == (1, 1)
    assert not page.window().findChild(LedgerWriting).isVisible()


def test_stopped_while_reading_nothing_is_written(open_ledger, qtbot):
    def reading():
        while True:
            yield 1, 9

    window = open_ledger().window()
    writing = LedgerWriting(window, reading(), lambda extract, go_on: None)
    QTimer.singleShot(0, lambda: qtbot.keyClick(writing, Qt.Key.Key_Escape))
    with pytest.raises(StoppedError):
        writing.run()


def test_stopped_while_writing_the_work_hears_of_it(open_ledger):
    def reading():
        yield 1, 1
        return "issues"

    def write(extract, go_on):
        QTimer.singleShot(0, writing, writing.stop)
        while go_on(1, 2):
            time.sleep(0.005)
        raise StoppedError("已取消，没有写出任何文件。")

    writing = LedgerWriting(open_ledger().window(), reading(), write)
    with pytest.raises(StoppedError):
        writing.run()


def test_what_goes_wrong_is_told(open_ledger):
    def reading():
        raise UserError("现在读不了。")
        yield

    with pytest.raises(UserError, match="现在读不了"):
        LedgerWriting(open_ledger().window(), reading(), lambda extract, go_on: None).run()
