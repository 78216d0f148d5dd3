"""议程: what comes when, on one sheet for the chair and the room."""

from app.domain.meeting import Meeting
from app.domain.minutes_words import moment_words, or_line, part_times, part_words, shows_case
from app.exports import house_style as style
from app.exports.document_origin import DocumentOrigin
from app.exports.house_document import HouseDocument
from app.exports.meeting_parts import meeting_title, write_foot, write_paragraphs, write_title

_COLUMNS = (("序号", 14.0), ("时间", 36.0), ("议程", 76.0), ("主讲或发言", 30.0))
_EMPTY_ROWS = 6


class MeetingAgendaDocument:
    def __init__(self, meeting: Meeting, origin: DocumentOrigin) -> None:
        self._meeting, self._origin = meeting, origin
        self._document = HouseDocument(f"{meeting_title(meeting)}议程", origin.day)

    def to_bytes(self) -> bytes:
        document, meeting = self._document, self._meeting
        write_title(document, f"{meeting_title(meeting)}议程")
        document.line()
        write_paragraphs(document, moment_words(meeting.starts_at), "时间：")
        write_paragraphs(document, meeting.place, "地点：")
        write_paragraphs(document, meeting.chair, "主持人：")
        if meeting.minutes:
            write_paragraphs(document, f"约 {meeting.minutes} 分钟", "时长：")
        document.line()
        self._write_table()
        write_foot(document, self._origin, shows_case(meeting))
        return document.to_bytes()

    def _write_table(self) -> None:
        parts = self._meeting.parts
        table = self._document.table([width for _, width in _COLUMNS], 1 + (len(parts) or _EMPTY_ROWS))
        table.repeat_header()
        for column, (name, _) in enumerate(_COLUMNS):
            table.write(0, column, name, face=style.HEAD_FACE)
        for row, (part, time) in enumerate(zip(parts, part_times(self._meeting), strict=True), 1):
            speaker = part.speaker.strip()
            for column, text in enumerate((str(row), time, part_words(part), or_line(speaker, 4) if speaker else "")):
                table.write(row, column, text, centred=column != 2)
        for row in range(1 + (len(parts) or _EMPTY_ROWS)):
            table.set_height(row, style.BODY_LINE if row else style.SMALL_LINE)
