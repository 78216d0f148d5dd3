"""``python -m app``, and where the packed program begins."""

import sys


def start() -> int:
    """A packed program that cannot even open says so on the screen: nobody sees its traceback."""
    try:
        from app.cli import main

        return main()
    except Exception as error:
        if not getattr(sys, "frozen", False):
            raise
        from app.paths import default_data_folder
        from app.ui.shell.native_message import explain, tell
        from app.ui.shell.start_log import log_start

        tell(explain(error, log_start(error, default_data_folder())))
        return 3


if __name__ == "__main__":
    sys.exit(start())
