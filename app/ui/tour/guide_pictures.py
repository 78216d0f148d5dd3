"""The pictures of the user guide, cut and made small from those of the tour."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, qBlue, qGreen, qRed

WIDEST = 1000
COLOURS = 256


class Cut(NamedTuple):
    """``shot``: a picture of the tour; ``box`` (left, top, width, height) of it, or all where there is none."""

    shot: str
    box: tuple[int, int, int, int] | None = None


CUTS: dict[str, Cut] = {
    "01-first-start": Cut("01-首次启动-字号-1366x768", (190, 50, 990, 670)),
    "01-home": Cut("04-首页-1366x768"),
    "02-version": Cut("25-设置-关于-1366x768", (197, 66, 1053, 186)),
    "03-library": Cut("05-案例库-1366x768"),
    "03-gate": Cut("07-停一停-1366x768", (88, 56, 1000, 712)),
    "03-clauses": Cut("10-违反条款-1366x768", (345, 108, 1000, 285)),
    "03-reflection": Cut("16-反思与承诺-1366x768", (330, 108, 1010, 660)),
    "03-regulations": Cut("18-法规库-1366x768"),
    "04-start": Cut("81-开始投影-light-1366x768", (343, 108, 680, 497)),
    "04-console": Cut("84-停一停-未揭晓-主讲人-1366x768"),
    "04-audience": Cut("88-揭晓-投影-1024x768"),
    "04-deck": Cut("备课-1366x768"),
    "04-meeting": Cut("安排会议-1366x768"),
    "05-practice": Cut("21-练习-解析-1366x768", (170, 56, 1100, 712)),
    "05-review": Cut("41-复习-今日到期-1366x768", (190, 56, 1056, 712)),
    "05-exam": Cut("52-考试-已答六题-1366x768"),
    "05-results": Cut("56-成绩-已评分-1366x768"),
    "06-self-check": Cut("三方面对照-1366x768"),
    "06-drafts": Cut("问题清单-1366x768"),
    "06-ledger": Cut("整改台账-1366x768"),
    "06-issue": Cut("问题详情-1366x768"),
    "06-report": Cut("月报填报-1366x768"),
    "07-paper": Cut("59-试卷编辑-已保存-1366x768"),
    "07-unit-exam": Cut("组织统考-1366x768"),
    "07-marking": Cut("67-阅简答-匿名-1366x768"),
    "07-people": Cut("个人与单位-1366x768", (200, 56, 1066, 590)),
    "07-appearance": Cut("25-设置-外观与字号-1366x768", (200, 56, 1066, 712)),
    "08-records": Cut("24-学习记录-1366x768", (180, 56, 1090, 712)),
    "09-go-on": Cut("53-重新打开-考试未交卷-1366x768", (115, 350, 835, 250)),
}


def make_pictures(tour: Path, out: Path) -> list[Path]:
    """Answers what was written; what else lies in ``out`` goes. Raises FileNotFoundError where a shot is missing."""
    missing = [cut.shot for cut in CUTS.values() if not (tour / f"{cut.shot}.png").is_file()]
    if missing:
        raise FileNotFoundError(f"not among the pictures of the tour in {tour}: {', '.join(missing)}")
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name, cut in CUTS.items():
        target = out / f"{name}.png"
        if not small(QImage(str(tour / f"{cut.shot}.png")), cut.box).save(str(target), quality=1):
            raise OSError(f"cannot write {target}")
        written.append(target)
    for file in set(out.glob("*.png")) - set(written):
        file.unlink()
    return written


def small(image: QImage, box: tuple[int, int, int, int] | None = None) -> QImage:
    """At most WIDEST pixels wide, in at most COLOURS colours."""
    cut = image.copy(QRect(*box)) if box else image
    if cut.width() > WIDEST:
        cut = cut.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
    cut = cut.convertToFormat(QImage.Format.Format_RGB32)
    return cut.convertToFormat(QImage.Format.Format_Indexed8, _palette(cut), Qt.ImageConversionFlag.ThresholdDither)


def _palette(image: QImage) -> list[int]:
    """The commonest colours, of those that can hardly be told apart the commonest one."""
    pixels = Counter(memoryview(image.constBits()).cast("I"))
    chosen: dict[tuple[int, int, int], int] = {}
    for colour, _ in pixels.most_common():
        chosen.setdefault((qRed(colour) >> 3, qGreen(colour) >> 3, qBlue(colour) >> 3), colour)
        if len(chosen) == COLOURS:
            break
    return list(chosen.values())
