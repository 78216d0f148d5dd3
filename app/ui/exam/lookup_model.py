"""Rules and their articles as one list, narrowed to what is searched for."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from app.domain.normalised_text import normalise
from app.domain.regulation import RegulationSummary
from app.services.library_service import LibraryService
from app.services.search_service import find
from app.ui.kit.fonts import font
from app.ui.kit.tokens import px

BASE = Qt.ItemDataRole.UserRole + 1
"""The reference of an article; nothing for the name of a rule, which cannot be chosen."""
_MOST = 500
_HEAD, _LINE = 42, 34


class LookupModel(QStandardItemModel):
    def __init__(self, library: LibraryService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._rules = library.regulations() if library.ready else []
        self.search("")

    def first(self) -> QModelIndex:
        """The first article; invalid where there is none."""
        return next((index for index in self._all() if index.data(BASE)), QModelIndex())

    def place_of(self, base: str) -> QModelIndex:
        """Of an article; invalid where it is not in the list."""
        return next((index for index in self._all() if index.data(BASE) == base), QModelIndex())

    def search(self, query: str) -> None:
        """Keep what has the words in its number, name, rule or text; without words everything."""
        self.clear()
        wanted = normalise(query)
        texts = {hit.ref for hit in find(self._library, query, _MOST, "article")} if wanted else set()
        for rule in self._rules:
            whole = wanted in normalise(f"{rule.title}{rule.short}")
            named = [(f"{rule.id}/{number}", label, name) for number, label, name in rule.articles]
            kept = [one for one in named if whole or wanted in normalise(one[1] + one[2]) or one[0] in texts]
            if kept:
                self.appendRow(_rule(rule))
            for base, label, name in kept:
                self.appendRow(_article(base, label, name))

    def _all(self) -> Iterator[QModelIndex]:
        return (self.index(row, 0) for row in range(self.rowCount()))


def _rule(rule: RegulationSummary) -> QStandardItem:
    made = QStandardItem(f"{rule.title.removeprefix('中华人民共和国').removeprefix('中国共产党')}（{rule.version}）")
    made.setFlags(Qt.ItemFlag.NoItemFlags)
    made.setFont(font(15, True))
    made.setSizeHint(QSize(0, px(_HEAD)))
    made.setToolTip(f"《{rule.title}》（{rule.version}）")
    return made


def _article(base: str, label: str, name: str) -> QStandardItem:
    made = QStandardItem(f"{label}　{name}")
    made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    made.setData(base, BASE)
    made.setSizeHint(QSize(0, px(_LINE)))
    made.setToolTip(f"{label}　{name}")
    return made
