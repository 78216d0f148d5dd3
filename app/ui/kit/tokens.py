"""Colours and scale: the table of tokens, and which of them is current."""

import dataclasses
from functools import lru_cache
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

THEME_PROPERTY = "jingjian.theme"
_RESOURCES = "jingjian.resources"


@dataclasses.dataclass(frozen=True)
class Theme:
    """Every colour of the product as ``#rrggbb``, and the scale k by which all sizes are multiplied.

    Pairs of text and ground keep the contrasts that ``tests/gui/kit/test_contrast.py`` measures.
    """

    name: str
    bg: str
    surface: str
    surface2: str
    surface3: str
    border: str
    border_strong: str
    text: str
    text2: str
    text3: str
    red: str
    red_fill: str
    red_hover: str
    red_press: str
    on_red: str
    red_soft: str
    red_line: str
    ink: str
    ink_fill: str
    ink_soft: str
    ink_line: str
    green: str
    green_fill: str
    green_soft: str
    green_line: str
    amber: str
    amber_soft: str
    amber_line: str
    gold: str
    focus: str
    mark: str
    flag: str
    answered: str
    on_answered: str
    exam_bar: str
    exam_bar_text: str
    exam_bar_text2: str
    exam_bar_accent: str
    scrim: str
    tints: tuple[tuple[str, str], ...]
    scale: float = 1.0

    @property
    def dark(self) -> bool:
        """Whether light text stands on dark ground."""
        return self.name == "dark"

    def px(self, n: float) -> int:
        """Design pixels to logical pixels at this scale."""
        return round(n * self.scale)

    def value(self, token: str) -> str:
        """The colour string behind a token; a string starting with ``#`` stands for itself."""
        return token if token.startswith("#") else cast(str, getattr(self, token))

    def colour(self, token: str, alpha: int = 255) -> QColor:
        """The colour behind a token, ready to paint with."""
        colour = QColor(self.value(token))
        if alpha != 255:
            colour.setAlpha(alpha)
        return colour

    def tint(self, index: int) -> tuple[QColor, QColor]:
        """Foreground and background of one of the six topic tints, counted round."""
        foreground, background = self.tints[index % len(self.tints)]
        return QColor(foreground), QColor(background)

    def with_scale(self, k: float) -> "Theme":
        """The same colours at another scale."""
        return dataclasses.replace(self, scale=k)


LIGHT = Theme(
    name="light",
    bg="#F5F2ED",
    surface="#FFFFFF",
    surface2="#FBF9F6",
    surface3="#EDE8E0",
    border="#E3DDD3",
    border_strong="#8B8377",
    text="#26221F",
    text2="#5A534B",
    text3="#665E54",
    red="#9B1C26",
    red_fill="#9B1C26",
    red_hover="#84161F",
    red_press="#6E1119",
    on_red="#FFFFFF",
    red_soft="#F8ECEA",
    red_line="#DDB4B0",
    ink="#1D4F7C",
    ink_fill="#1D4F7C",
    ink_soft="#E9F0F6",
    ink_line="#B5CBDF",
    green="#256B46",
    green_fill="#256B46",
    green_soft="#E7F2EB",
    green_line="#A9CFB8",
    amber="#8A5300",
    amber_soft="#FBF1DE",
    amber_line="#E4C68F",
    gold="#B08D4A",
    focus="#1D4F7C",
    mark="#FFEFB8",
    flag="#D98A00",
    answered="#5A534B",
    on_answered="#FFFFFF",
    exam_bar="#26221F",
    exam_bar_text="#FFFFFF",
    exam_bar_text2="#D8D0C6",
    exam_bar_accent="#FFD9A0",
    scrim="#14100E",
    tints=(
        ("#7A2E2A", "#F3E4DD"),
        ("#2F4858", "#E1E8EC"),
        ("#5B4A1F", "#F0E8D2"),
        ("#2E5A4B", "#DFECE5"),
        ("#4A3A63", "#E8E3EE"),
        ("#3E4A2B", "#E7EBDC"),
    ),
)

DARK = Theme(
    name="dark",
    bg="#171514",
    surface="#211E1C",
    surface2="#292522",
    surface3="#38332F",
    border="#3D3733",
    border_strong="#8C8378",
    text="#EDE7DE",
    text2="#BDB4A8",
    text3="#AAA094",
    red="#F0898A",
    red_fill="#B5343C",
    red_hover="#BF3F47",
    red_press="#9F2A32",
    on_red="#FFFFFF",
    red_soft="#3A2021",
    red_line="#6B3A3B",
    ink="#8DB9E2",
    ink_fill="#2A6299",
    ink_soft="#1E2B38",
    ink_line="#3B5570",
    green="#7FC79B",
    green_fill="#2F7A50",
    green_soft="#1D2E24",
    green_line="#3B5E49",
    amber="#E3B25C",
    amber_soft="#35290F",
    amber_line="#6A5426",
    gold="#C9A765",
    focus="#8DB9E2",
    mark="#5A4A14",
    flag="#E3B25C",
    answered="#5F574F",
    on_answered="#F4EFE7",
    exam_bar="#292522",
    exam_bar_text="#EDE7DE",
    exam_bar_text2="#BDB4A8",
    exam_bar_accent="#E3B25C",
    scrim="#000000",
    tints=(
        ("#F0B7A8", "#3A2622"),
        ("#A9C6D8", "#222D34"),
        ("#E2CB8E", "#332C1A"),
        ("#9FD3BD", "#1E2F28"),
        ("#C6B5E0", "#2B2537"),
        ("#C3D0A0", "#272C1E"),
    ),
)

PROJECTOR = dataclasses.replace(
    LIGHT,
    name="projector",
    bg="#FFFFFF",
    surface2="#F4F4F4",
    surface3="#DADADA",
    border="#6B6B6B",
    border_strong="#333333",
    text="#111111",
    text2="#2B2B2B",
    text3="#3D3D3D",
    red="#8C0F1B",
    red_fill="#8C0F1B",
    red_soft="#FBE9E7",
    ink="#0B3A66",
    ink_fill="#0B3A66",
    ink_soft="#E3EEF8",
    green="#0F5132",
    green_fill="#0F5132",
    green_soft="#E1F3E8",
    amber="#6B3F00",
    amber_soft="#FFF0D1",
    gold="#E8C98A",
)


def current_theme() -> Theme:
    """The theme applied last; LIGHT before that."""
    application = QCoreApplication.instance()
    theme = application.property(THEME_PROPERTY) if application is not None else None
    return theme if isinstance(theme, Theme) else LIGHT


def px(n: float) -> int:
    """Design pixels to logical pixels at the scale of the current theme."""
    return current_theme().px(n)


def set_resources(path: Path) -> None:
    """Say once, at start, where the resources folder is."""
    application = QCoreApplication.instance()
    assert application is not None, "the application object comes first"
    application.setProperty(_RESOURCES, str(path))


def resources() -> Path:
    """The resources folder: the one given at start, else the one of the source tree."""
    application = QCoreApplication.instance()
    path = application.property(_RESOURCES) if application is not None else None
    return _path(path) if isinstance(path, str) else Path(__file__).parents[3] / "resources"


_path = lru_cache(maxsize=8)(Path)
"""Asked for with every icon that is painted."""
