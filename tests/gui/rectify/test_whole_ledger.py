"""整本导出 and 读回 on the page of 整改台账: what is said first, what is shown, what Enter does, what becomes of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap import open_app
from app.domain.labels import CONFIDENTIALITY
from app.paths import AppPaths
from app.ui.kit.modal import Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.ledger_document_exports import LedgerDocumentExports
from app.ui.rectify.ledger_page import LedgerPage
from app.ui.rectify.whole_ledger_desk import EXPORT, READ_IN, WholeLedgerDesk
from app.ui.rectify.whole_ledger_dialog import ACCEPT, WholeLedgerDialog
from app.ui.rectify.whole_ledger_progress import WholeLedgerProgress


class Chosen:
    """The system's dialogs, answered."""

    def __init__(self, path):
        self.path, self.names = path, []

    def save(self, parent, name):
        self.names.append(name)
        return self.path

    def open(self, parent):
        return self.path


@pytest.fixture
def chosen(tmp_path):
    return Chosen(tmp_path / "台账.jjledger")


@pytest.fixture
def page_of(watched, chosen):
    def made(services):
        exports = LedgerDocumentExports(services.ledger, services.ledger_documents)

        def desk(page):
            return WholeLedgerDesk(page, services.ledger_export, services.ledger_read_in, chosen)

        return watched(LedgerPage(services.ledger, services.issues, exports=exports, whole=desk))

    return made


@pytest.fixture
def other(tmp_path):
    """Another PC, on which nothing was done yet."""
    paths = AppPaths(tmp_path / "other" / "data", tmp_path / "content", tmp_path / "resources")
    services = open_app(paths, seed=7)
    yield services
    services.close()


def words(widget):
    return " ".join(one.text() for one in widget.findChildren(Paragraph) if one.isVisible())


def act(page, name):
    dict(page._whole_actions())[name]()


def shown(page, kind=Modal):
    return [one for one in page.window().findChildren(kind) if one.isVisible()][-1]


def export(page):
    act(page, EXPORT)
    shown(page).button(ACCEPT).click()


def test_the_menu_offers_it_below_the_forms(services, ledger, page_of):
    ledger.issue()
    page = page_of(services)
    menu = page._export.menu(page._export._exports.choices(), page._export._more())
    assert [one.text() for one in menu.actions() if not one.isSeparator()][-2:] == ["整本导出…", "读回整本台账…"]
    menu.deleteLater()


def test_it_is_said_that_the_file_is_open_to_everybody_and_then_it_is_written(services, ledger, page_of, chosen, said):
    ledger.closed()
    services.profiles.describe("周明", "某县民政局", "自己学")
    page = page_of(services)
    act(page, EXPORT)
    told = words(shown(page))
    assert "没有加密，谁拿到都能看到台账的全部内容" in told and CONFIDENTIALITY in told
    assert not chosen.path.exists()
    shown(page).button(ACCEPT).click()
    assert chosen.path.stat().st_size > 3_000 and chosen.names == [f"某县民政局台账_{ledger.today}.jjledger"]
    tone, said_words = said[-1]
    assert tone == "green" and "1 个问题、3 条措施" in said_words and str(chosen.path) in said_words
    assert not page.window().findChildren(WholeLedgerProgress) or not shown_progress(page)


def shown_progress(page):
    return [one for one in page.window().findChildren(WholeLedgerProgress) if one.isVisible()]


def test_an_empty_ledger_is_not_exported_but_read_into(services, page_of, said, press, chosen, other, qtbot):
    page = page_of(other)
    act(page, EXPORT)
    assert said[-1][0] == "red" and "台账还是空的" in said[-1][1]
    chosen.path.write_text("not a ledger")
    press(page, "从另一台电脑读回台账")
    assert said[-1][0] == "red" and "不是整本导出的台账" in said[-1][1]


def test_what_is_in_the_file_is_shown_before_it_is_taken(services, ledger, page_of, other, said, press, qtbot):
    ledger.closed()
    ledger.working("公示栏没有拍照存档")
    export(page_of(services))
    page = page_of(other)
    press(page, "从另一台电脑读回台账")
    dialog = shown(page, WholeLedgerDialog)
    told = words(dialog)
    assert "临时救助资金监管专项" in told and "2 个问题、6 条措施" in told and "3 个科室和单位" in told
    assert "1 份" in told and str(ledger.today) in told and "程序版本" in told and CONFIDENTIALITY in told
    assert "原来那台电脑上的台账不要再改" in told
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible() and other.ledger.campaigns() == []

    press(page, "从另一台电脑读回台账")
    shown(page, WholeLedgerDialog).button(ACCEPT).click()
    assert said[-1][0] == "green" and "已读回：2 个问题" in said[-1][1]
    assert [row.title for row in page._rows] == ["入户核查缺少第二签名", "公示栏没有拍照存档"]
    assert page._stack.currentIndex() == 0


def test_the_same_one_again_is_not_offered(services, ledger, page_of, other, said, press):
    ledger.issue()
    export(page_of(services))
    page = page_of(other)
    act(page, READ_IN)
    shown(page, WholeLedgerDialog).button(ACCEPT).click()
    act(page, READ_IN)
    dialog = shown(page, WholeLedgerDialog)
    assert "完全一样" in words(dialog) and ACCEPT not in dialog._buttons
    dialog.button("").click()
    assert len(other.ledger.campaigns()) == 1


def test_what_the_other_has_gone_on_with_is_offered_as_that(services, ledger, page_of, other, chosen, press, said):
    issue = ledger.issue()
    export(page_of(services))
    page = page_of(other)
    act(page, READ_IN)
    shown(page, WholeLedgerDialog).button(ACCEPT).click()
    other.issues.void(issue, "重复登记")
    export(page)
    page = page_of(services)
    act(page, READ_IN)
    dialog = shown(page, WholeLedgerDialog)
    assert "比本机多 1 条记录" in words(dialog)
    dialog.button(ACCEPT).click()
    assert services.issues.get(issue).void_reason == "重复登记"


def test_stopped_nothing_is_written(services, ledger, page_of, chosen, said, monkeypatch):
    ledger.closed()
    page = page_of(services)
    monkeypatch.setattr(WholeLedgerProgress, "go_on", lambda self, done, total: False)
    export(page)
    assert said[-1] == ("ink", "已取消，没有写出任何文件。") and not chosen.path.exists()
    assert not shown_progress(page)
