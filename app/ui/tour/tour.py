"""Plays the main job through the real windows and keeps a picture of every page, for people and as a self-test."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from app.domain.settings import Appearance
from app.services.services import Services
from app.ui.tour.exam_part import play_exam
from app.ui.tour.guide_part import play_guide
from app.ui.tour.learn_part import play_learn
from app.ui.tour.paper_part import play_papers
from app.ui.tour.present_part import play_present
from app.ui.tour.rectify_part import play_rectify
from app.ui.tour.review_part import play_review
from app.ui.tour.stage import Stage, TourError
from app.ui.tour.tour_clock import TourClock

PARTS: dict[str, Callable[[Stage], None]] = {
    "learn": play_learn,
    "review": play_review,
    "exam": play_exam,
    "papers": play_papers,
    "present": play_present,
    "guide": play_guide,
    "rectify": play_rectify,  # last, because it takes the calendar a year on
}


def _pass_on(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt's messages, without what the offscreen plugin says of every window."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


class Tour:
    def __init__(
        self,
        resources: Path,
        data: Path,
        out: Path,
        open_services: Callable[[Appearance], Services],
        part: str | None = None,
        clock: TourClock | None = None,
    ) -> None:
        """``data`` is an empty folder that the play may fill; ``clock`` the one that the services go by."""
        self._clock = clock or TourClock()
        self._resources, self._data, self._out, self._open_services = resources, data, out.absolute(), open_services
        self._parts = [part] if part else list(PARTS)

    def play(self) -> int:
        """Exit status: 0, or 1 where the play could not go on."""
        qInstallMessageHandler(_pass_on)
        stage = Stage(self._resources, self._data, self._out, self._open_services, self._clock)
        try:
            for name in self._parts:
                began = time.monotonic()
                PARTS[name](stage)
                print(f"{name}：{time.monotonic() - began:.0f} 秒", file=sys.stderr)
        except TourError as error:
            stage.quick_shot("stopped")
            print(f"演示没有走完：{error}", file=sys.stderr)
            return 1
        finally:
            stage.close()
        print(f"共 {len(stage.taken)} 张图片，在 {self._out}")
        return 0
