"""Answers the question on screen as a person would: options are clicked, blanks typed, items moved."""

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from app.domain.question import Question, QuestionKind
from app.ui.parts.question_card import QuestionCard
from app.ui.tour.stage import Stage, TourError, children


def card_on_screen(stage: Stage) -> QuestionCard:
    cards = [card for card in children(stage.window, QuestionCard) if card.isVisibleTo(stage.window)]
    if not cards:
        raise TourError("页面上没有题目")
    return cards[-1]


def answer(stage: Stage, right: bool = True) -> Question:
    """Answer the question that is shown, rightly or (options only) with the first wrong one."""
    card = card_on_screen(stage)
    question = card.question
    match question.kind:
        case QuestionKind.BLANKS:
            for field, accepted in zip(children(card, QLineEdit), question.answer, strict=False):
                field.setFocus()
                stage.type(accepted.split("|")[0])
        case QuestionKind.ORDER:
            _put_in_order(stage, card)
        case QuestionKind.SHORT:
            children(card, QPlainTextEdit)[0].setFocus()
            stage.type("；".join(point.text for point in question.points))
        case _:
            _choose(stage, card, right)
    stage.settle(0.15)
    return question


def _choose(stage: Stage, card: QuestionCard, right: bool) -> None:
    question = card.question
    texts = {option.key: option.text for option in question.options} or {"对": "对", "错": "错"}
    wanted = [texts[key] for key in question.answer]
    if not right:
        wanted = [next(text for key, text in texts.items() if key not in question.answer)]
    buttons = children(card, QAbstractButton)
    for text in wanted:
        button = next((one for one in buttons if text in one.accessibleName()), None)
        if button is None:
            raise TourError(f"没有选项“{text}”")
        button.click()
        stage.settle(0.05)


def _put_in_order(stage: Stage, card: QuestionCard) -> None:
    texts = {option.key: option.text for option in card.question.options}
    if not card.answer():  # an order counts once something was moved
        next(one for one in children(card, QAbstractButton) if one.accessibleName().startswith("下移")).click()
        stage.settle(0.05)
    for place, key in enumerate(card.question.answer):
        while card.answer().index(key) > place:
            buttons = [one for one in children(card, QAbstractButton) if one.accessibleName().startswith("上移")]
            next(one for one in buttons if texts[key] in one.accessibleName()).click()
            stage.settle(0.05)
