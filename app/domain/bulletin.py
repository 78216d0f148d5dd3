"""信息简报: the words of a draft, made from what was recorded and from nothing else.

No adjective of praise, no effect that nobody measured: who held what, when, with how many people, what was shown, who
spoke, what was agreed on. Counted with its title it never has more than `LIMIT` characters.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.meeting import PartKind
from app.domain.minutes import Minutes
from app.domain.minutes_words import LINE, counted, day_words, or_line, part_words

LIMIT = 800
_SHORT, _LONG = 24, 60
_MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class Bulletin:
    title: str
    paragraphs: tuple[str, ...]

    @property
    def characters(self) -> int:
        """All of them, signs and blanks too: however an office counts, there are no more."""
        return sum(len(text) for text in (self.title, *self.paragraphs))


def bulletin_of(minutes: Minutes) -> Bulletin:
    """The draft. What finds no room is counted and left to the 会议记录."""
    meeting = minutes.meeting
    name = _clip(meeting.title or meeting.kind.value, _LONG)
    title = f"{_clip(meeting.unit, _SHORT)}{_verb(name)}{name}" if meeting.unit.strip() else name
    draft = Bulletin(title, (_opening(minutes, name),))
    agenda = [_clip(part_words(part), _LONG) for part in meeting.parts]
    draft = _with_list(draft, "会议议程：", agenda)
    draft = _with_list(draft, "会上放映：", [_clip(one, _LONG) for one in minutes.shown])
    if spoken := _speeches(minutes):
        draft = _with(draft, spoken)
    if minutes.votes:
        asked = [_clip(vote.title, _LONG) for vote in minutes.votes]
        draft = _with_list(draft, "会上举手作答（只计人数）：", asked)
    draft = _with_list(draft, "会议议定：", [_clip(one, LIMIT) for one in minutes.decisions])
    actions = [_clip(one.what, _LONG) for one in minutes.follow_ups]
    return _with_list(draft, "会后事项：", actions)


def _opening(minutes: Minutes, name: str) -> str:
    meeting = minutes.meeting
    day = _clip(day_words(minutes.began_at or meeting.starts_at), _SHORT)
    place = f"在{_clip(meeting.place, _LONG)}" if meeting.place.strip() else f"在{LINE * 4}"
    said = f"{day}，{_clip(or_line(meeting.unit), _SHORT)}{place}{_verb(name)}{name}。"
    if meeting.chair.strip():
        said += f"{_clip(meeting.chair, _SHORT)}主持。"
    number = counted(minutes.people)
    if number is None:
        return f"{said}应到{LINE * 3}人，实到{LINE * 3}人。"
    said += f"应到 {number.expected} 人，实到 {number.present} 人"
    return f"{said}，列席 {number.observers} 人。" if number.observers else f"{said}。"


def _verb(name: str) -> str:
    return "召开" if name.endswith("会") else "组织"


def _speeches(minutes: Minutes) -> str:
    """Who spoke, in the order of the record, each once; no word on how."""
    speeches = [part for part in minutes.meeting.parts if part.kind is PartKind.SPEECH]
    talks = {part.title for part in speeches if part.title} | {part_words(part) for part in speeches}
    leaders = list(dict.fromkeys(one.speaker.strip() for one in minutes.speeches if one.part in talks))
    others = list(dict.fromkeys(one.speaker.strip() for one in minutes.speeches if one.part not in talks))
    said = [f"{_names(names)}{verb}" for names, verb in ((others, "发言"), (leaders, "讲话")) if any(names)]
    return f"会上，{'；'.join(said)}。" if said else ""


def _names(names: Sequence[str]) -> str:
    known = [_clip(name, 12) for name in names if name]
    return "、".join(known[:_MOST_NAMES]) + (f"等 {len(known)} 人" if len(known) > _MOST_NAMES else "")


def _with(draft: Bulletin, paragraph: str) -> Bulletin:
    """With one paragraph more, where it finds room."""
    longer = Bulletin(draft.title, (*draft.paragraphs, paragraph))
    return longer if longer.characters <= LIMIT else draft


def _with_list(draft: Bulletin, lead: str, items: Sequence[str]) -> Bulletin:
    """As many of the items as find room, whole: half a decision would be another one."""
    known = [short for one in items if (short := one.rstrip("。；; "))]
    for shown in range(_room(known) if known else -1, -1, -1):
        rest = len(known) - shown
        tail = f"{'另有' if shown else '共'} {rest} 项，见会议记录" if rest else ""
        numbered = [f"{place}. {one}" if len(known) > 1 else one for place, one in enumerate(known[:shown], 1)]
        longer = _with(draft, f"{lead}{_joined([*numbered, *([tail] if tail else [])])}")
        if longer is not draft:
            return longer
    return draft


def _joined(items: Sequence[str]) -> str:
    """One sentence; a question keeps its own sign."""
    words = "".join(one if one.endswith(("？", "！")) else f"{one}；" for one in items)
    return f"{words[:-1]}。" if words.endswith("；") else words


def _room(items: Sequence[str]) -> int:
    """How many could find room on an empty page."""
    room = LIMIT
    for place, one in enumerate(items):
        room -= len(one)
        if room < 0:
            return place
    return len(items)


def _clip(text: str, most: int) -> str:
    """On one line, at most so long."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
