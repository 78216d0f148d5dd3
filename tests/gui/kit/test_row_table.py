"""A table of things: the arrows go from row to row, Enter opens one."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from app.ui.kit.row_model import RowModel
from app.ui.kit.row_table import RowTable


@dataclass(frozen=True)
class Town:
    id: str
    name: str
    people: int


class Towns(RowModel[Town]):
    heads = ("名称", "人口")

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        town = self.row(index.row())
        return (town.name, str(town.people))[index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class TownTable(RowTable):
    def __init__(self, model):
        super().__init__("各镇", model)
        self.opened = []

    def open_row(self, index: QModelIndex) -> bool:
        self.opened.append(index.row())
        return True


@pytest.fixture
def towns():
    made = Towns()
    made.set_rows([Town("a", "东镇", 3), Town("b", "西镇", 5)])
    return made


@pytest.fixture
def table(towns, show):
    made = TownTable(towns)
    made.set_columns({1: 120}, 0, {1: 400})
    show(made, size=(600, 200))
    made.selectRow(0)
    return made


def test_a_row_is_found_by_its_id_and_no_row_lies_inside_another(towns):
    assert (towns.place_of("b"), towns.place_of("c"), towns.place_of("")) == (1, -1, -1)
    assert (towns.rowCount(), towns.columnCount()) == (2, 2)
    inside = towns.index(0, 0)
    assert (towns.rowCount(inside), towns.columnCount(inside)) == (0, 0)
    assert [towns.headerData(at, Qt.Orientation.Horizontal) for at in range(2)] == ["名称", "人口"]


def test_enter_and_a_double_click_open_the_row(table):
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    table.doubleClicked.emit(table.model().index(0, 0))
    assert table.opened == [1, 0]


def test_nothing_opens_where_there_is_no_row(table, towns):
    towns.set_rows([])
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.opened == []


def test_a_column_goes_where_there_is_no_room_for_it_and_comes_back(table):
    table.window().resize(360, 200)
    assert table.isColumnHidden(1)
    table.window().resize(600, 200)
    assert not table.isColumnHidden(1)
