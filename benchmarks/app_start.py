"""Starts the product as ``python -m app`` does, and reports at its first paint or when 首页 has been painted.

``app_start.py paint|home [ARGUMENTS OF THE PRODUCT]``
"""

import sys
from typing import TYPE_CHECKING

from app import cli

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.services import Services
    from app.ui.shell.application import Application


def report_at_first_paint(application: "Application") -> None:
    from benchmarks.start_probe import report

    application.window.painted.disconnect()
    application.window.painted.connect(lambda: (report(), application.window.close()))


def report_at_home(application: "Application") -> None:
    """When its page, with a person's data on it, has gone through its first paint."""
    fill = application.window.fill

    def fill_and_watch(services: "Services", folder: "Path") -> None:
        from benchmarks.first_paint import FirstPaint

        fill(services, folder)
        page = application.window.page
        assert page is not None and page.facts.key == "home", "the data folder is not that of a person"
        application.watch = FirstPaint(page, application.window)  # type: ignore[attr-defined]

    application.window.fill = fill_and_watch  # type: ignore[method-assign]


def main(mode: str, *arguments: str) -> int:
    make_window = cli.make_window

    def make_watched(paths: cli.AppPaths) -> "Application":
        application = make_window(paths)
        (report_at_first_paint if mode == "paint" else report_at_home)(application)
        return application

    cli.make_window = make_watched
    return cli.main(list(arguments))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
