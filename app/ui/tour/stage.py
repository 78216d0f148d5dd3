"""The product's own window on a stage: pressed, typed into and photographed as a person would."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.domain.settings import Appearance
from app.services.appearance_file import load_appearance
from app.services.services import Services
from app.ui.kit.outline_item import OutlineItem
from app.ui.shell.application import Application
from app.ui.tour.tour_clock import TourClock

W = TypeVar("W", bound=QWidget)

PATIENCE = 15.0

# What every page is photographed in: name, width, height, theme, interface scale.
LOOKS = (
    ("1366x768", 1366, 768, "light", 1.0),
    ("dark", 1366, 768, "dark", 1.0),
    ("1920x1080", 1920, 1080, "light", 1.3),
    ("200pct", 1920, 1080, "light", 2.0),
)


UNIT_DATA = ("unit.db", "unit.db-wal", "unit.db-shm", "ledger")


class TourError(Exception):
    """The play could not go on: what was looked for, and what was there."""


def children(parent: QWidget, kind: type[W]) -> list[W]:
    """All widgets of a kind below ``parent``."""
    return cast("list[W]", parent.findChildren(kind))


class Stage:
    def __init__(
        self,
        resources: Path,
        data: Path,
        out: Path,
        open_services: Callable[[Appearance], Services],
        clock: TourClock | None = None,
    ) -> None:
        self.clock = clock or TourClock()
        self._resources, self._data, self._out, self._open_services = resources, data, out, open_services
        self._taken: list[Path] = []
        self.application = self._raise_curtain()

    @property
    def taken(self) -> list[Path]:
        """The pictures so far."""
        return self._taken

    @property
    def data(self) -> Path:
        return self._data

    @property
    def services(self) -> Services:
        assert self.application.services is not None
        return self.application.services

    @property
    def window(self) -> QWidget:
        return self.application.window

    def restart(self) -> None:
        """Close the program and open it again on the same data."""
        self.close()
        self.open()

    def open(self) -> None:
        """The program anew, after `close`."""
        self.application = self._raise_curtain()

    def close(self) -> None:
        self.window.close()
        self.application.close()
        self.window.deleteLater()
        self.settle(0.1)

    def forget_unit(self, folder: Path) -> None:
        """As on another computer of the same person: what the unit keeps is put aside, into ``folder``."""
        self.close()
        folder.mkdir(exist_ok=True)
        for name in UNIT_DATA:
            if (one := self._data / name).exists():
                one.rename(folder / name)
        device = self._data / "device.json"
        known = json.loads(device.read_text("utf-8"))
        known["databases"] = [one for one in known["databases"] if one not in UNIT_DATA]  # else they would be missed
        device.write_text(json.dumps(known, ensure_ascii=False), "utf-8")
        self.open()

    def settle(self, seconds: float = 0.25) -> None:
        """Let the window do what it has to do."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            time.sleep(0.005)

    def until(self, met: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not met():
            if time.monotonic() > end:
                raise TourError(f"等不到：{what}")
            self.settle(0.05)

    def on_page(self, key: str) -> None:
        """Wait until a page is in front."""
        self.until(lambda: self._page_key() == key, f"页面 {key}（现在是 {self._page_key()}）")
        self.settle()

    def press(self, name: str) -> None:
        """Press the button of that name (or whose name begins so) that can be seen."""
        self.until(lambda: self._button(name) is not None, f"按钮“{name}”（看得到的有：{'、'.join(self._names())}）")
        button = self._button(name)
        assert button is not None
        self._reveal(button)
        button.click()
        self.settle()

    def press_any(self, *names: str) -> bool:
        """Press the first of these buttons that is there; False if none is."""
        for name in names:
            if self._button(name) is not None:
                self.press(name)
                return True
        return False

    def press_outline(self, section: str) -> None:
        """Go to a section of the case through its outline."""
        items = [item for item in children(self.window, OutlineItem) if item.text().endswith(f"、{section}")]
        if not items:
            raise TourError(f"目录里没有“{section}”")
        items[-1].click()
        self.settle(0.4)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, to whatever has the focus."""
        from PySide6.QtTest import QTest  # not in the packed program, where the self-test presses none

        self._activate()
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        """Characters, as an input method would commit them."""
        self._activate()
        target = QApplication.focusWidget()
        if target is None:
            raise TourError("没有可以输入的地方")
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))
        self.settle(0.1)

    def go(self, key: str, argument: object = None) -> None:
        self.application.window.go(key, argument)
        self.on_page(key)

    def shot(self, name: str) -> None:
        """The window as it is, in every look; afterwards it is as before."""
        for look, width, height, theme, scale in LOOKS:
            self._dress(width, height, theme, scale)
            self._photograph(f"{name}-{look}")
        self._dress(*LOOKS[0][1:])

    def quick_shot(self, name: str) -> None:
        """One picture only: for what a change of theme would close (a dialog, a message)."""
        self._photograph(f"{name}-{LOOKS[0][0]}")

    def keep(self, name: str, picture: QImage) -> None:
        """A picture of something that is no window and has one look only, such as a printed page."""
        self._save(name, picture)

    def _raise_curtain(self) -> Application:
        stored = self._data / "appearance.json"
        appearance = load_appearance(stored) if stored.exists() else Appearance(theme="light", scale=1.0)
        application = Application(appearance, self._resources, self._data, lambda: self._open_services(appearance))
        application.show(LOOKS[0][1], LOOKS[0][2])
        application.window.resize(LOOKS[0][1], LOOKS[0][2])
        self.application = application
        self.until(lambda: application.window.page is not None, "第一页")
        self.settle(0.4)
        return application

    def _dress(self, width: int, height: int, theme: str, scale: float) -> None:
        window = self.application.window
        window.showNormal()
        window.resize(width, height)
        wanted = replace(self.services.settings.appearance, theme=theme, scale=scale)
        if wanted != self.services.settings.appearance:
            self.services.settings.change(wanted)
        self.settle(0.3)
        self.until(self._page_stands, "页面重新排好")
        self.settle(0.1)

    def _photograph(self, name: str) -> None:
        self._save(name, self.window.grab().toImage())

    def _save(self, name: str, picture: QImage) -> None:
        self._out.mkdir(parents=True, exist_ok=True)
        target = self._out / f"{name}.png"
        if not picture.save(str(target)):
            raise TourError(f"图片没有保存到 {target}。请检查磁盘空间和权限。")
        self._taken.append(target)

    def _page_stands(self) -> bool:
        page = self.application.window.page
        return page is not None and page.isVisible() and page.width() > self.window.width() // 2

    def _activate(self) -> None:
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            self.settle(0.1)

    def _page_key(self) -> str:
        page = self.application.window.page
        return page.facts.key if page else ""

    def _buttons(self) -> list[QAbstractButton]:
        return [
            button
            for button in children(self.window, QAbstractButton)
            if button.isVisibleTo(self.window) and button.isEnabled()
        ]

    def _names(self) -> list[str]:
        return [button.accessibleName() or button.text() for button in self._buttons()]

    def _button(self, name: str) -> QAbstractButton | None:
        """The last one wins: what lies on top (a dialog) was made last."""
        exact = [one for one in self._buttons() if name in (one.accessibleName(), one.text())]
        begins = [one for one in self._buttons() if one.accessibleName().startswith(name)]
        found = exact or begins
        return found[-1] if found else None

    def _reveal(self, widget: QWidget) -> None:
        parent = widget.parentWidget()
        while parent is not None:
            reveal = getattr(parent, "reveal", None)
            if callable(reveal) and not isinstance(parent, QAbstractButton):
                reveal(widget)
                break
            parent = parent.parentWidget()
        widget.mapTo(self.window, QPoint(0, 0))
        self.settle(0.05)
