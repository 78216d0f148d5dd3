"""考: the lobby, a paper sat and left, gone on with after a restart, handed in, the result."""

from PySide6.QtCore import Qt

from app.ui.tour.answering import answer
from app.ui.tour.stage import Stage, TourError


def play_exam(stage: Stage) -> None:
    if stage.services.profiles.first_run:
        stage.services.profiles.describe("", "", "自己学")
    stage.go("exams")
    stage.shot("50-模拟考试")
    stage.press("开始考试")
    stage.on_page("exam")
    stage.shot("51-考试")
    for place in range(6):
        answer(stage, right=place != 2)
        if place == 3:
            stage.key(Qt.Key.Key_M)
        stage.press("下一题")
    stage.shot("52-考试-已答六题")
    saved = stage.services.exams.unfinished()
    if saved is None or saved.answered != 6:
        raise TourError("已答的题没有全部保存")
    stage.restart()
    stage.on_page("home")
    stage.shot("53-重新打开-考试未交卷")
    stage.go("exams")
    stage.shot("54-继续考试")
    stage.press("继续考试")
    stage.on_page("exam")
    found = stage.services.exams.unfinished()
    if found is None or [item.answer for item in found.items] != [item.answer for item in saved.items]:
        raise TourError("重新打开之后答案不一致")
    for place in range(len(found.items) - 7):
        answer(stage, right=place % 4 != 3)
        stage.press("下一题")
    stage.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.quick_shot("55-交卷确认")
    stage.press("确认交卷")
    stage.on_page("results")
    stage.shot("56-成绩")
