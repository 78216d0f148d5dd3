"""A small session to be held in tests: what is on the pages, and who sits in the room."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.domain.attendance import Attendee, Presence
from app.domain.deck import Deck, DeckPage
from app.domain.exam_clock import Mark
from app.domain.pace import Pace
from app.domain.presentation import Presentation
from app.domain.sheet import Choice, Media, Moment, Sheet, SheetKind, Text
from app.domain.sheet import Mark as Right
from app.ui.presenter.session_log import RehearsalLog

FOLDER = Path(__file__).parent
ANSWER = "揭晓之后才出现的说明"
NOTE = "只有主讲人看得到的提示"
NAMES = ("周明远", "李晓芳", "王建国")
OPTIONS = ("入户核查双人签名", "经办人一人填写，股长补审", "熟人申请登记回避", "抽查既看台账也入户")


class SteadyClock:
    """Stands still until it is moved."""

    def __init__(self):
        self.moment, self.boot = datetime(2026, 11, 21, 7, 0, tzinfo=UTC), 1_000_000

    def now(self):
        return self.moment

    def boot_ms(self):
        return self.boot

    def boot_id(self):
        return "one boot"

    def pass_seconds(self, seconds):
        self.moment += timedelta(seconds=seconds)
        self.boot += seconds * 1000


def question(number=1, options=OPTIONS):
    keys = "ABCDEF"[: len(options)]
    asked = tuple(Choice(key, text) for key, text in zip(keys, options, strict=True))
    shown = tuple(Choice(one.key, one.text, Right.RIGHT if one.key in "ACD" else Right.WRONG) for one in asked)
    title = "哪些措施能直接堵住“一人经手到底”？"
    return DeckPage(
        f"case/question/{number}",
        f"现场作答 {number}",
        Sheet(SheetKind.QUESTION, "现场作答 · 多选题", title, asked),
        Sheet(SheetKind.QUESTION, "现场作答 · 多选题", title, (*shown, Text(ANSWER))),
        notes=(("", NOTE), ("问", "代签一次，查得出来吗？"), ("误", "多数人会漏选 D。"), ("停", "先停 30 秒再讲。")),
        seconds=180,
        ballot=tuple(keys),
    )


def session_deck(film=""):
    facts = Sheet(SheetKind.FACTS, "一、案情回放", "一张核查表，两个人的名字", (Text("经办人员一人走完全程。"),))
    times = (
        Moment("2024年3月6日", "第一次代签入户核查表。", "【1】"),
        Moment("2025年8月15日", "为亲属违规办理临时救助。", "【2】"),
    )
    pages = [
        DeckPage("case/cover", "封面", Sheet(SheetKind.COVER, "警示教育", "一笔“顺手”的救助金", (Text("基层救助"),))),
        DeckPage("case/facts/1", "案情 1/2", facts, notes=(("", "慢慢念。"),), seconds=120),
        DeckPage("case/facts/2", "案情 2/2", Sheet(SheetKind.FACTS, "一、案情回放", "时间线", times)),
        question(1),
        DeckPage("case/lessons", "警示", Sheet(SheetKind.LESSONS, "五、警示", "制度要落到人", (Text("双人核查。"),))),
        question(2),
        DeckPage("case/closing", "结束", Sheet(SheetKind.CLOSING, "", "谢谢", (Text("回去照一照。"),))),
    ]
    if film:
        pages.insert(1, DeckPage("own/1", "视频", Sheet(SheetKind.MEDIA, "", "廉政短片", (Media(film, "节选"),))))
    return Deck("一笔“顺手”的救助金", tuple(pages))


def people():
    presences = (Presence.PRESENT, Presence.ABSENT, Presence.LEAVE)
    return tuple(Attendee(n, name, "救助科", presences[n - 1]) for n, name in enumerate(NAMES, 1))


def rehearsal(clock, deck=None, number=1, names=None):
    deck = deck or session_deck()
    start = Presentation(deck).go_to(number)
    pace = Pace().on(start.page.id, Mark(clock.now(), clock.boot_id(), clock.boot_ms()))
    return RehearsalLog(start, pace, people() if names is None else names, seed=3)


def found(name):
    """The file behind a name in the deck's folder."""
    path = FOLDER / name
    return path if path.is_file() else None
