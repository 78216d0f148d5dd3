"""试卷编辑: a paper copied from a built-in one, made to ask too much, mended, drawn on trial, saved and offered."""

from PySide6.QtWidgets import QLineEdit

from app.domain.paper_draft import is_own
from app.ui.kit.modal import Modal
from app.ui.paper_editor.number_field import NumberField
from app.ui.tour.stage import Stage, TourError, children

TITLE = "2026 年第四季度党纪法规测试"
TOO_MANY = 200


def play_papers(stage: Stage) -> None:
    if stage.services.profiles.first_run:
        stage.services.profiles.describe("", "", "组织学习")
    stage.go("paper_editor")
    stage.press("复制成本单位试卷《入门》")
    stage.on_page("paper_edit")
    title = next(line for line in children(stage.window, QLineEdit) if line.objectName() == "field-名称")
    title.setText(TITLE)
    counts = [one for one in children(stage.window, NumberField) if one.accessibleName() == "题数"]
    kept = counts[-1].value()
    counts[-1].setValue(TOO_MANY)
    stage.settle(0.6)
    stage.shot("57-试卷编辑-题不够")
    counts = [one for one in children(stage.window, NumberField) if one.accessibleName() == "题数"]
    counts[-1].setValue(kept)
    stage.press("试抽一份")
    stage.quick_shot("58-试卷编辑-试抽")
    stage.press("关闭")
    stage.press("保存试卷")
    stage.shot("59-试卷编辑-已保存")
    _leave_a_draft(stage)
    stage.go("exams")
    stage.shot("62-模拟考试-本单位试卷")
    if [paper.title for paper in stage.services.paper_shelf.papers() if is_own(paper)] != [TITLE]:
        raise TourError("保存的试卷没有列在模拟考试里")


def _leave_a_draft(stage: Stage) -> None:
    editor = stage.services.paper_editor
    stage.go("paper_editor")
    stage.press("新建试卷")
    stage.on_page("paper_edit")
    title = next(line for line in children(stage.window, QLineEdit) if line.objectName() == "field-名称")
    title.setText("社会救助岗位摸底")
    stage.go("paper_editor")
    stage.until(lambda: any(one.isVisible() for one in children(stage.window, Modal)), "离开时的提问")
    stage.quick_shot("60-试卷编辑-离开时询问")
    stage.press("留作草稿")
    draft = next(one for one in editor.papers() if one.version == 0)
    if not draft.draft or draft.title != "社会救助岗位摸底":
        raise TourError("离开后草稿没有留下")
    stage.shot("61-试卷编辑-全部试卷")
