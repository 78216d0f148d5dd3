"""Run by Python for Windows: goes through the uninstaller's windows as a person would, and writes down what they say.

``press.py OUT yes|no``: the answer to its question. OUT/windows.json gets [title, texts, button pressed] of each, the
files OUT/asked and OUT/answered come before and after the question is answered, for a picture in between.
"""

import ctypes
import json
import sys
import time
from ctypes import wintypes
from pathlib import Path

user32 = ctypes.windll.user32  # type: ignore[attr-defined]
EACH = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)  # type: ignore[attr-defined]
CLICK, GO_ON, YES, NO = 0x00F5, 1, 6, 7
LONGEST, TO_SEE, QUIET = 120, 3, 4
"""Seconds: in all; that each window stands before it is answered; without a window before it is taken for the end."""


def text_of(window: int) -> str:
    length = user32.GetWindowTextLengthW(window)
    buffer = ctypes.create_unicode_buffer(length + 1)
    user32.GetWindowTextW(window, buffer, length + 1)
    return buffer.value


def class_of(window: int) -> str:
    buffer = ctypes.create_unicode_buffer(64)
    user32.GetClassNameW(window, buffer, 64)
    return buffer.value


def dialogs() -> list[int]:
    found: list[int] = []

    def look(window: int, _: int) -> bool:
        if user32.IsWindowVisible(window) and class_of(window) == "#32770":
            found.append(window)
        return True

    user32.EnumWindows(EACH(look), 0)
    return found


def texts(dialog: int) -> list[str]:
    found: list[str] = []

    def look(window: int, _: int) -> bool:
        if user32.IsWindowVisible(window) and (text := text_of(window).strip()) and text not in found:
            found.append(text)
        return True

    user32.EnumChildWindows(dialog, EACH(look), 0)
    return found


def button(dialog: int, number: int) -> int:
    found = user32.GetDlgItem(dialog, number)
    return found if found and user32.IsWindowVisible(found) and user32.IsWindowEnabled(found) else 0


def main(out: Path, answer: str) -> int:
    seen: list[tuple[str, list[str], str]] = []
    began = last = time.monotonic()
    while time.monotonic() - began < LONGEST and not (seen and time.monotonic() - last > QUIET):
        time.sleep(0.5)
        for dialog in dialogs():
            last = time.monotonic()
            question = bool(button(dialog, YES) and button(dialog, NO))
            pressed = button(dialog, (YES if answer == "yes" else NO) if question else GO_ON)
            said = text_of(dialog), texts(dialog), text_of(pressed)
            if not pressed or (seen and seen[-1] == said):
                continue
            if question:
                (out / "asked").touch()
            time.sleep(TO_SEE)
            if question:
                (out / "answered").touch()
            seen.append(said)
            user32.PostMessageW(pressed, CLICK, 0, 0)
            break
    (out / "windows.json").write_text(json.dumps(seen, ensure_ascii=False), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
