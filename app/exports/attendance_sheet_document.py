"""签到表: to sign before, on paper; filled in after, from what was marked."""

from app.domain.attendance import Attendee, Presence
from app.domain.meeting import Meeting
from app.domain.minutes_words import counted, expected_words, moment_words, or_line
from app.exports import house_style as style
from app.exports.document_origin import DocumentOrigin
from app.exports.house_document import HouseDocument
from app.exports.house_table import HouseTable
from app.exports.meeting_parts import INTERNAL, meeting_title
from app.exports.title_lines import title_lines

_COLUMNS = (("序号", 14.0), ("姓名", 38.0), ("单位", 82.0), ("职务", 44.0), ("签名", 40.0), ("备注", 34.0))
_EMPTY_ROWS = 26
"""Two sheets; one where nothing is left to sign."""
_TITLE = 31.0
"""Characters of the title's size on a line of a sheet that lies on its side."""
_ROW, _HEAD_ROW = 26.0, 22.0
"""Points: room to sign by hand."""


class AttendanceSheetDocument:
    """``filled``: 到, 请假, 迟到 and 未到 in the place of the signature, which stays empty where nobody was marked."""

    def __init__(self, meeting: Meeting, people: tuple[Attendee, ...], filled: bool, origin: DocumentOrigin) -> None:
        self._meeting, self._people = meeting, tuple(sorted(people, key=lambda one: (one.observer, one.number)))
        self._taken = counted(people) if filled else None
        self._filled = filled
        self._document = HouseDocument(f"{meeting_title(meeting)}签到表", origin.day)

    def to_bytes(self) -> bytes:
        document, meeting = self._document, self._meeting
        document.turn()
        document.title("\n".join(title_lines(f"{meeting_title(meeting)}签到表", _TITLE)))
        where = f"时间：{moment_words(meeting.starts_at)}　　地点：{or_line(meeting.place, 8)}"
        document.line(where, style.SMALL, centred=True)
        self._write_table()
        self._write_counts()
        document.foot(INTERNAL)
        return document.to_bytes()

    def _write_table(self) -> None:
        rows = len(self._people) or (_EMPTY_ROWS // 2 - 1 if self._filled else _EMPTY_ROWS)
        table = self._document.table([width for _, width in _COLUMNS], 1 + rows)
        table.repeat_header()
        for column, (name, _) in enumerate(_COLUMNS):
            shown = "签到" if self._filled and name == "签名" else name
            table.write(0, column, shown, style.SMALL, face=style.HEAD_FACE)
        table.set_height(0, _HEAD_ROW)
        for row in range(1, rows + 1):
            table.set_height(row, _ROW)
            if self._people:
                self._write_person(table, row, self._people[row - 1])
            else:
                table.write(row, 0, str(row), style.NOTE)

    def _write_person(self, table: HouseTable, row: int, one: Attendee) -> None:
        cells = (str(row), one.name, one.unit, one.post, self._presence(one), self._remark(one))
        for column, text in enumerate(cells):
            table.write(row, column, text.strip(), style.SMALL if column == 1 else style.NOTE)

    def _presence(self, one: Attendee) -> str:
        if self._taken is None:
            return ""
        return f"迟到（{one.at.strip()}）" if one.presence is Presence.LATE and one.at.strip() else one.presence.value

    def _remark(self, one: Attendee) -> str:
        reason = one.reason.strip() if self._filled else ""
        return "，".join(text for text in ("列席" if one.observer else "", reason) if text)

    def _write_counts(self) -> None:
        taken, expected = self._taken, expected_words(self._people)
        if taken is None:
            blank = "＿＿＿人"
            words = f"应到 {expected}　实到{blank}　请假{blank}　未到{blank}　列席{blank}"
        else:
            words = f"应到 {taken.expected} 人　实到 {taken.present} 人　请假 {taken.leave} 人　未到 {taken.absent} 人"
            words += f"　列席 {taken.observers} 人"
        last = self._document.line(f"{words}　　记录人：{or_line(self._meeting.recorder)}", style.SMALL)
        last.paragraph_format.space_before = 76200  # 6 points
