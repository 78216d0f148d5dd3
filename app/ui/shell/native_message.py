"""Words to a person when there is no Qt to say them with: a library is missing, a file of the program is damaged.

Knows nothing of Qt, and imports only when it has something to say.
"""

import sys
from pathlib import Path

TITLE = "镜鉴"
GIVEN_UP = 600
"""Seconds until a message that nobody reads is taken away."""


def explain(error: BaseException, log: Path | None) -> str:
    """What to say of an error that ended the start."""
    where = f"详情记在 {log}。" if log else ""
    if isinstance(error, MemoryError):
        return "内存不足，镜鉴没能打开。请关闭一些别的程序后再试。"
    if isinstance(error, ImportError):
        return f"镜鉴没能打开：{_missing(str(error))}{where}"
    if isinstance(error, OSError):
        return f"镜鉴没能打开：程序文件 {error.filename or ''} 读不出来。请重新安装本程序（学习记录不受影响）。{where}"
    return f"镜鉴没能打开。请重新安装本程序（学习记录不受影响）；仍不行，请把日志交给维护人员。{where}"


def _missing(words: str) -> str:
    library = words.partition(":")[0].strip()
    own = library.startswith(("libQt6", "libpyside6", "libshiboken6", "libav", "libsw", "libicu", "libpython"))
    if ".so" in library and not own and "cannot open shared object file" in words:
        return f"这台电脑缺少系统组件 {library}。请用系统的软件管理器安装含有它的软件包，或请维护人员安装 .deb 安装包。"
    return "程序的文件不完整。请重新安装本程序（学习记录不受影响）；如果被杀毒软件隔离了文件，请恢复后再打开。"


def tell(sentence: str) -> None:
    """On the screen if there is one, and to stderr."""
    if sys.stderr is not None:
        print(f"{TITLE}：{sentence}", file=sys.stderr)
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, sentence, TITLE, 0x30)
    else:
        _tell_desktop(sentence)


def _tell_desktop(sentence: str) -> None:
    import os
    import shutil
    import subprocess

    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return
    ways = (
        ("zenity", "--warning", "--no-markup", f"--title={TITLE}", f"--text={sentence}"),
        ("kdialog", "--title", TITLE, "--sorry", sentence),
        ("xmessage", "-center", sentence),
        ("notify-send", TITLE, sentence),
    )
    # Programs of the system must not load the libraries of the bundle.
    env = {name: value for name, value in os.environ.items() if name != "LD_LIBRARY_PATH"}
    for way in ways:
        if shutil.which(way[0]):
            try:
                subprocess.run(way, env=env, timeout=GIVEN_UP)
            except (OSError, subprocess.TimeoutExpired):
                continue
            return
