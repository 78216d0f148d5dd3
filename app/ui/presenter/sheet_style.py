"""Measures and colours of projected pages.

Every page is laid out 1000 high, whatever its size on the screen: 10 is one u, a hundredth of the height. Its width
follows the screen between 4:3 and 16:9; on other screens the page is centred on its ground.
"""

import dataclasses

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from app.ui.kit.tokens import DARK, PROJECTOR, Theme

HEIGHT = 1000.0
NARROWEST, WIDEST = 4 / 3, 16 / 9
MARGIN = 73.0
KICKER, TITLE, BODY, OPTION, SECOND, FOOT, LEAST = 36, 62, 46, 47, 38, 27, 26
"""Type sizes. LEAST is the smallest that is ever painted."""
LONGEST = 30
"""Characters on a line of body text."""
CONTENT_BOTTOM = 892.0
FOOT_RULE = 904.0
FOOT_TOP, FOOT_BOTTOM = 909.0, 979.0

LIGHT_PAGE = PROJECTOR
"""Dark text on white, for lit rooms: the default."""
DARK_PAGE = dataclasses.replace(
    DARK,
    name="projector-dark",
    bg="#141210",
    surface="#141210",
    surface2="#24201D",
    surface3="#4A443E",
    border="#8C8378",
    border_strong="#C9C0B4",
    text="#F7F2EA",
    text2="#E0D8CC",
    text3="#CFC6B9",
    red="#FF9F9B",
    red_fill="#A32A33",
    red_soft="#3F2021",
    ink="#A9CFF2",
    ink_soft="#1C2C3C",
    green="#92D8AD",
    green_soft="#17301F",
    amber="#F0C270",
    gold="#E8C98A",
)
"""Light text on near-black, for darkened rooms."""
PAGE_THEMES = {"light": LIGHT_PAGE, "dark": DARK_PAGE}

_FILLS = {
    LIGHT_PAGE.name: {"amber_fill": "#6B3F00", "cover": "#8C0F1B", "dimmed": "#4A4A4A"},
    DARK_PAGE.name: {"amber_fill": "#7A5210", "cover": "#7A101A", "dimmed": "#5B544D"},
}


def colour(theme: Theme, token: str) -> QColor:
    """The colour of a token of the theme, or of those that only pages have."""
    return theme.colour(_FILLS.get(theme.name, _FILLS[LIGHT_PAGE.name]).get(token, token))


def page_rect(rect: QRectF) -> QRectF:
    """Where the page lies in ``rect``: all of it from 4:3 to 16:9, else as much of it as has such a shape."""
    if rect.height() <= 0 or rect.width() <= 0:
        return QRectF(rect)
    shape = rect.width() / rect.height()
    width, height = rect.width(), rect.height()
    if shape > WIDEST * 1.002:  # 1366 × 768 is 16:9
        width = height * WIDEST
    elif shape < NARROWEST * 0.998:
        height = width / NARROWEST
    return QRectF(rect.center().x() - width / 2, rect.center().y() - height / 2, width, height)
