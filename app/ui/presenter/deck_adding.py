"""Adding a page of one's own to a deck: which kind, and what is on it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.deck_file import DeckFile, FileKind
from app.domain.errors import UserError
from app.domain.own_page import OwnKind, OwnPage
from app.services.deck_service import DeckService
from app.services.library_service import LibraryService
from app.ui.presenter.file_choice import FileChoice
from app.ui.presenter.file_copying import FileCopying
from app.ui.presenter.own_page_dialog import OwnPageDialog
from app.ui.presenter.pick_dialog import PickDialog
from app.ui.presenter.pick_sources import questions

TEXT, ASKED, FROM_BANK, PICTURE, MEDIA = "文字页", "题目：自己写", "题目：从题库选", "图片页", "视频或音频页"
KINDS = (TEXT, FROM_BANK, ASKED, PICTURE, MEDIA)
_FILTERS = {
    OwnKind.PICTURE: "图片 (*.png *.jpg *.jpeg)",
    OwnKind.MEDIA: "视频和音频 (*.mp4 *.m4v *.mp3 *.m4a)",
}


class DeckAdding(QObject):
    """``put(page)`` adds a page or changes the one with its id; it may raise UserError."""

    def __init__(
        self,
        owner: QWidget,
        decks: DeckService,
        library: LibraryService,
        deck_id: str,
        put: Callable[[OwnPage], None],
        say: Callable[[str, str], None],
        files: FileChoice,
    ) -> None:
        super().__init__(owner)
        self._owner, self._library, self._put, self._say = owner, library, put, say
        self._copying = FileCopying(owner, decks, deck_id, say, files)

    def begin(self, what: str, after: str) -> None:
        """``after``: the id of the page that it shall follow."""
        if what == FROM_BANK:
            self._from_bank(after)
        elif what in (PICTURE, MEDIA):
            self._from_file(OwnKind.PICTURE if what == PICTURE else OwnKind.MEDIA, after)
        else:
            kind = OwnKind.TEXT if what == TEXT else OwnKind.QUESTION
            OwnPageDialog(self._owner, OwnPage("", kind, "", after=after), self._put).open()

    def change(self, page: OwnPage) -> None:
        OwnPageDialog(self._owner, page, self._put).open()

    def close(self) -> None:
        """Wait for what is being copied; its page is not added any more."""
        self._copying.close()

    # private

    def _from_bank(self, after: str) -> None:
        def take(question_id: str) -> None:
            question = self._library.question(question_id)
            if question is None:
                self._say("red", "题库里已经没有这道题。请换一道。")
                return
            try:
                self._put(OwnPage.asking("", question, after))
            except UserError as error:
                self._say("red", str(error))

        about = "只列单选、多选和判断题，可以让大家举手。题目抄进课件，以后题库改了也不变。"
        PickDialog(
            self._owner,
            "从题库选一道题",
            "题干里的字，如 低保 公示",
            lambda words: questions(self._library, words),
            take,
            about,
            "加到课件",
        ).open()

    def _from_file(self, kind: OwnKind, after: str) -> None:
        def copied(file: DeckFile, source: Path) -> None:
            shown = OwnKind.PICTURE if file.kind is FileKind.PICTURE else OwnKind.MEDIA
            self._copying.keep(file)
            page = OwnPage("", shown, source.stem[:60], after=after, file=file.name)
            about = "" if shown is kind else f"选的是{file.kind}，已按{shown.value}页添加。"
            OwnPageDialog(self._owner, page, self._put, about).open()

        self._copying.begin(f"选一个{kind.value}文件", _FILTERS[kind], copied)
