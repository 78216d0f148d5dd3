"""讲: a whole 警示教育大会 on two screens, from the list of names to the minutes."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.domain.attendance import Attendee, Presence
from app.domain.deck import DeckPage
from app.domain.meeting import Meeting, MeetingKind, MeetingPart, PartKind
from app.domain.meeting_entry import EntryKind
from app.domain.presenter_options import PresenterOptions
from app.domain.sheet import Moment, SheetKind
from app.ui.presenter.session_start import SessionStart
from app.ui.presenter.session_windows import SessionWindows
from app.ui.tour.page_picture import word_picture
from app.ui.tour.present_pages import prepare_deck, show_case, show_minutes, show_plan, write_record
from app.ui.tour.stage import Stage, TourError, children
from app.ui.tour.tour_screens import TourScreens

CASE_TITLE = "警示教育大会"
PEOPLE = "周明 李晓 王建 赵敏 陈立 孙悦 吴江 郑宁 冯兰 何俊 许静 曹文".split()
FIRST, SECOND = (4, 3, 2, 1), (1, 1, 7, 1)
K = Qt.Key
DIALOGS = (("总览", K.Key_G), ("抽点", K.Key_R), ("分组", K.Key_Y), ("签到", K.Key_Q), ("按键", K.Key_F1))


def play_present(stage: Stage) -> None:
    if stage.services.profiles.first_run:
        stage.services.profiles.describe("周明", "某县民政局", "组织学习")
    stage.clock.go_to((stage.clock.now() + timedelta(days=1)).date())
    show_case(stage)
    meeting = _plan(stage, prepare_deck(stage))
    show_plan(stage, meeting)
    play = _Play(stage, meeting)
    play.start("light", (1366, 768), (1024, 768))
    play.lead()
    play.cable()
    play.interrupt()
    play.start("dark", (1920, 1080), (1920, 1080))
    play.look_dark()
    play.close()
    show_minutes(stage, meeting)
    _papers(stage, meeting)


def _plan(stage: Stage, deck: str) -> Meeting:
    """Agenda and list of names, as an organiser would have them before."""
    meetings, case = stage.services.meetings, stage.services.library.cases()[0]
    meeting = meetings.plan(MeetingKind.WARNING, CASE_TITLE, "某县民政局")
    parts = (
        MeetingPart("part-1", PartKind.ANALYSIS, case.title, 45, deck=deck),
        MeetingPart("part-2", PartKind.TALK, "交流发言", 10, speaker="李晓"),
        MeetingPart("part-3", PartKind.SPEECH, "总结讲话", 10, speaker="周明"),
    )
    starts_at = stage.clock.now().astimezone().strftime("%Y-%m-%dT%H:%M")
    saved = meetings.save(
        replace(meeting, starts_at=starts_at, place="局三楼会议室", chair="周明", recorder="赵敏", parts=parts)
    )
    meetings.attendance.add(saved.id, [Attendee(0, name, "救助科", pickable=name != "周明") for name in PEOPLE])
    for number in range(1, 1 + sum(FIRST)):
        meetings.attendance.arrive(saved.id, number)
    return saved


class _Play:
    def __init__(self, stage: Stage, meeting: Meeting) -> None:
        self._stage, self._meeting = stage, meeting
        self._start: SessionStart | None = None
        self._screens: TourScreens | None = None

    @property
    def windows(self) -> SessionWindows:
        assert self._start is not None and self._start.windows is not None
        return self._start.windows

    def start(self, theme: str, console: tuple[int, int], audience: tuple[int, int]) -> None:
        """The dialog before the start, then both windows; the second time it goes on where it was left."""
        services = self._stage.services
        self._screens = TourScreens(console, audience)
        start = self._start = SessionStart(
            self._stage.window,
            services.meetings,
            services.decks.files.path,
            self._stage.clock,
            services.presenter_choices,
            self._screens,
        )
        services.presenter_choices.keep(PresenterOptions(theme=theme, picking=True, teams=True, show_present=True))
        if services.meetings.unfinished() is None:
            deck = services.meetings.deck(self._meeting.id)
            start.ask(lambda: services.meetings.start(self._meeting.id), deck)
        else:
            start.ask_to_resume()
        self._stage.settle()
        if start.dialog is None:
            raise TourError("没有出现“开始投影”")
        self._stage.quick_shot(f"81-开始投影-{theme}")
        start.dialog.button("start").click()
        self._stage.settle(0.6)

    def lead(self) -> None:
        """Facts, time line, the stop, a vote, the discussion, a second vote, the answer."""
        self.shot("82-开场")
        self.go_to(lambda page: page.sheet.kind is SheetKind.FACTS, "案情")
        self.shot("83-案情")
        self.go_to(lambda page: any(isinstance(block, Moment) for block in page.sheet.blocks), "时间线")
        self.shot("83-时间线")
        self.go_to(lambda page: len(page.ballot) > 1, "可以作答的一页")
        self.shot("84-停一停-未揭晓")
        self.count(FIRST)
        self.shot("85-第一次作答")
        self.key(K.Key_T)
        self.press("3 分钟")
        self.windows.controller.draw_on((0.2, 0.3))
        for step in range(40):
            self.windows.controller.draw_on((0.2 + step / 100, 0.3))
        self.windows.controller.lift_pen()
        self.windows.controller.point((0.7, 0.5))
        self.shot("86-讨论计时-画笔-指点")
        self.windows.controller.point(None)
        self.windows.controller.stop_countdown()
        self.windows.controller.vote_again()
        self.count(SECOND)
        self.shot("87-再次作答")
        self.key(K.Key_PageDown)
        if not self.windows.controller.presentation.is_revealed:
            raise TourError("翻页键没有先揭晓")
        self.shot("88-揭晓")
        self.key(K.Key_B)
        self.shot("89-黑屏")
        self.key(K.Key_F5)
        self.key(K.Key_S)
        self.shot("89-休息")
        self.key(K.Key_PageDown)
        if self.windows.controller.on_break or not self.windows.controller.presentation.is_revealed:
            raise TourError("休息之后，翻页键没有回到原来的一页")
        for name, key in DIALOGS:
            self.key(key)
            self.shot(f"90-{name}")
            self.windows.dialogs.dismiss()
        self.windows.controller.attend(11, Presence.PRESENT)

    def cable(self) -> None:
        """Pulled out, the pages turned meanwhile, put back."""
        assert self._screens is not None
        self._screens.plug(False)
        self._stage.settle()
        if self.windows.audience.isVisible():
            raise TourError("投影断开之后，投影窗口还在")
        self.shot("91-投影断开")
        self.key(K.Key_PageDown)
        self._screens.plug(True)
        self._stage.settle()
        if not self.windows.audience.isVisible():
            raise TourError("投影接好之后，投影窗口没有回来")
        self.shot("92-投影恢复")

    def interrupt(self) -> None:
        """The program is closed in the middle and opened again: page, votes and names are there."""
        before = self.windows.controller.presentation
        self.key(K.Key_Escape)
        self.shot("93-按一次Esc")
        self.key(K.Key_Escape)
        self.shot("93-结束投影")
        self.press("稍后继续")
        self._stage.restart()
        found = self._stage.services.meetings.unfinished()
        if found is None or found.presentation.page.id != before.page.id or found.presentation.polls != before.polls:
            raise TourError("重新打开之后，页码或投票不在了")
        write_record(self._stage, self._meeting)

    def look_dark(self) -> None:
        self.shot("94-深色投影")
        self.go_to(lambda page: len(page.ballot) > 1, "可以作答的一页")
        self.shot("94-深色投影-作答")
        assert self._screens is not None
        self._screens.resize((1280, 1024))
        self.shot("94-深色投影-换了分辨率")
        self.windows.controller.go_to(1)
        self.shot("94-深色投影-开场")

    def close(self) -> None:
        minutes = self._stage.services.meetings.minutes
        minutes.add(self._meeting.id, EntryKind.DECISION, "入户核查一律双人签名，当月抽查。")
        minutes.add(self._meeting.id, EntryKind.FOLLOW_UP, "修订入户核查表", "救助科", deadline="2026-12-20")
        self.key(K.Key_Escape)
        self.key(K.Key_Escape)
        self.press("会议结束")
        if self._stage.services.meetings.minutes.latest(self._meeting.id).votes == ():
            raise TourError("会议记录里没有投票结果")

    def go_to(self, wanted: Callable[[DeckPage], bool], what: str) -> None:
        """As a leader who knows the number: typed, and Enter."""
        pages = self.windows.controller.presentation.deck.pages
        number = next((place for place, page in enumerate(pages, 1) if wanted(page)), 0)
        if not number:
            raise TourError(f"课件里没有{what}：{'、'.join(page.name for page in pages)}")
        for digit in str(number):
            self.key(K(ord(digit)))
        self.key(K.Key_Return)

    def count(self, hands: tuple[int, ...]) -> None:
        """By the keys: V, then the letter and the number."""
        self.key(K.Key_V)
        poll = self.windows.controller.presentation.poll
        assert poll is not None
        for key, number in zip(poll.keys, hands, strict=False):
            self.key(K(ord(key)))
            for digit in str(number):
                self.key(K(ord(digit)))
        self.key(K.Key_Return)

    def key(self, key: Qt.Key) -> None:
        console = self.windows.console
        assert console is not None
        console.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(QApplication.focusWidget() or console.page, key)
        self._stage.settle(0.05)

    def press(self, name: str) -> None:
        dialog = self.windows.dialogs.open_dialog
        found = [one for one in children(dialog, QAbstractButton) if one.text() == name] if dialog else []
        if not found:
            raise TourError(f"没有按钮“{name}”")
        found[0].click()
        self._stage.settle(0.1)

    def shot(self, name: str) -> None:
        """Both windows, as they are."""
        self._stage.settle(0.35)
        console, audience = self.windows.console, self.windows.audience
        if console is not None and console.isVisible():
            self._stage.keep(f"{name}-主讲人-{console.width()}x{console.height()}", console.grab().toImage())
        if audience.isVisible():
            self._stage.keep(f"{name}-投影-{audience.width()}x{audience.height()}", audience.grab().toImage())


def _papers(stage: Stage, meeting: Meeting) -> None:
    """The Word files that the meeting leaves; a picture of each where a converter is on the machine."""
    minutes = stage.services.meetings.minutes.latest(meeting.id)
    with tempfile.TemporaryDirectory(prefix="jingjian-") as folder:
        files = stage.services.meeting_documents.write_before(meeting, minutes.people, Path(folder))
        files += stage.services.meeting_documents.write_after(minutes, Path(folder))
        for file in files:
            picture = word_picture(file)
            if picture is not None:
                stage.keep(f"95-{file.stem}", picture)
