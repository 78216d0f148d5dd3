"""One chapter of the guide to read."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.guide import GuideChapter
from app.domain.prose import Block, BlockKind, Inline, RunKind, plain_text
from app.domain.settings import Appearance
from app.ui.kit.rich_text import RichText
from app.ui.kit.run import Run

_STYLES = {RunKind.STRONG: "strong", RunKind.KEY: "strong"}


class GuideText(RichText):
    """Pictures are as wide as the text allows, so that it is written anew when its width has changed."""

    chapter_wanted = Signal(str)  # its name

    def __init__(
        self, look: Appearance, picture: Callable[[str], QImage | None], parent: QWidget | None = None
    ) -> None:
        super().__init__("使用说明", look.face, look.reading_size, look.spacing, picture, parent)
        self._blocks = 0
        self._written_for = 0
        self._anew = QTimer(self, singleShot=True, interval=0)  # never within Qt's own laying out of the old text
        self._anew.timeout.connect(self._write_anew)
        self.link_activated.connect(self.chapter_wanted)

    def show_chapter(self, chapter: GuideChapter) -> None:
        self.setAccessibleName(f"使用说明：{chapter.title}")
        self.begin()
        self._blocks = 0
        self.add_heading(f"{chapter.number}　", chapter.title, "title", level=1)
        for block in chapter.opening:
            self._write(block)
        for section in chapter.sections:
            self.add_heading(f"{section.number}　", section.title, f"section {section.number}")
            for block in section.blocks:
                self._write(block)
        self.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._written_for != self.viewport().width():
            self._anew.start()

    def _write_anew(self) -> None:
        self._written_for = self.viewport().width()
        self._rebuild()

    def _write(self, block: Block) -> None:
        self._blocks += 1
        anchor = f"block {self._blocks}"
        match block.kind:
            case BlockKind.TABLE:
                self.add_table([_cells(line) for line in block.lines], anchor)
            case BlockKind.IMAGE:
                self.add_picture(block.target, plain_text(block.lines[0]), anchor)
            case BlockKind.BULLETS | BlockKind.NUMBERS:
                numbers = [f"{number}. " for number in block.target.split()] or ["• "] * len(block.lines)
                for place, (number, line) in enumerate(zip(numbers, block.lines, strict=True)):
                    self.add_paragraph([Run(number), *_runs(line)], "item", f"{anchor} {place}")
            case BlockKind.HEADING:
                self.add_heading("", plain_text(block.lines[0]), anchor, level=3)
            case BlockKind.QUOTE:
                self.add_paragraph(_runs(block.lines[0]), "quote", anchor)
            case _:
                self.add_paragraph(_runs(block.lines[0]), "flush", anchor)


def _runs(line: Inline) -> list[Run]:
    """Only a link leads somewhere: what else has a target is shown as it is."""
    targets = [run.target if run.kind is RunKind.LINK else "" for run in line]
    return [Run(run.text, _STYLES.get(run.kind, "plain"), target) for run, target in zip(line, targets, strict=True)]


def _cells(line: Inline) -> list[str]:
    return plain_text(line).split("\t")
