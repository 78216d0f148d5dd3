"""The one place where colours and scale reach Qt: style, palette, base font and style sheet."""

import re

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from app.ui.kit.fonts import font
from app.ui.kit.tokens import (
    DARK,
    LIGHT,
    PROJECTOR,
    THEME_PROPERTY,
    Theme,
    current_theme,
    px,
    resources,
    set_resources,
)

__all__ = [
    "DARK",
    "LIGHT",
    "PROJECTOR",
    "Theme",
    "apply_colours",
    "apply_sheet",
    "apply_theme",
    "current_theme",
    "palette",
    "px",
    "resources",
    "set_resources",
    "style_sheet",
    "use_fusion",
]

_STYLED = "jingjian.styled"

_SUBSTITUTE = re.compile(r"@px\((-?[\d.]+)\)|@image\((\w+)\)|@(\w+)")


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Make ``theme`` current: style, palette, base font, style sheet, in that order.

    A change of colours alone reaches widgets that exist; after a change of scale the pages are built anew,
    because margins and fixed sizes are computed when a widget is made.
    """
    apply_colours(application, theme)
    apply_sheet(application)


def apply_colours(application: QApplication, theme: Theme) -> None:
    """All of a theme but the style sheet: enough for a first frame that is painted."""
    use_fusion(application)
    application.setProperty(THEME_PROPERTY, theme)
    application.setPalette(palette(theme))
    application.setFont(font(15))


def apply_sheet(application: QApplication) -> None:
    """The style sheet of the current theme.

    Widgets that are built and put into layouts before there is one are built in two thirds of the time.
    """
    application.setStyleSheet(style_sheet(current_theme()))


def use_fusion(application: QApplication) -> None:
    """The one style of the product, set once. Its palette is in the system's light or dark until a theme is applied."""
    if application.property(_STYLED) is None:
        application.setStyle("Fusion")
        application.setProperty(_STYLED, True)


def palette(theme: Theme) -> QPalette:
    """Fusion's palette in the theme's colours, for all that the style sheet does not name."""
    role = QPalette.ColorRole
    colours = {
        role.Window: "bg",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "surface2",
        role.Text: "text",
        role.PlaceholderText: "text3",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "on_red",
        role.Highlight: "ink_line",
        role.HighlightedText: "text",
        role.Accent: "ink",
        role.Link: "ink",
        role.LinkVisited: "ink",
        role.ToolTipBase: "text",
        role.ToolTipText: "surface",
        role.Light: "surface",
        role.Midlight: "surface2",
        role.Mid: "border",
        role.Dark: "border_strong",
        role.Shadow: "scrim",
    }
    made = QPalette()
    for colour_role, token in colours.items():
        made.setColor(colour_role, theme.colour(token))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, colour_role, theme.colour("text3"))
    for colour_role in (role.Base, role.Button):
        made.setColor(QPalette.ColorGroup.Disabled, colour_role, theme.colour("surface3"))
    return made


def style_sheet(theme: Theme) -> str:
    """``resources/qss/app.qss`` with ``@token``, ``@px(n)`` and ``@image(name)`` filled in.

    Images are the ``icons/controls/<name>_<light|dark>.svg`` files (or those beside the sheet), by absolute path.
    """
    folder = resources()
    shade = "dark" if theme.dark else "light"

    def fill(match: re.Match[str]) -> str:
        length, image, token = match.groups()
        if length is not None:
            return f"{theme.px(float(length))}px"
        if image is not None:
            named = f"{image}_{shade}.svg"
            places = (folder / "icons" / "controls" / named, folder / "qss" / named)
            return f'url("{next((place for place in places if place.exists()), places[0]).as_posix()}")'
        return theme.value(token)

    return _SUBSTITUTE.sub(fill, (folder / "qss" / "app.qss").read_text(encoding="utf-8"))
