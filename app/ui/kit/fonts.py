"""Font stacks with every Chinese face named, since the default face may be a Japanese or a thin one."""

import os
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from app.ui.kit.tokens import px

SANS: tuple[str, ...] = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Source Han Sans CN",
    "HarmonyOS Sans SC",
    "WenQuanYi Micro Hei",
    "sans-serif",
)
"""Interface and reading text."""

SERIF: tuple[str, ...] = (
    "Jingjian Title Serif",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Noto Serif SC",
    "STZhongsong",
    "SimSun",
    *SANS,
)
"""Titles only: the bundled subset has the bold weight alone."""

READING: dict[str, tuple[str, ...]] = {
    "hei": SANS,
    "song": ("Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif SC", "SimSun", *SANS),
    "fang": ("FangSong", "FangSong_GB2312", "STFangsong", *SANS),
}
"""Faces for long reading: 黑体, 宋体, 仿宋. The title subset stays out of them."""

_BUNDLED_SANS = ("NotoSansSC-Subset.ttf", "NotoSansSC-Bold.ttf", "NotoSansSC-Subset-Bold.ttf")


def font(size: float, bold: bool = False, serif: bool = False) -> QFont:
    """A face of ``size`` design pixels, scaled by the current theme. Only the weights 400 and 700 exist."""
    return face(SERIF if serif else SANS, px(size), bold)


def face(families: tuple[str, ...], pixels: int, bold: bool = False) -> QFont:
    """A face of ``pixels`` logical pixels, unscaled."""
    made = QFont()
    made.setFamilies(families)
    made.setPixelSize(max(1, pixels))
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return made


def load_title_font(resources: Path) -> bool:
    """Load the bundled bold serif for titles; False if the file is missing, and titles use what is installed."""
    folder = resources / "fonts"
    names = sorted(os.listdir(folder)) if folder.is_dir() else []  # `glob` would compile a pattern at every start
    files = [folder / name for name in names if "Serif" in name and name.endswith((".ttf", ".otf"))]
    return bool([file for file in files if QFontDatabase.addApplicationFont(str(file)) >= 0])


def load_fallback_font(resources: Path) -> bool:
    """Load the bundled sans if no Chinese sans of the stack is installed; tell whether it was loaded."""
    installed = set(QFontDatabase.families())
    if installed.intersection(SANS[:-1]):
        return False
    files = [file for name in _BUNDLED_SANS if (file := resources / "fonts" / name).exists()]
    return bool([file for file in files if QFontDatabase.addApplicationFont(str(file)) >= 0])


def reading_faces() -> list[str]:
    """The keys of READING that would really look different here: 黑体 always, the others when installed."""
    installed = set(QFontDatabase.families())
    own = {key: set(families) - set(SANS) for key, families in READING.items()}
    return [key for key in READING if key == "hei" or own[key] & installed]
