"""A text with a security grading is not kept, and costs none of the others: it is marked, and asked for on leaving."""

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.kit.modal import Modal
from app.ui.kit.page import Page, PageFacts
from app.ui.rectify.refused_question import BACK, DROP
from app.ui.rectify.report_page import ReportPage
from tests.gui.rectify.reports.conftest import MARCH

GRADED = "附件为机密★三年，核查 46 份"


def write(page, *texts):
    for cell, text in zip(page.form.cells(), texts, strict=False):
        cell.editor.setPlainText(text)


def kept(office):
    return [cell for row in office.services.reports.sheet(*office.key()).rows for cell in row.text.texts()]


@pytest.fixture
def page(open_report):
    made = open_report()
    write(made, "核对名单 12 户", GRADED, "15日前抽查 20 户", "补签 9 份")
    assert not made.save()
    return made


def asked(page):
    return [one for one in page.window().findChildren(Modal) if one.isVisible()]


def test_the_other_cells_are_kept_and_the_one_is_marked_where_it_stands(page, office):
    assert kept(office)[:4] == ["核对名单 12 户", "", "15日前抽查 20 户", "补签 9 份"]
    cells = page.form.cells()
    assert "密级标志“机密★”" in cells[1].flag() and cells[1].text() == GRADED
    assert "1 处有密级标志，没有保存；其余已保存" in page.foot.said()
    cells[1].editor.setPlainText("缺 46 份的第二签名")
    assert page.save() and page.foot.said() == "草稿已保存在本机" and not cells[1].flag()
    assert kept(office)[1] == "缺 46 份的第二签名"


@pytest.mark.parametrize("act", ["_choose_month", "_choose_unit", "_choose_campaign"])
def test_before_another_month_or_unit_is_shown_one_is_asked(page, office, act):
    other = {"_choose_month": "2026-02", "_choose_unit": office.units[1], "_choose_campaign": office.campaign}[act]
    getattr(page, act)(other)
    (question,) = asked(page)
    question.button(BACK).click()
    assert page._here.key == office.key() and page.head.unit.chosen() == office.units[0]
    assert QApplication.focusWidget() is page.form.cells()[1].editor and page.form.cells()[1].text() == GRADED
    getattr(page, act)(other)
    asked(page)[-1].button(DROP).click()
    assert GRADED not in [cell.text() for cell in page.form.cells()]


def test_handing_in_leads_to_it(page):
    page.form.cells()[0].editor.setFocus()
    page.submit()
    assert QApplication.focusWidget() is page.form.cells()[1].editor


def test_the_page_built_anew_has_the_text_still(page, open_report):
    again = open_report()
    again.restore(page.state())
    assert again.form.cells()[1].text() == GRADED and "密级标志" in again.form.cells()[1].flag()
    assert again.form.cells()[0].text() == "核对名单 12 户"


class Other(Page):
    facts = PageFacts("other", "别页", "改", "别页")


def test_from_another_page_one_may_go_back_to_it(page, office, watched, went, qtbot, open_report):
    page.leave()
    page.hide()
    other = Other()
    other.navigate.connect(lambda key, argument: went.append((key, argument)))
    page.window().layout().addWidget(other)
    other.show()
    qtbot.waitUntil(lambda: bool(asked(other)))
    asked(other)[-1].button(BACK).click()
    key, argument = went[-1]
    assert key == "reports" and argument[:3] == office.key()
    one = office.services
    again = watched(ReportPage(one.ledger, one.reports, argument, who="周明", forms=one.ledger_documents))
    assert again.form.cells()[1].text() == GRADED and again._here.month == MARCH
