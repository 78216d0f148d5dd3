"""How the papers of a meeting say when it was, who came and what was on the agenda; nothing that was not recorded.

What nobody has filled in is a line to write on, never a guess.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from app.domain.attendance import AttendanceCount, Attendee, Presence, count
from app.domain.meeting import Meeting, MeetingPart, PartKind

LINE = "＿"
BLANK = LINE * 6
_OPEN_DAY = f"{LINE * 4}年{LINE * 2}月{LINE * 2}日"
OPEN_MOMENT = f"{_OPEN_DAY}{LINE * 2}时{LINE * 2}分"
_WEEKDAYS = "一二三四五六日"
THERE = (Presence.PRESENT, Presence.LATE)


def or_line(text: str, length: int = 6) -> str:
    """The text without the blanks around it, or a line to write on."""
    return text.strip() or LINE * length


def day_words(iso: str) -> str:
    """2026-11-21 → 2026年11月21日; what is no day stays as it was typed, and nothing is a line to write on."""
    moment = _read(iso)
    if moment is None:
        return iso.strip() or _OPEN_DAY
    return f"{moment.year}年{moment.month}月{moment.day}日"


def moment_words(wall: str) -> str:
    """2026-11-21T09:00 → 2026年11月21日（星期六）上午9:00."""
    moment = _read(wall)
    if moment is None:
        return wall.strip() or OPEN_MOMENT
    day = f"{day_words(wall)}（星期{_WEEKDAYS[moment.weekday()]}）"
    return f"{day}{_hour(moment)}" if len(wall.strip()) > len("2026-11-21") else day


def span_words(began: str, ended: str) -> str:
    """From … to …: the day, and the half of the day, once where they are the same."""
    first, last = _read(began), _read(ended)
    if first is not None and not ended.strip():
        return f"{moment_words(began)}至{LINE * 2}时{LINE * 2}分"
    if first is None or last is None or first.date() != last.date():
        return f"{moment_words(began)}至{moment_words(ended)}"
    end = _hour(last)
    half = end[:2]
    return f"{moment_words(began)}至{end[2:] if _hour(first).startswith(half) else end}"


def part_words(part: MeetingPart) -> str:
    """通报案例：《…》; the kind once where the title says nothing more, and not where it is one's own."""
    title = part.title.strip()
    if part.kind is PartKind.OWN:
        return title or PartKind.OWN.value
    if not title or title == part.kind:
        return part.kind.value
    return title if title.startswith(part.kind) else f"{part.kind}：{title}"


def part_times(meeting: Meeting) -> tuple[str, ...]:
    """When each item of the agenda is planned ("9:00—9:25"); its minutes alone while the beginning is open."""
    start = _read(meeting.starts_at)
    if start is None or len(meeting.starts_at.strip()) <= len("2026-11-21"):
        return tuple(f"{part.minutes} 分钟" for part in meeting.parts)
    spans = []
    for part in meeting.parts:
        end = start + timedelta(minutes=part.minutes)
        spans.append(f"{start.hour}:{start:%M}—{end.hour}:{end:%M}")
        start = end
    return tuple(spans)


def shows_case(meeting: Meeting) -> bool:
    """Whether a teaching case, or a deck that may hold one, is on the agenda: the disclaimer then stands below."""
    return any(part.case or part.deck for part in meeting.parts)


def was_taken(people: Iterable[Attendee]) -> bool:
    """Whether anybody was marked at all: a list alone says nothing of who came."""
    return any(one.presence is not Presence.ABSENT for one in people)


def counted(people: tuple[Attendee, ...]) -> AttendanceCount | None:
    """None where nobody was marked."""
    return count(people) if was_taken(people) else None


def expected_words(people: tuple[Attendee, ...]) -> str:
    expected = sum(not one.observer for one in people)
    return f"{expected} 人" if expected else f"{LINE * 3}人"


def who(one: Attendee) -> str:
    """张三（办公室）."""
    name = or_line(one.name)
    return f"{name}（{one.unit.strip()}）" if one.unit.strip() else name


def absence_lines(people: tuple[Attendee, ...]) -> tuple[str, ...]:
    """Members who were not there, one a line, with the reason or a line for it. Empty where nobody was marked."""
    if not was_taken(people):
        return ()
    away = [one for one in people if not one.observer and one.presence not in THERE]
    away.sort(key=lambda one: (one.presence is not Presence.LEAVE, one.number))
    return tuple(f"{who(one)}：{one.presence}，{one.reason.strip() or f'原因：{BLANK}'}" for one in away)


def late_words(people: tuple[Attendee, ...]) -> str:
    """Who came late and when, members and observers."""
    late = [one for one in people if one.presence is Presence.LATE]
    return "、".join(f"{who(one)}{f' {one.at.strip()} 到' if one.at.strip() else ''}" for one in late)


def observer_words(people: tuple[Attendee, ...]) -> str:
    """The observers who were there."""
    return "、".join(who(one) for one in people if one.observer and one.presence in THERE)


def _read(wall: str) -> datetime | None:
    try:
        return datetime.fromisoformat(wall.strip())
    except ValueError:
        return None


def _hour(moment: datetime) -> str:
    """上午9:03, 中午12:00, 下午2:30: two characters and the clock."""
    half = "凌晨" if moment.hour < 6 else "上午" if moment.hour < 12 else "中午" if moment.hour == 12 else "下午"
    if moment.hour >= 18:
        half = "晚上"
    return f"{half}{moment.hour if moment.hour <= 12 else moment.hour - 12}:{moment:%M}"
