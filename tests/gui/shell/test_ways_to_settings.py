"""Whoever leads to a section of 设置 names it as 设置 does: any other name ends at the first section."""

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.home.home_page import HomePage
from app.ui.home.unit_cards import UnitServices
from app.ui.kit.empty_state import EmptyState
from app.ui.shell.page_factory import PageFactory

ROOT = Path(__file__).parents[3] / "app"


def ways():
    """The sections that the program leads to, by file."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            given = [one.value for one in node.args if isinstance(one, ast.Constant)]
            if node.func.attr in ("emit", "go") and len(given) == 2 and given[0] == "settings" and given[1]:
                yield path.relative_to(ROOT).as_posix(), given[1]


@pytest.mark.parametrize(("file", "section"), list(ways()))
def test_every_way_leads_to_a_section_that_there_is(services, qapp: QApplication, tmp_path, show_page, file, section):
    page = PageFactory(services, tmp_path).build("settings", section)
    show_page(page)
    assert page.section == section


def test_where_there_is_no_case_yet_home_leads_to_the_content(services, show_page, qtbot, monkeypatch):
    monkeypatch.setattr(services.library, "cases", list)
    one = services
    unit = UnitServices(lambda: one.meetings, lambda: one.ledger_dues, lambda: one.ledger, lambda: one.self_checks)
    page = HomePage(one.library, one.study, one.home, lambda: one.exams, one.records, one.profiles, unit)
    show_page(page)
    with qtbot.waitSignal(page.navigate, check_params_cb=lambda *to: to == ("settings", "内容")):
        page.findChild(EmptyState).acted.emit()


def test_the_ways_are_found():
    assert ("ui/home/home_page.py", "内容") in list(ways()) and ("ui/shell/shell.py", "外观与字号") in list(ways())
