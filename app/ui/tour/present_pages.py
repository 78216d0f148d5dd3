"""讲 before and after the session: a case projected at once, a deck prepared, a meeting planned, names and minutes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.domain.meeting import Meeting
from app.ui.presenter.deck_adding import TEXT
from app.ui.presenter.deck_edit_page import DeckEditPage
from app.ui.presenter.meeting_room_page import MeetingRoomPage
from app.ui.tour.stage import Stage, TourError, children

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
OWN_TITLE = "我们科怎么做"
OWN_TEXT = "入户核查一律两人，当场签字。\n亲属办理的，经办人先说明，换人核查。"
SPEECH = "代签一次看似小事，少的是一次入户见面。今后坚持双人核查。"


def show_case(stage: Stage) -> None:
    """From a case to the question before a session in one step."""
    case = stage.services.library.cases()[0]
    stage.go("case", case.id)
    stage.press("投影讲授")
    stage.quick_shot("80-案例-投影讲授")
    stage.press("返回")


def prepare_deck(stage: Stage) -> str:
    """A page moved, one skipped, one of one's own, notes changed; gives the deck's id."""
    decks, case = stage.services.decks, stage.services.library.cases()[0]
    deck = decks.make(case.id)
    stage.go("deck_edit", deck.id)
    page = stage.application.window.page
    assert isinstance(page, DeckEditPage)
    page.list.go_to(2)
    page.list.setFocus()
    stage.key(K.Key_Down, ALT)
    page.list.go_to(page.list.row + 3)
    stage.key(K.Key_Space)
    page.list.go_to(1)
    _choose(stage, "加一页", TEXT)
    stage.type(OWN_TITLE)
    stage.key(K.Key_Tab)
    stage.type(OWN_TEXT)
    stage.quick_shot("80-备课-加一页")
    stage.press("保存这一页")
    stage.shot("80-备课")
    found = decks.deck(deck.id).pages
    if all(one.sheet.title != OWN_TITLE for one in found) or len(found) != len(decks.built(deck.id).pages):
        raise TourError("备课时加的一页或跳过的一页没有存下来")
    stage.go("presenter")
    stage.shot("80-我的课件")
    return deck.id


def show_plan(stage: Stage, meeting: Meeting) -> None:
    stage.go("meetings")
    stage.quick_shot("80-会议")
    stage.go("meeting_edit", meeting.id)
    stage.shot("80-安排会议")


def write_record(stage: Stage, meeting: Meeting) -> None:
    """签到与纪实 while the meeting is on: what somebody said."""
    stage.go("meeting_room", meeting.id)
    page = stage.application.window.page
    assert isinstance(page, MeetingRoomPage) and page.record is not None
    page.record.who.setFocus()
    stage.type("李晓")
    page.record.text.setFocus()
    stage.type(SPEECH)
    stage.press("记下")
    stage.shot("93-签到与纪实")


def show_minutes(stage: Stage, meeting: Meeting) -> None:
    stage.go("meeting_room", meeting.id)
    stage.shot("94-会议记录")


def _choose(stage: Stage, name: str, what: str) -> None:
    """From a button's menu, without its window: that would wait for a hand."""
    menus = [one.menu() for one in children(stage.window, QPushButton) if one.text() == name and one.menu()]
    actions = [action for menu in menus for action in menu.actions() if action.text() == what]
    if not actions:
        raise TourError(f"“{name}”里没有“{what}”")
    actions[0].trigger()
    stage.settle()
