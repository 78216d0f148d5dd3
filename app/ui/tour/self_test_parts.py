"""The parts of the self-test that need no document: records, content, fonts, search, Qt's own words, the screen."""

import sys
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter
from PySide6.QtWidgets import QDialogButtonBox

from app.services.services import Services
from app.ui.kit.fonts import SANS, SERIF
from app.ui.presenter.awake import speaks_dbus
from app.ui.tour.stage import Stage, TourError

CHARACTERS = "政务镜鉴"
SIDE = 48


class SelfTestError(Exception):
    """What was expected and what was there, for the report."""


def database(stage: Stage) -> str:
    """An answer is written, the program closed and opened again, and the answer is there."""
    if stage.services.trouble:
        raise SelfTestError(stage.services.trouble)
    stage.services.profiles.describe("自检", "某县民政局", "自己学")
    question = stage.services.library.bank()[0]
    stage.services.practice.answer(question, stage.services.practice.shown(question), question.answer, "sure")
    stage.restart()
    tries = stage.services.practice.state(question.id).tries
    if tries != 1 or stage.services.trouble:
        raise SelfTestError(f"重新打开后，答过的题记为 {tries} 次。{stage.services.trouble}")
    return "写入、关闭、重新打开后读回"


def content(stage: Stage) -> str:
    """All of the content can be read; an installed program has compiled nothing for it."""
    library = stage.services.library
    cases = [library.case(one.id) for one in library.cases()]
    questions, papers = library.bank(), library.papers()
    articles = sum(len(one.articles) for one in library.regulations())
    if not (cases and questions and papers and articles):
        raise SelfTestError("内容不全")
    if getattr(library, "repaired", False):
        raise SelfTestError("随程序安装的内容索引用不了")
    return f"案例和典型做法 {len(cases)}，条文 {articles}，题目 {len(questions)}，试卷 {len(papers)}"


def search(services: Services) -> str:
    found = {query: len(services.search.search(query).hits) for query in ("低保", "三十八条", "入户调查")}
    if not all(found.values()):
        raise SelfTestError(f"搜索结果：{found}")
    return "、".join(f"{query} {count}" for query, count in found.items())


def fonts(resources: Path) -> str:
    """Chinese is drawn as itself, not as boxes, also by the bundled face alone."""
    bundled = QFontDatabase.addApplicationFont(str(resources / "fonts" / "NotoSansSC-Subset.ttf"))
    families = QFontDatabase.applicationFontFamilies(bundled) if bundled >= 0 else []
    if not families:
        raise SelfTestError("自带字体读不出来")
    for stack in (SANS, SERIF, (families[0],)):
        face = QFont()
        face.setFamilies(list(stack))
        face.setPixelSize(SIDE * 3 // 4)
        drawn = {bytes(_drawn(character, face).constBits()) for character in CHARACTERS}
        if len(drawn) != len(CHARACTERS):
            raise SelfTestError(f"汉字显示为方框：{stack[0]}")
    return f"自带字体 {families[0]}"


def awake() -> str:
    """What keeps the screen on during a session is there; whether the desktop follows is its own affair."""
    if sys.platform == "linux" and not speaks_dbus():
        raise SelfTestError("程序里缺少 D-Bus 模块（QtDBus），投影时不能阻止锁屏")
    return "投影时可以请系统不锁屏"


def chinese_dialogs(stage: Stage) -> str:
    """The translation comes with the rest of the start, after the first page."""
    try:
        stage.until(lambda: "取消" in _cancel(), "取消")
    except TourError as error:
        raise SelfTestError(f"Qt 的对话框不是中文：{_cancel()}") from error
    return _cancel()


def _cancel() -> str:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    word = box.button(QDialogButtonBox.StandardButton.Cancel).text()
    box.deleteLater()
    return word


def _drawn(character: str, face: QFont) -> QImage:
    picture = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setFont(face)
    painter.drawText(picture.rect(), character)
    painter.end()
    return picture
