"""A meeting as planned: what kind, when, where, who leads, and its agenda of parts."""

from dataclasses import dataclass, field
from enum import StrEnum


class MeetingKind(StrEnum):
    WARNING = "警示教育大会"
    FIRST_TOPIC = "党组会第一议题"
    THEORY_GROUP = "中心组学习"
    PARTY_DAY = "主题党日"
    BRANCH = "支部党员大会"
    LECTURE = "廉政党课"
    CRITICISM = "专题民主生活会"


class PartKind(StrEnum):
    FILM = "观看廉政教育纪录片"
    REPORT = "通报案例"
    ANALYSIS = "案例剖析"
    RULES = "学习条文"
    TALK = "交流发言"
    SPEECH = "领导讲话"
    OWN = "其他"


@dataclass(frozen=True, slots=True)
class MeetingPart:
    """One item of the agenda. ``case`` is the case it is made from, ``deck`` the saved deck, ``articles`` references
    ``简称@版本/条``, ``file`` a film in the meeting's folder; each empty where there is none."""

    id: str
    kind: PartKind
    title: str
    minutes: int
    speaker: str = ""
    case: str = ""
    articles: tuple[str, ...] = ()
    file: str = ""
    deck: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """``starts_at`` is a local wall time "2026-11-21T09:00" or "" while it is open; ``unit`` is who holds it;
    ``audience`` who is called ("局机关全体党员干部")."""

    id: str
    kind: MeetingKind
    title: str
    unit: str = ""
    starts_at: str = ""
    place: str = ""
    chair: str = ""
    recorder: str = ""
    audience: str = ""
    observers: str = ""
    requirements: str = ""
    parts: tuple[MeetingPart, ...] = field(default=())

    @property
    def minutes(self) -> int:
        return sum(part.minutes for part in self.parts)
