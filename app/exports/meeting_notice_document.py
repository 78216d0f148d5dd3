"""会议通知: who is called where and when, and for what."""

from app.domain.meeting import Meeting, MeetingKind
from app.domain.minutes_words import day_words, moment_words, or_line, part_words, shows_case
from app.exports.document_origin import DocumentOrigin
from app.exports.house_document import HouseDocument
from app.exports.meeting_parts import (
    meeting_title,
    ordinal_heading,
    write_foot,
    write_items,
    write_paragraphs,
    write_signature,
    write_title,
)

_HELD = {MeetingKind.LECTURE: "举办", MeetingKind.THEORY_GROUP: "开展", MeetingKind.PARTY_DAY: "开展"}


class MeetingNoticeDocument:
    def __init__(self, meeting: Meeting, origin: DocumentOrigin) -> None:
        self._meeting, self._origin = meeting, origin
        title = meeting_title(meeting)
        self._name = "党组会第一议题学习" if title == MeetingKind.FIRST_TOPIC else title
        self._held = "开展" if self._name.endswith("学习") else _HELD.get(meeting.kind, "召开")
        self._title = f"关于{self._held}{self._name}的通知"
        self._document = HouseDocument(self._title, origin.day)

    def to_bytes(self) -> bytes:
        document, meeting = self._document, self._meeting
        write_title(document, self._title)
        document.line()
        document.line(f"{or_line(meeting.audience, 12)}：")
        write_paragraphs(document, f"现将{self._held}{self._name}的有关事项通知如下。")
        write_paragraphs(document, moment_words(meeting.starts_at), "一、时间：")
        write_paragraphs(document, meeting.place, "二、地点：")
        write_paragraphs(document, meeting.audience, "三、参加人员：")
        if meeting.observers.strip():
            write_paragraphs(document, meeting.observers, "列席人员：")
        ordinal_heading(document, 4, self._agenda_head())
        write_items(document, [self._part(place) for place in range(len(meeting.parts))])
        ordinal_heading(document, 5, "有关要求")
        last = write_items(document, meeting.requirements.splitlines())
        write_signature(document, or_line(meeting.unit, 8), day_words(self._origin.day), last)
        write_foot(document, self._origin, shows_case(meeting))
        return document.to_bytes()

    def _agenda_head(self) -> str:
        return f"议程（约 {self._meeting.minutes} 分钟）" if self._meeting.minutes else "议程"

    def _part(self, place: int) -> str:
        part = self._meeting.parts[place]
        return f"{part_words(part)}（{part.speaker.strip()}）" if part.speaker.strip() else part_words(part)
