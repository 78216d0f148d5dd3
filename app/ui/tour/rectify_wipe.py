"""误录清除 through its dialog; then the whole ledger taken along and read back on a computer that has none."""

from pathlib import Path

from PySide6.QtWidgets import QMenu

from app.domain.errors import UserError
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import IssueSource, IssueText, Origin
from app.ui.rectify.ledger_table import LedgerTable
from app.ui.rectify.whole_ledger_dialog import WholeLedgerDialog
from app.ui.tour.rectify_office import OFFICES
from app.ui.tour.rectify_year import RectifyYear
from app.ui.tour.stage import TourError, children

CLERK = OFFICES[9]
TITLE, DETAIL = "外单位转来一份材料，其中有不该录入本机的内容", "材料原文有两页，第一页写着他人的住址和电话。"
WHY = "误把外单位转来的材料录了进来"


def wipe_wrong(year: RectifyYear) -> None:
    """May: somebody has written down what should not be here; a stub is left, and no word of it."""
    stage, services = year.stage, year.services
    text = IssueText(TITLE, DETAIL, "", Dimension.AWARENESS, "secrecy-laxity", (), "", year.unit_ids[CLERK.name])
    wrong = services.issues.add(year.campaign, text, Origin(IssueSource.OTHER, "来文", services.ledger.today()))
    number = services.issues.number_of(wrong)
    year.go("issue", wrong)
    stage.press("更多")
    _choose(year, "误录清除")
    year.write("原因", WHY)
    year.write("输入“清除”两个字", "清除")
    stage.quick_shot("改27-误录清除")
    stage.press("清除")
    stage.quick_shot("改27-误录清除-留下的记录")
    if TITLE.encode() in b"".join(path.read_bytes() for path in _unit_files(stage.data)):
        raise TourError("误录清除以后，数据文件里还有原文")
    stub = services.erasing.stub(wrong)
    if stub is None or (stub.number, stub.reason) != (number, WHY):
        raise TourError("误录清除没有留下谁、何时、为什么")


def show_grouped(year: RectifyYear) -> None:
    """The table under heads, with what is left of the wiped one at the end."""
    year.choose("分组", "按单位分组")
    for table in (one for one in children(year.page, LedgerTable) if one.isVisible()):
        table.scrollToBottom()
    year.stage.quick_shot("改19-整改台账-按单位分组")
    year.choose("分组", "不分组")


def take_along(year: RectifyYear) -> None:
    """At last: the whole ledger in a file, read back where there is none, and nothing is missing."""
    stage, path = year.stage, year.folder / "整本台账.jjledger"
    year.go("ledger", year.campaign)
    stage.press("导出台账")
    _choose(year, "整本导出")
    stage.quick_shot("改90-整本导出")
    year.press_with_file("选择位置并导出", path)
    stage.until(path.is_file, "整本台账的文件")
    stage.settle(0.5)
    stage.quick_shot("改91-整本导出-已核对")
    before = _all_said(year)
    stage.forget_unit(year.folder)
    year.go("ledger")
    stage.quick_shot("改92-另一台电脑-还没有台账")
    year.press_with_file("从另一台电脑读回台账", path)
    stage.until(lambda: bool(children(stage.window, WholeLedgerDialog)), "整本台账核对完")
    stage.settle(0.3)
    stage.quick_shot("改93-读回整本台账-核对")
    stage.press("读回这本台账")
    stage.until(lambda: bool(year.services.ledger.campaigns()), "台账读回来")
    stage.settle(0.5)
    stage.quick_shot("改94-读回之后")
    if _all_said(year) != before:
        raise TourError("读回的台账与导出的不一样")


def _all_said(year: RectifyYear) -> list[object]:
    """Every issue with its history, what was wiped, and the figures of the one page."""
    services = year.services
    rows = services.ledger.rows(year.campaign)
    told: list[object] = [(services.issues.get(row.id), len(services.issues.history(row.id))) for row in rows]
    try:
        return [*told, services.erasing.stubs(year.campaign), services.outcomes.summary(year.campaign)]
    except UserError as error:
        raise TourError(str(error)) from error


def _choose(year: RectifyYear, words: str) -> None:
    """From the menu that is open."""
    for menu in (one for one in children(year.stage.window, QMenu) if one.isVisible()):
        for action in menu.actions():
            if action.text().startswith(words):
                menu.close()
                action.trigger()
                year.stage.settle(0.3)
                return
    raise TourError(f"菜单里没有“{words}”")


def _unit_files(data: Path) -> list[Path]:
    return [one for one in data.glob("unit.db*") if one.is_file()]
