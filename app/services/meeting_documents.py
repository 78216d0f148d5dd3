"""The documents of a meeting and of a deck, written into a folder: a whole set or none of it.

Nothing that lies there is replaced: people go on writing in a draft, and a second set gets a number.
"""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from app.domain.attendance import Attendee
from app.domain.bulletin import bulletin_of
from app.domain.clock import Clock, local_day
from app.domain.deck import Deck
from app.domain.errors import UserError
from app.domain.meeting import Meeting
from app.domain.minutes import Minutes
from app.domain.minutes_words import shows_case
from app.exports.document_origin import DocumentOrigin
from app.exports.page_picture import PagePicture
from app.services.document_folder import safe_name, write_together

_SHOWN_OF_FINGERPRINT = 8
_LONGEST_TITLE = 30
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class MeetingDocuments:
    """Every method hands back the paths it wrote and raises UserError where the folder cannot be written."""

    def __init__(self, clock: Clock, fingerprint: Callable[[], str]) -> None:
        """``fingerprint``: of the content that is installed, for the foot of what names a case."""
        self._clock, self._fingerprint = clock, fingerprint

    def write_before(self, meeting: Meeting, people: tuple[Attendee, ...], folder: Path) -> list[Path]:
        """会议通知, 议程 and 签到表 to sign."""
        from app.exports.attendance_sheet_document import AttendanceSheetDocument
        from app.exports.meeting_agenda_document import MeetingAgendaDocument
        from app.exports.meeting_notice_document import MeetingNoticeDocument

        origin = self.origin()
        files = {
            "会议通知": MeetingNoticeDocument(meeting, origin).to_bytes(),
            "议程": MeetingAgendaDocument(meeting, origin).to_bytes(),
            "签到表": AttendanceSheetDocument(meeting, people, False, origin).to_bytes(),
        }
        return _write(folder, _stem(meeting, meeting.starts_at, origin.day), files)

    def write_sheet(self, meeting: Meeting, people: tuple[Attendee, ...], folder: Path) -> list[Path]:
        """签到表 to sign, alone."""
        from app.exports.attendance_sheet_document import AttendanceSheetDocument

        origin = self.origin()
        sheet = AttendanceSheetDocument(meeting, people, False, origin).to_bytes()
        return _write(folder, _stem(meeting, meeting.starts_at, origin.day), {"签到表": sheet})

    def write_after(self, minutes: Minutes, folder: Path) -> list[Path]:
        """会议记录, 签到表 as marked, the draft of 信息简报, and 表决情况 where there was a vote."""
        from app.exports.attendance_sheet_document import AttendanceSheetDocument
        from app.exports.bulletin_document import BulletinDocument
        from app.exports.minutes_document import MinutesDocument
        from app.exports.vote_annex_document import VoteAnnexDocument

        origin, meeting = self.origin(), minutes.meeting
        composite = shows_case(meeting) or bool(minutes.votes)
        files = {
            "会议记录": MinutesDocument(minutes, origin).to_bytes(),
            "签到表（已记）": AttendanceSheetDocument(meeting, minutes.people, True, origin).to_bytes(),
            "信息简报（草稿）": BulletinDocument(bulletin_of(minutes), composite, origin).to_bytes(),
        }
        if minutes.votes:
            files["表决情况（附件）"] = VoteAnnexDocument(minutes, origin).to_bytes()
        version = f"（第{minutes.version}版）" if minutes.version > 1 else ""
        files = {f"{name}{version}": content for name, content in files.items()}
        return _write(folder, _stem(meeting, minutes.began_at or meeting.starts_at, origin.day), files)

    def write_script(self, deck: Deck, pictures: Mapping[str, PagePicture], folder: Path, pdf: bytes) -> list[Path]:
        """讲稿 as Word and as PDF. ``pdf`` is painted by the caller; b"" for Word alone."""
        from app.exports.speaker_script_document import SpeakerScriptDocument

        _refuse_empty(deck)
        origin = self.origin()
        document = SpeakerScriptDocument(deck, pictures, origin).to_bytes()
        return _write(folder, _deck_stem(deck, origin.day), {"讲稿": document}, pdf)

    def write_handout(
        self,
        deck: Deck,
        pictures: Mapping[str, PagePicture],
        per_sheet: int,
        answers: bool,
        folder: Path,
        pdf: bytes,
    ) -> list[Path]:
        """讲义 as Word and as PDF. ``pdf`` is painted by the caller; b"" for Word alone."""
        from app.exports.handout_document import PER_SHEET, HandoutDocument

        _refuse_empty(deck)
        if per_sheet not in PER_SHEET:
            raise UserError(f"讲义每张纸放 3 页或 6 页，不能放 {per_sheet} 页。请重新选择。")
        origin = self.origin()
        document = HandoutDocument(deck, pictures, per_sheet, answers, origin).to_bytes()
        name = "讲义（含答案）" if answers else "讲义"
        return _write(folder, _deck_stem(deck, origin.day), {name: document}, pdf)

    def origin(self) -> DocumentOrigin:
        """What the foot says; for whoever paints a PDF, too."""
        return DocumentOrigin(local_day(self._clock.now()), self._fingerprint()[:_SHOWN_OF_FINGERPRINT])


def _write(folder: Path, stem: str, words: Mapping[str, bytes], pdf: bytes = b"") -> list[Path]:
    """``words``: what a document is → the Word file; ``pdf`` bears the name of the only one."""
    number = 1
    while True:
        again = f"（{number}）" if number > 1 else ""
        files = {f"{stem} {name}{again}.docx": content for name, content in words.items()}
        if pdf:
            files |= {f"{stem} {name}{again}.pdf": pdf for name in words}
        if not any(os.path.lexists(folder / name) for name in files):
            return write_together(folder, files)
        number += 1


def _stem(meeting: Meeting, wall: str, today: str) -> str:
    """2026-11-21 警示教育大会: the day of the meeting, or today while it is open."""
    day = wall[:10] if _DAY.fullmatch(wall[:10]) else today
    return f"{day} {safe_name(meeting.title.strip() or meeting.kind.value)[:_LONGEST_TITLE].strip()}"


def _deck_stem(deck: Deck, today: str) -> str:
    return f"{today} {safe_name(deck.title)[:_LONGEST_TITLE].strip()}"


def _refuse_empty(deck: Deck) -> None:
    if not deck.pages:
        raise UserError("这份课件没有页面，没有写出文件。请先在备课中加上页面，再导出。")
