"""Rows and columns in one expression, measured in design pixels."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.ui.kit.tokens import current_theme

Item = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int] | tuple[QWidget | QLayout, Qt.AlignmentFlag]
"""A widget, a layout, a gap in design pixels, a stretch (None), or a pair with stretch factor or alignment."""

Margins = tuple[float, float, float, float]


def row(*items: Item, margins: Margins = (0, 0, 0, 0), spacing: float = 8) -> QHBoxLayout:
    """A horizontal layout of ``items``; margins are left, top, right, bottom."""
    made = QHBoxLayout()
    _fill(made, items, margins, spacing)
    return made


def column(*items: Item, margins: Margins = (0, 0, 0, 0), spacing: float = 8) -> QVBoxLayout:
    """A vertical layout of ``items``; margins are left, top, right, bottom."""
    made = QVBoxLayout()
    _fill(made, items, margins, spacing)
    return made


def boxed(layout: QLayout, name: str = "") -> QWidget:
    """A plain transparent widget around a layout."""
    made = QWidget()
    made.setObjectName(name)
    made.setLayout(layout)
    return made


def centred(layout: QLayout, widest: float) -> QWidget:
    """A layout in the middle of a page, at most ``widest`` design pixels wide."""
    inner = boxed(layout)
    inner.setMaximumWidth(current_theme().px(widest))
    return boxed(row(None, (inner, 10_000), None, spacing=0))


def set_across(layout: QBoxLayout, across: bool) -> None:
    """Let what is in a row or a column stand side by side, or else one under another."""
    layout.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it, layouts inside included."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


def _fill(layout: QBoxLayout, items: tuple[Item, ...], margins: Margins, spacing: float) -> None:
    theme = current_theme()
    left, top, right, bottom = (theme.px(margin) for margin in margins)
    layout.setContentsMargins(left, top, right, bottom)
    layout.setSpacing(theme.px(spacing))
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(theme.px(item))
        elif isinstance(item, tuple):
            _add_pair(layout, item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)


def _add_pair(layout: QBoxLayout, pair: tuple[QWidget | QLayout, int | Qt.AlignmentFlag]) -> None:
    item, extra = pair
    stretch = 0 if isinstance(extra, Qt.AlignmentFlag) else extra
    if isinstance(item, QLayout):
        layout.addLayout(item, stretch)
    else:
        layout.addWidget(item, stretch)
    if isinstance(extra, Qt.AlignmentFlag):
        layout.setAlignment(item, extra)
