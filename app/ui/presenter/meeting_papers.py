"""Writing the documents of a meeting into a folder, and showing where they lie."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.services.meeting_documents import MeetingDocuments
from app.services.meeting_service import MeetingService
from app.ui.presenter.file_choice import FileChoice
from app.ui.presenter.written_dialog import WrittenDialog


class MeetingPapers:
    """``say(tone, text)`` gets what went wrong, or where the files are."""

    def __init__(self, meetings: MeetingService, documents: MeetingDocuments, files: FileChoice | None = None) -> None:
        self._meetings, self._documents, self.files = meetings, documents, files or FileChoice()

    def write_before(self, anchor: QWidget, meeting_id: str, say: Callable[[str, str], None]) -> None:
        """会议通知, 议程 and 签到表."""
        meeting = self._meetings.get(meeting_id).meeting
        people = self._meetings.attendance.people(meeting_id)
        title = "把会议通知、议程和签到表存到哪个文件夹"
        self._write(anchor, title, say, lambda folder: self._documents.write_before(meeting, people, folder))

    def write_sheet(self, anchor: QWidget, meeting_id: str, say: Callable[[str, str], None]) -> None:
        """签到表 alone, to sign."""
        meeting = self._meetings.get(meeting_id).meeting
        people = self._meetings.attendance.people(meeting_id)
        title = "把签到表存到哪个文件夹"
        self._write(anchor, title, say, lambda folder: self._documents.write_sheet(meeting, people, folder))

    def write_after(self, anchor: QWidget, meeting_id: str, say: Callable[[str, str], None], version: int = 0) -> None:
        """会议记录, 签到表, 信息简报 and the annex of votes, of one version (0: the latest)."""
        versions = self._meetings.minutes.versions(meeting_id)
        minutes = next((one.minutes for one in versions if one.minutes.version == version), versions[-1].minutes)
        title = "把会议材料存到哪个文件夹"
        self._write(anchor, title, say, lambda folder: self._documents.write_after(minutes, folder))

    def _write(
        self, anchor: QWidget, title: str, say: Callable[[str, str], None], write: Callable[[Path], list[Path]]
    ) -> None:
        folder = self.files.folder(anchor, title)
        if folder is None:
            return
        try:
            paths = write(folder)
        except UserError as error:
            say("red", str(error))
            return
        say("green", f"已写好 {len(paths)} 份文件，在 {folder}")
        WrittenDialog(anchor, paths, self.files).open()
