"""会议记录: what was recorded, in the order of a record; what was not is a line to write on."""

from docx.shared import Pt

from app.domain.meeting import Meeting
from app.domain.minutes import Minutes, Speech
from app.domain.minutes_words import (
    LINE,
    absence_lines,
    counted,
    expected_words,
    late_words,
    observer_words,
    or_line,
    part_words,
    shows_case,
    span_words,
)
from app.exports import house_style as style
from app.exports.clean_text import clean_text
from app.exports.document_origin import DocumentOrigin
from app.exports.follow_up_table import write_follow_ups
from app.exports.house_document import HouseDocument
from app.exports.meeting_parts import (
    INTERNAL,
    meeting_title,
    ordinal_heading,
    write_foot,
    write_items,
    write_paragraphs,
    write_title,
)

_COLUMNS = (24.0, 54.0, 24.0, 54.0)
_KEPT_TOGETHER = 200
"""Characters of the last decision that goes to the page of the signatures with them."""
_SIGNATURES = ("主持人（签字）：", "记录人（签字）：", "日　期：")


class MinutesDocument:
    def __init__(self, minutes: Minutes, origin: DocumentOrigin) -> None:
        self._minutes, self._origin = minutes, origin
        self._document = HouseDocument(f"{meeting_title(minutes.meeting)}会议记录", origin.day)
        self._headings = 0

    def to_bytes(self) -> bytes:
        document, minutes = self._document, self._minutes
        write_title(document, meeting_title(minutes.meeting))
        corrected = f"（第 {minutes.version} 版，更正）" if minutes.version > 1 else ""
        document.line(f"会议记录{corrected}", centred=True)
        document.line()
        self._write_facts(minutes.meeting)
        self._write_people()
        self._heading("会议议程")
        write_items(document, [self._part(place) for place in range(len(minutes.meeting.parts))])
        if minutes.shown:
            self._heading("放映和学习的内容")
            write_items(document, minutes.shown)
        self._heading("发言记录")
        self._write_speeches()
        self._heading("议定事项")
        last = write_items(document, minutes.decisions)
        if minutes.follow_ups:
            self._heading("会后事项")
            write_follow_ups(document, minutes.follow_ups)
        if minutes.follow_ups or any(len(text) > _KEPT_TOGETHER for text in minutes.decisions[-1:]):
            last = document.mark()
        self._write_end(last)
        write_foot(document, self._origin, shows_case(minutes.meeting) or bool(minutes.votes), INTERNAL)
        return document.to_bytes()

    def _heading(self, text: str) -> None:
        self._headings += 1
        ordinal_heading(self._document, self._headings, text)

    def _write_facts(self, meeting: Meeting) -> None:
        minutes, number = self._minutes, counted(self._minutes.people)
        blank = f"{LINE * 3}人"
        came = f"{number.present} 人" if number else blank
        away = f"{number.leave + number.absent} 人" if number else blank
        observers = f"{number.observers} 人" if number else blank
        rows: list[tuple[str, ...]] = [
            ("会议类别", meeting.kind.value),
            ("时间", span_words(minutes.began_at, minutes.ended_at)),
            ("地点", or_line(meeting.place, 12)),
            ("主持人", or_line(meeting.chair), "记录人", or_line(meeting.recorder)),
            ("应到", expected_words(minutes.people), "实到", came),
            ("缺席", away, "列席", observers),
        ]
        table = self._document.table(_COLUMNS, len(rows))
        for row, cells in enumerate(rows):
            if len(cells) == 2:
                table.join(row, 1, 3)
            for column, text in enumerate(cells):
                table.write(row, column, text, centred=not column % 2, face="" if column % 2 else style.HEAD_FACE)
            table.set_height(row, style.BODY_LINE)
        self._document.line(name=style.NOTE)

    def _write_people(self) -> None:
        """Paragraphs and no cells: the names of a large meeting fill more than a page."""
        self._heading("出席情况")
        people = self._minutes.people
        if counted(people) is None:
            write_paragraphs(self._document, "", "缺席及原因：")
            write_paragraphs(self._document, "", "列席人员：")
            return
        write_paragraphs(self._document, "出席人员见签到表。")
        if late := late_words(people):
            write_paragraphs(self._document, f"{late}。", "迟到：")
        absent = [" ".join(line.split()) for line in absence_lines(people)]
        write_paragraphs(self._document, "；\n".join(absent or ["无"]) + "。", "缺席及原因：")
        write_paragraphs(self._document, f"{observer_words(people) or '无'}。", "列席人员：")

    def _part(self, place: int) -> str:
        part = self._minutes.meeting.parts[place]
        return f"{part_words(part)}（{part.speaker.strip()}）" if part.speaker.strip() else part_words(part)

    def _write_speeches(self) -> None:
        part = ""
        for speech in self._minutes.speeches:
            if clean_text(speech.part).strip() != part:
                part = clean_text(speech.part).strip()
                self._document.heading(part or "其他发言", level=2).paragraph_format.first_line_indent = Pt(32)
            self._write_speech(speech)
        if not self._minutes.speeches:
            for _ in range(4):
                self._document.ruled_line()

    def _write_speech(self, speech: Speech) -> None:
        write_paragraphs(self._document, speech.text, f"{or_line(clean_text(speech.speaker))}：")

    def _write_end(self, mark: int) -> None:
        """附件 and the lines to sign, on one page with what was written since ``mark``."""
        document = self._document
        annexes = ["签到表", *(["表决情况"] if self._minutes.votes else [])]
        numbered = [f"{place}. {name}" if len(annexes) > 1 else name for place, name in enumerate(annexes, 1)]
        annex = document.line(f"附件：{'　'.join(numbered)}", hanging=-2 * style.BODY_SIZE)
        annex.paragraph_format.space_before = Pt(style.BODY_LINE)
        widths = (style.TEXT_WIDTH * 0.36, style.TEXT_WIDTH * 0.36, style.TEXT_WIDTH * 0.28)
        table = document.table(widths, 1, ruled=False)
        for column, text in enumerate(_SIGNATURES):
            table.write(0, column, f"{text}{LINE * 4}", centred=False)
        table.set_height(0, 3 * style.BODY_LINE)
        document.keep_from(mark)
