"""A 单位统考: one paper, one roster, one window of time. Everybody's paper is another one, and can be made again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

from app.domain.drawing import SEEDS
from app.domain.exam import GRACE_MS, TIME_FACTORS, time_given
from app.domain.exam_release import ExamRelease
from app.domain.exam_session import ExamSession
from app.domain.exam_window import ExamWindow
from app.domain.paper import Paper
from app.domain.roster_person import LONGEST_DEPARTMENT, LONGEST_NAME, LONGEST_NUMBER, RosterPerson

MOST_PEOPLE = 5_000
LONGEST_TITLE = 60
LONGEST_MINUTES = 600
_MASTER = 64


class BookRule(StrEnum):
    OPEN = "开卷"
    CLOSED = "闭卷"


@dataclass(frozen=True)
class UnitExam:
    """``master``: 64 hexadecimal digits, the secret from which every person's seed follows. ``score_shown``:
    whether a candidate sees the score at once. ``on_paper``: nobody sits it on a PC, only marks are typed in."""

    id: str
    title: str
    paper: Paper
    window: ExamWindow
    book: BookRule
    roster: tuple[RosterPerson, ...]
    master: str
    make_up: ExamWindow | None = None
    score_shown: bool = True
    on_paper: bool = False

    def person(self, key: str) -> RosterPerson | None:
        return self._people.get(key)

    def seed(self, session: ExamSession, key: str) -> int:
        """1 … 999999, no two alike within the exam. Raises KeyError for somebody who is not on the roster."""
        return self._seeds[session, key]

    @property
    def release(self) -> ExamRelease:
        """Open or closed book: no keys before the last one to begin, at a make-up too and with the most time of all,
        must have handed in."""
        windows = [window for window in (self.window, self.make_up) if window is not None]
        last = max(windows, key=lambda window: window.closing)
        return ExamRelease(self._over(last).isoformat(), self.score_shown)

    @property
    def marking_from(self) -> datetime:
        """When the last of the 正考 must have handed in: no key point is on the organiser's screen before."""
        return self._over(self.window)

    def due(self, session: ExamSession, key: str) -> datetime | None:
        """When this person must have handed in who began as late as one may, breaks or not; None without such a
        session or person."""
        window, person = self.window_of(session), self.person(key)
        if window is None or person is None:
            return None
        return window.closing + timedelta(milliseconds=time_given(self.paper, person.factor))

    def late_ms(self, session: ExamSession, key: str, finished_at: str) -> int:
        """How long after that somebody handed in; 0 within the minutes of grace, and where no time is known."""
        due = self.due(session, key)
        try:
            late = (datetime.fromisoformat(finished_at) - due) // timedelta(milliseconds=1) if due else 0
        except (ValueError, TypeError):
            return 0
        return late if late > GRACE_MS else 0

    def window_of(self, session: ExamSession) -> ExamWindow | None:
        return self.window if session is ExamSession.MAIN else self.make_up

    def session_at(self, moment: datetime) -> ExamSession | None:
        """What can be begun at this moment."""
        for session in ExamSession:
            window = self.window_of(session)
            if window is not None and window.holds(moment):
                return session
        return None

    def closed_words(self, moment: datetime) -> str:
        """Why nothing can be begun at this moment, and when; "" while it can."""
        if self.session_at(moment) is not None:
            return ""
        if moment < self.window.opening:
            return f"还没有到开考时间。开考时段是 {self.window.words}。"
        if self.make_up is None:
            return f"开考时段（{self.window.words}）已过，没有安排补考。请与考试组织人员联系。"
        if moment < self.make_up.opening:
            return f"正考时段已过。补考时段是 {self.make_up.words}。"
        return f"补考时段（{self.make_up.words}）已过。请与考试组织人员联系。"

    def faults(self) -> Iterator[str]:
        """What speaks against this exam, a sentence each."""
        if not self.title.strip() or len(self.title) > LONGEST_TITLE or not self.title.isprintable():
            yield f"请填写考试名称，不超过 {LONGEST_TITLE} 个字。"
        if not 1 <= self.paper.minutes <= LONGEST_MINUTES or not 0 < self.paper.total <= 10_000:
            yield f"试卷的时长应在 1 到 {LONGEST_MINUTES} 分钟之间，满分应大于 0。请换一份试卷。"
        yield from self._window_faults()
        yield from self._roster_faults()
        if len(self.master) != _MASTER or set(self.master) - set("0123456789abcdef"):
            yield "考试的随机种子不完整。请重新生成统考文件。"
        if not self.id.isalnum() or not self.id.isascii() or len(self.id) > 64:
            yield "考试的编号不完整。请重新生成统考文件。"

    def _over(self, window: ExamWindow) -> datetime:
        longest = max((person.factor for person in self.roster), default=100)
        return window.closing + timedelta(milliseconds=time_given(self.paper, longest) + GRACE_MS)

    def _window_faults(self) -> Iterator[str]:
        try:
            if self.window.closing <= self.window.opening:
                yield "开考时段的结束时间应晚于开始时间。请修改。"
            if self.make_up is not None:
                if self.make_up.closing <= self.make_up.opening:
                    yield "补考时段的结束时间应晚于开始时间。请修改。"
                if self.make_up.opening <= self.window.closing:
                    yield "补考时段应在正考时段结束以后。请修改。"
        except (ValueError, OverflowError):
            yield "开考或补考的时间写得不完整。请重新选择。"

    def _roster_faults(self) -> Iterator[str]:
        if not 1 <= len(self.roster) <= MOST_PEOPLE:
            yield f"名单应有 1 到 {MOST_PEOPLE} 人，现在是 {len(self.roster)} 人。请导入名单。"
        if len({person.key for person in self.roster}) != len(self.roster):
            yield "名单里有重复的人。请给重名的人填上不同的工号。"
        if not all(_fits(person) for person in self.roster):
            yield "名单里有人没有姓名，或者姓名、科室、工号过长。请修改名单后重新导入。"
        if any(person.factor not in TIME_FACTORS for person in self.roster):
            yield "名单里有人的延长时间不是 1.25 倍或 1.5 倍。请修改名单后重新导入。"

    @cached_property
    def _people(self) -> dict[str, RosterPerson]:
        return {person.key: person for person in self.roster}

    @cached_property
    def _seeds(self) -> dict[tuple[ExamSession, str], int]:
        """In the order of the roster: where two would have the same, the later one takes the next of its own."""
        found: dict[tuple[ExamSession, str], int] = {}
        taken: set[int] = set()
        for session in ExamSession:
            for person in self.roster:
                seed = next(one for one in _candidates(self.master, session, person.key) if one not in taken)
                taken.add(seed)
                found[session, person.key] = seed
        return found


def _fits(person: RosterPerson) -> bool:
    lengths = ((person.name, LONGEST_NAME), (person.department, LONGEST_DEPARTMENT), (person.number, LONGEST_NUMBER))
    return bool(person.name.strip()) and all(len(text) <= most and text.isprintable() for text, most in lengths)


def _candidates(master: str, session: ExamSession, key: str) -> Iterator[int]:
    import hashlib  # OpenSSL: not before an exam is drawn
    import itertools

    for number in itertools.count():
        digest = hashlib.sha256(f"{master}\n{session.value}\n{key}\n{number}".encode()).digest()
        yield 1 + int.from_bytes(digest[:8]) % (SEEDS - 1)
