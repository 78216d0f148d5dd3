"""复习: a day with nothing due; the next, when questions come back: answered, rated, a rating taken back, all done."""

from PySide6.QtCore import Qt

from app.domain.review import Rating
from app.services.services import Services
from app.ui.tour.answering import answer
from app.ui.tour.stage import Stage, TourError

CONTROL = Qt.KeyboardModifier.ControlModifier
WRONG, STARRED, LEAVING = 34, 3, 2


def play_review(stage: Stage) -> None:
    if stage.services.profiles.first_run:
        stage.services.profiles.describe("", "", "自己学")
    _fill_the_book(stage.services)
    stage.go("review")
    stage.shot("40-复习-今天没有到期")
    stage.clock.go_on(days=1)
    stage.go("home")
    stage.shot("40-首页-复习到期")
    stage.go("review")
    stage.shot("41-复习-今日到期")
    if not 0 < len(stage.services.review.day().question_ids) <= stage.services.review.cap:
        raise TourError("今日到期的题数超出每日上限")
    _round(stage)
    stage.go("review")
    stage.press("已移出")
    stage.shot("45-错题本-已移出")
    stage.press("放回错题本")
    stage.press("按案例")
    stage.shot("46-错题本-按案例")
    _do_the_rest(stage)


def _fill_the_book(services: Services) -> None:
    """What weeks of practice would have left behind."""
    bank = [question for question in services.library.bank() if question.kind.chooses and not question.group]
    for place, question in enumerate(bank[:: max(1, len(bank) // WRONG)][:WRONG]):
        keys = question.letters or ("对", "错")
        wrong = next(key for key in keys if key not in question.answer)
        services.practice.answer(question, keys, (wrong,), "sure")
        for _ in range(3 if place < LEAVING else 0):
            services.practice.answer(question, keys, question.answer)
    for question in bank[1 : 1 + STARRED]:
        services.practice.star(question.id, True)


def _round(stage: Stage) -> None:
    stage.press("开始复习")
    stage.on_page("review_round")
    for place in range(3):
        answer(stage, right=place != 1)
        stage.press("确认答案")
        if place == 1:
            stage.shot("42-复习-评价")
        stage.press(Rating.AGAIN.value if place == 1 else Rating.GOOD.value)
    done = stage.services.review.day().done
    stage.key(Qt.Key.Key_Z, CONTROL)
    if stage.services.review.day().done != done - 1:
        raise TourError("评价没有撤销")
    stage.shot("43-复习-撤销评价")
    stage.press(Rating.HARD.value)
    stage.press("结束本轮")
    stage.shot("44-复习-小结")


def _do_the_rest(stage: Stage) -> None:
    review = stage.services.review
    while ids := review.day().question_ids:
        for name in ids:
            review.rate(name, Rating.GOOD)
    stage.go("review")
    stage.shot("47-复习-今天已完成")
    stage.go("settings", "复习")
    stage.shot("48-设置-复习")
