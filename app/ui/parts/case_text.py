"""Text of a case to read: facts and articles are links, and a link that is pointed at or tabbed to says so."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.prose import Inline, RunKind
from app.ui.kit.rich_text import RichText
from app.ui.kit.run import Run

MISSING = "（条文未收录）"
_FACT, _ARTICLE = "fact:", "law:"


def kit_runs(inline: Inline, known: Callable[[str], bool], *, linked: bool = True) -> tuple[Run, ...]:
    """``known`` tells whether an article is in the library: one that is not stands in grey and says so."""
    made: list[Run] = []
    for place, run in enumerate(inline):
        beside = inline[max(0, place - 1)].kind, inline[min(len(inline) - 1, place + 1)].kind
        if run.text.isspace() and beside == (RunKind.ARTICLE, RunKind.ARTICLE):
            made.append(Run("、"))
        elif run.kind is RunKind.FACT:
            made.append(Run(run.text, "plain", f"{_FACT}{run.target}" if linked else ""))
        elif run.kind is RunKind.ARTICLE and known(run.target):
            made.append(Run(run.text, "plain", f"{_ARTICLE}{run.target}" if linked else ""))
        elif run.kind is RunKind.ARTICLE:
            made.append(Run(run.text + MISSING, "faint"))
        else:
            made.append(Run(run.text, "strong" if run.kind is RunKind.STRONG else "plain"))
    return tuple(made)


def fact_runs(numbers: tuple[int, ...]) -> tuple[Run, ...]:
    """【1】【3】 as links."""
    return tuple(Run(f"【{number}】", "plain", f"{_FACT}{number}") for number in numbers)


class CaseText(RichText):
    """Emits what its links stand for; ``article_lit`` is ``""`` when no article is pointed at any more."""

    fact_requested = Signal(int)
    article_requested = Signal(str)
    article_lit = Signal(str)

    def __init__(
        self, name: str, face: str = "hei", size: float = 18, spacing: str = "normal", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, face, size, spacing, parent=parent)
        self._lit = ""
        self.link_activated.connect(self._open)
        self.link_hovered.connect(self._light)
        self.selectionChanged.connect(self._light_focused)

    def _open(self, target: str) -> None:
        if target.startswith(_FACT):
            self.fact_requested.emit(int(target.removeprefix(_FACT)))
        elif target.startswith(_ARTICLE):
            self.article_requested.emit(target.removeprefix(_ARTICLE))

    def _light(self, target: str) -> None:
        article = target.removeprefix(_ARTICLE) if target.startswith(_ARTICLE) else ""
        if article != self._lit:
            self._lit = article
            self.article_lit.emit(article)

    def _light_focused(self) -> None:
        cursor = self.textCursor()
        form = cursor.charFormat()
        focused = self.hasFocus() and cursor.hasSelection() and form.isAnchor()
        self._light(self._writer.href(form.anchorHref().partition(":")[2]) if focused else "")
