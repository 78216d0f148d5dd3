"""Choosing what is shown with an item of the agenda: a case, a deck, articles, a film."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.deck_file import DeckFile, FileKind
from app.domain.errors import UserError
from app.domain.labels import RULE_NAMES
from app.domain.meeting import MeetingPart
from app.services.deck_service import DeckService
from app.services.library_service import LibraryService
from app.ui.presenter import agenda_row as offers
from app.ui.presenter.file_choice import FileChoice
from app.ui.presenter.file_copying import FileCopying
from app.ui.presenter.pick_dialog import PickDialog
from app.ui.presenter.pick_sources import articles, cases, decks

FILTER = "视频和音频 (*.mp4 *.m4v *.mp3 *.m4a)"


class PartContent(QObject):
    """``put(part)`` gets the item with what was chosen."""

    def __init__(
        self,
        owner: QWidget,
        decks: DeckService,
        library: LibraryService,
        meeting_id: str,
        put: Callable[[MeetingPart], None],
        say: Callable[[str, str], None],
        files: FileChoice,
    ) -> None:
        super().__init__(owner)
        self._owner, self._decks, self._library, self._id = owner, decks, library, meeting_id
        self._put, self._say = put, say
        self._copying = FileCopying(owner, decks, meeting_id, say, files)

    def words(self, part: MeetingPart) -> str:
        """What is shown with it, "" for nothing."""
        found = []
        if part.deck:
            title = next((deck.title for deck in self._decks.all(everyone=True) if deck.id == part.deck), "")
            found.append(f"课件《{title}》" if title else "课件已找不到，请重新选")
        if part.case:
            titles = {case.id: case.title for case in self._library.cases()}
            title = titles.get(part.case, "")
            found.append(f"案例《{title}》" if title else "案例已不在内容里，请重新选")
        if part.articles:
            found.append("、".join(_article_words(one) for one in part.articles))
        if part.file:
            names = {file.name: file.title for file in self._decks.files_of(self._id)}
            found.append(f"影片“{names.get(part.file, part.file)}”")
        return " · ".join(found)

    def choose(self, part: MeetingPart, what: str) -> None:
        actions = {
            offers.CASE: self._case,
            offers.DECK: self._deck,
            offers.ARTICLES: self._articles,
            offers.FILM: self._film,
        }
        actions[what](part)

    def close(self) -> None:
        self._copying.close()

    # private

    def _case(self, part: MeetingPart) -> None:
        def take(case_id: str) -> None:
            title = next((case.title for case in self._library.cases() if case.id == case_id), "")
            self._put(replace(part, case=case_id, deck="", title=part.title or title))

        hint = "案例名、业务或首字母，如 低保、dbls"
        PickDialog(self._owner, "选案例", hint, lambda words: cases(self._library, words), take).open()

    def _deck(self, part: MeetingPart) -> None:
        saved = self._decks.all(everyone=True)
        if not any(not deck.retired for deck in saved):
            self._say("ink", "还没有课件。请先在“我的课件”里新建，或直接选案例。")
            return

        def take(deck_id: str) -> None:
            self._put(replace(part, deck=deck_id, case="", title=part.title or self._decks.get(deck_id).title))

        PickDialog(self._owner, "选课件", "课件名称", lambda words: decks(saved, words), take).open()

    def _articles(self, part: MeetingPart) -> None:
        def take(reference: str) -> None:
            self._put(replace(part, articles=tuple(dict.fromkeys((*part.articles, reference)))))

        hint = "法规名或条号，如 条例 101、政务 三十三"
        PickDialog(
            self._owner, "加一条条文", hint, lambda words: articles(self._library, words), take, composite=False
        ).open()

    def _film(self, part: MeetingPart) -> None:
        def copied(file: DeckFile, source: Path) -> None:
            if file.kind is FileKind.PICTURE:
                raise UserError(f"“{source.name}”是图片，不是影片。请选 mp4 视频或 mp3 音频。")
            self._copying.keep(file)
            self._put(replace(part, file=file.name, title=part.title or source.stem[:60]))
            self._say("green", f"已加上“{source.name}”。")

        self._copying.begin("选影片", FILTER, copied)


def _article_words(reference: str) -> str:
    """条例@2023/124 → 纪律处分条例第124条."""
    rule, _, number = reference.partition("/")
    short = rule.partition("@")[0]
    return f"{RULE_NAMES.get(short, short)}第{number}条"
