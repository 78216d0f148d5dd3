"""From any page to a running session in one step: the shell keeps it, so that it outlives the page that asked."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.domain.errors import UserError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.attendance import Attendee
    from app.domain.deck import Deck
    from app.services.services import Services
    from app.ui.presenter.session_start import SessionStart

NOTHING = "这一页没有可以投影的内容。请先打开一个案例、课件或会议，再按 F5。"
WAITING = "“{}”还没有结束，{}。\n请先继续那一次并结束它，再开始新的。"


class ProjectionDesk(QObject):
    """`project` takes ("case", id), ("deck", id, page id or ""), ("meeting", id) or ("resume",)."""

    said = Signal(str, str)
    ended = Signal(str)
    """The session is over: id of the meeting whose minutes are on record, "" for a rehearsal or 稍后继续."""
    record_wanted = Signal(str)

    def __init__(self, anchor: "QWidget", services: "Services") -> None:
        super().__init__(anchor)
        self._anchor, self._services = anchor, services
        self._start: SessionStart | None = None
        self._deck: Deck | None = None

    @property
    def session(self) -> "SessionStart":
        if self._start is None:
            from app.ui.presenter.session_start import SessionStart

            one = self._services
            self._start = SessionStart(
                self._anchor, one.meetings, one.decks.files.path, one.clock, one.presenter_choices
            )
            self._start.failed.connect(lambda text: self.said.emit("red", text))
            # Not within the window's own signal: what follows builds the page below it anew.
            self._start.closed.connect(lambda meeting: QTimer.singleShot(0, self, lambda: self.ended.emit(meeting)))
            self._start.left.connect(self._leave)
            self._start.print_wanted.connect(self._print)
        return self._start

    @property
    def is_on(self) -> bool:
        """Whether the windows of a session, or the question before it, are open."""
        if self._start is None:
            return False
        dialog = self._start.dialog
        return self._start.windows is not None or (dialog is not None and isValid(dialog) and dialog.isVisible())

    def project(self, wanted: object) -> None:
        if not isinstance(wanted, tuple) or not wanted:
            self.said.emit("ink", NOTHING)
            return
        try:
            unfinished = self._services.meetings.unfinished()
            if wanted[0] == "resume" and unfinished is not None:
                self._deck = unfinished.presentation.deck
                self.session.ask_to_resume()
            elif wanted[0] == "resume":
                self.said.emit("ink", "没有未结束的会议。")
            elif unfinished is not None:
                self._ask_first()
            else:
                self._ask(*wanted)
        except UserError as error:
            self.said.emit("red", str(error))

    # private

    def _ask(self, kind: str, name: str, page: str = "") -> None:
        meetings, decks = self._services.meetings, self._services.decks
        people: tuple[Attendee, ...] = ()
        if kind == "meeting":
            deck, people = meetings.deck(name), meetings.attendance.people(name)
            self._deck = deck
            self.session.ask(lambda: meetings.start(name, page), deck, people, page)
            return
        deck = decks.of_case(name) if kind == "case" else decks.deck(name)
        case = name if kind == "case" else decks.get(name).case
        self._deck = deck
        self.session.ask(lambda: meetings.start_deck(deck, deck.title, case, page=page), deck, people, page)

    def _ask_first(self) -> None:
        from app.domain.kept_session import kept_words
        from app.ui.kit.modal import Choice, ask

        live = self._services.meetings.unfinished()
        assert live is not None
        words = WAITING.format(live.meeting.title, kept_words(live))
        choices = (Choice("", "返回"), Choice("record", "签到与纪实"), Choice("resume", "继续投影", safe=True))

        def answered(key: str) -> None:
            if key == "resume":
                self.project(("resume",))
            elif key == "record":
                self.record_wanted.emit(live.meeting.id)

        ask(self._anchor, "上一次会议还没有结束", words, choices, answered, icon="presenter", tone="amber")

    def _leave(self) -> None:
        stage = self._services.meetings.stage
        if stage.live is not None:
            with suppress(UserError):  # what was reached is on disk anyway; only the pause is not counted
                stage.leave()
        QTimer.singleShot(0, self, lambda: self.ended.emit(""))

    def _print(self) -> None:
        from app.ui.presenter.deck_printing import DeckPrinting

        if self._deck is not None:
            one = self._services
            printing = DeckPrinting(one.meeting_documents, one.decks.files.path)
            printing.ask(self._anchor, self._deck, lambda text: self.said.emit("red", text))
