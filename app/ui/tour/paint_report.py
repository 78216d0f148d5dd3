"""Says when the first paint is done, and waits to be let go: for the benchmark of the packed program.

Whoever has started it measures from outside, so that nothing is loaded for it here.
"""

import sys

from app.ui.shell.application import Application

WORD = "painted"


def report_paint(application: Application) -> None:
    def tell() -> None:
        print(WORD, flush=True)
        sys.stdin.readline()
        application.window.close()

    application.window.painted.disconnect()
    application.window.painted.connect(tell)
