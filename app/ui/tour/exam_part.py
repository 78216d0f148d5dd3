"""考: the lobby, a paper of every kind of question sat, killed in the middle, gone on with, handed in and marked."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from app.domain.exam import Exam, ExamItem
from app.domain.question import QuestionKind
from app.ui.kit.answer_sheet import AnswerSheet
from app.ui.kit.toast import Toast
from app.ui.tour.answering import answer, card_on_screen
from app.ui.tour.exam_paper_part import play_exam_papers
from app.ui.tour.killing import can_kill, sit_and_be_killed
from app.ui.tour.stage import Stage, TourError, children
from app.ui.tour.unit_exam_part import play_unit_exam

PAPER = "zong-he-mo-ni"
FIRST, SECOND = 6, 6
"""Answered before the restart, and until the kill."""


def play_exam(stage: Stage) -> None:
    if stage.services.profiles.first_run:
        stage.services.profiles.describe("周明", "某县民政局", "自己学")
    stage.go("exams")
    stage.shot("50-模拟考试")
    stage.press(stage.services.library.paper(PAPER).title)
    stage.quick_shot("50-模拟考试-选一份试卷")
    stage.press("开始考试")
    stage.on_page("exam")
    stage.shot("51-考试")
    for place in range(1, FIRST + 1):
        answer(stage, right=place != 3)
        if place == 4:
            stage.key(Qt.Key.Key_M)
        stage.press("下一题")
    stage.shot("52-考试-已答六题")
    given = _interrupt(stage, _waiting(stage))
    stage.on_page("home")
    stage.shot("53-重新打开-考试未交卷")
    stage.go("exams")
    stage.shot("54-继续考试")
    stage.press("继续考试")
    stage.on_page("exam")
    _compare_on_screen(stage, given)
    _answer_the_rest(stage)
    _every_kind(_waiting(stage))
    stage.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.quick_shot("55-交卷确认")
    stage.press("确认交卷")
    stage.on_page("results")
    stage.shot("56-成绩-待评分")
    _mark(stage)
    play_exam_papers(stage, PAPER)
    play_unit_exam(stage, PAPER)


def _waiting(stage: Stage) -> Exam:
    exam = stage.services.exams.unfinished()
    if exam is None:
        raise TourError("考试没有保存")
    return exam


def _interrupt(stage: Stage, saved: Exam) -> dict[int, tuple[str, ...]]:
    """The program is closed, goes on in another process, and is killed there: what was acknowledged must be there, and
    nothing else but the answer that was being written. Gives the answers by place.
    """
    if saved.answered != FIRST:
        raise TourError("已答的题没有全部保存")
    wanted, last = {item.place: item.answer for item in saved.items if item.answered}, 0
    stage.close()
    if can_kill():
        acknowledged, last = sit_and_be_killed(stage.data, stage.clock.days_ahead, SECOND)
        wanted |= acknowledged
    else:
        print("打包的程序里不演示强行结束。", file=sys.stderr)
    stage.open()
    found = {item.place: item.answer for item in _waiting(stage).items}
    # The last question may have been answered further before the kill came.
    lost = [place for place, given in wanted.items() if found[place] != given and (place != last or not found[place])]
    if lost:
        raise TourError(f"强行结束之后，第 {lost} 题的答案不在了")
    more = [place for place, answered in found.items() if any(answered) and place not in wanted]
    if len(more) > 1:
        raise TourError(f"强行结束之后，多出了第 {more} 题的答案")
    return {place: answered for place, answered in found.items() if any(answered)}


def _compare_on_screen(stage: Stage, given: dict[int, tuple[str, ...]]) -> None:
    """Every answer from before the kill stands on its page as it was given, and one goes on where one was."""
    here = _waiting(stage).current
    for place in (*given, here):
        children(stage.window, AnswerSheet)[-1].activated.emit(place)
        stage.settle(0.1)
        card = card_on_screen(stage)
        if place in given and tuple(card.answer()) != given[place]:
            raise TourError(f"继续考试后，第 {place} 题显示的答案是 {card.answer()}，交卷前是 {given[place]}")


def _every_kind(exam: Exam) -> None:
    """There is none that the play leaves out."""
    sat = {item.question.kind for item in exam.items if item.answered}
    sat |= {QuestionKind.CASE_STUDY for item in exam.items if item.answered and item.question.group}
    if missing := [kind.value for kind in QuestionKind if kind not in sat]:
        raise TourError(f"演示没有答到这些题型：{'、'.join(missing)}")


def _answer_the_rest(stage: Stage) -> None:
    """To the end, so that the 简答 decides; the first of every kind is photographed."""
    exam = _waiting(stage)
    spare = _most_to_lose(exam) - sum(one.score - one.points(exam.paper) for one in exam.items if one.answered)
    todo = [item for item in exam.items if not item.answered]
    shown: set[str] = set()
    number = exam.current
    while True:
        item = exam.item(number)
        if item in todo:
            miss = item.question.kind is not QuestionKind.SHORT and number % 2 == 0 and item.score <= spare
            spare -= item.score if miss else 0
            _answer_or_not(stage, item, miss)
            kind = "案例分析" if item.question.group else item.question.kind.value
            if kind not in shown:
                shown.add(kind)
                stage.shot(f"54-考试-{kind}")
        if not stage.press_any("下一题"):
            return
        number += 1


def _most_to_lose(exam: Exam) -> int:
    """Points, so that it passes with the 简答 only."""
    short = sum(item.score for item in exam.items if item.question.kind is QuestionKind.SHORT)
    return exam.paper.total - short // 2 - exam.paper.pass_score


def _answer_or_not(stage: Stage, item: ExamItem, miss: bool) -> None:
    """What is missed is answered wrongly where one can choose, else left blank."""
    if not miss or (item.question.options and item.question.kind is not QuestionKind.ORDER):
        answer(stage, right=not miss)


def _mark(stage: Stage) -> None:
    """Every 简答, all points of it but the last: before they were awaited, afterwards there is a score."""
    before = stage.services.exams.result(stage.services.exams.history()[0][0])
    if not before.unmarked or before.decided:
        raise TourError("成绩没有等待简答的评分")
    for item in reversed(before.unmarked):
        photographed = item is before.unmarked[-1]
        children(stage.window, AnswerSheet)[-1].activated.emit(item.place)
        stage.settle()
        if photographed:
            stage.shot("56-简答-待评分")
        ticks = [one for one in children(card_on_screen(stage), QCheckBox) if one.isEnabled()]
        for number, tick in enumerate(ticks):
            tick.setChecked(number < len(ticks) - 1)
        stage.press("保存评分")
        if photographed:
            stage.shot("56-简答-已评分")
        stage.press("返回成绩")
    stage.until(lambda: not any(one.isVisible() for one in children(stage.window, Toast)), "提示消失")
    after = stage.services.exams.result(before.id)
    if after.unmarked or after.total <= before.total:
        raise TourError("简答的评分没有计入成绩")
    stage.shot("56-成绩-已评分")
