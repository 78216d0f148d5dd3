"""What the ledger page exports is on disk, the same rows as on screen; a long table can be stopped."""

import time

import openpyxl
import pytest
from docx import Document
from PySide6.QtCore import Qt, QTimer

from app.domain.errors import UserError
from app.domain.ledger.steps import StoppedError
from app.ui.rectify import ledger_document_exports
from app.ui.rectify.board_view import BoardView
from app.ui.rectify.ledger_document_exports import (
    ANNEX_TABLE,
    ANNEX_WORD,
    LIST_TABLE,
    LIST_WORD,
    PLAN,
    TABLE,
    WORD,
    LedgerDocumentExports,
)
from app.ui.rectify.ledger_filter import LedgerFilter
from app.ui.rectify.ledger_group import LedgerGroup
from app.ui.rectify.ledger_state_look import LOOKS
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


def shown_rows(page):
    """What one reads from top to bottom: the words of each head, and of each issue its number and title."""
    told = []
    for group in page._views.groups():
        told += [f"{group.title}　{group.words}"] if group.title else []
        told += [(row.number, row.title) for row in group.rows]
    return told


def said_by_lists(page):
    """The same, as the lists on screen hold it."""
    shown = page._views.current()
    if isinstance(shown, BoardView):
        models = {LOOKS[state].word: one.issues for state, one in shown.lists().items() if one.issues.rowCount()}
        return [
            line
            for word, model in models.items()
            for line in [
                f"{word}　{model.rowCount()} 个问题",
                *((model.row(at).number, model.row(at).title) for at in range(model.rowCount())),
            ]
        ]
    model = shown._issues
    rows = [model.row(at) for at in range(model.rowCount())]
    return [f"{one.title}　{one.words}" if isinstance(one, LedgerGroup) else (one.number, one.title) for one in rows]


def in_table(path):
    """Heads and (number, title), from under the names of the columns to the foot."""
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(path).worksheets[0].iter_rows()]
    first = next(at for at, row in enumerate(rows) if row[0] == "序号") + 1
    last = next(at for at, row in enumerate(rows) if str(row[0]).startswith("填报单位"))
    return [row[0] if isinstance(row[0], str) else (row[0], row[1]) for row in rows[first:last]]


def in_word(path):
    table = next(one for one in Document(path).tables if one.cell(0, 0).text == "序号")
    texts = [list(dict.fromkeys(cell.text for cell in row.cells)) for row in table.rows[1:]]
    return [row[0] if len(row) == 1 else (int(row[0]), row[1]) for row in texts]


@pytest.mark.parametrize("key", [TABLE, WORD, LIST_TABLE, LIST_WORD])
@pytest.mark.parametrize("view", ["table", "board", "timeline", "leaders", "grouped"])
def test_the_rows_of_the_file_are_those_on_screen(ledger, open_ledger, exports, tmp_path, view, key):
    """Same order, same heads, same words."""
    ledger.working("公示栏没有拍照")
    ledger.issue("没有双签", unit=1)
    ledger.closed()
    ledger.planned("名单没有比对")
    page, path = open_ledger(exports=exports), tmp_path / f"表.{key[-4:]}"
    page._export._where = lambda parent, name: path
    page._filter.set_filter(LedgerFilter(order="-number", group="state" if view == "grouped" else ""))
    page._choose_view("table" if view == "grouped" else view)
    page._refilter()
    page._export.write(key)
    told = in_table(path) if path.suffix == ".xlsx" else in_word(path)
    assert told == shown_rows(page) == said_by_lists(page)
    heads = [one for one in told if isinstance(one, str)]
    assert len(told) - len(heads) == 4 and bool(heads) == (view != "table")


def test_the_annex_says_so(ledger, exports, tmp_path):
    issue = ledger.planned()
    for key in (ANNEX_TABLE, ANNEX_WORD):
        path = tmp_path / exports.suggested_name(key, ledger.campaign)
        exports.write(key, ledger.campaign, [issue], (), path)
        assert path.name.startswith("附件2 ")
        table = key == ANNEX_TABLE
        assert (
            openpyxl.load_workbook(path).active["A1"].value if table else Document(path).paragraphs[0].text
        ) == "附件2"


ENDINGS = {TABLE: ".xlsx", WORD: ".docx", PLAN: ".docx", ANNEX_WORD: ".docx", LIST_TABLE: ".xlsx", LIST_WORD: ".docx"}


@pytest.mark.parametrize(("key", "ending"), ENDINGS.items())
def test_every_choice_has_a_name_that_it_can_be_written_to(ledger, exports, tmp_path, key, ending):
    issue = ledger.planned()
    path = tmp_path / exports.suggested_name(key, ledger.campaign)
    exports.write(key, ledger.campaign, [issue], (), path)
    assert path.suffix == ending and path.stat().st_size > 4_000


def test_a_long_table_is_written_behind_a_bar(ledger, open_ledger, exports, tmp_path, monkeypatch):
    monkeypatch.setattr(ledger_document_exports, "LONG", 1)
    issue, path = ledger.planned(), tmp_path / "台账.xlsx"
    page, seen = open_ledger(exports=exports), []
    real = LedgerWriting._show_step
    monkeypatch.setattr(LedgerWriting, "_show_step", lambda self, *told: (seen.append(told), real(self, *told)))
    monkeypatch.setattr(ledger_document_exports.QApplication, "activeWindow", lambda: page.window())
    exports.write(TABLE, ledger.campaign, [issue], (), path)
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
