"""The Windows installer tried under Wine: in, opened in every way that a person has, over itself, and out."""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from release import facts
from release.check import sha256
from release.errors import BuildError
from release.steps import say
from release.wine import WORK, Wine
from release.xwd import keep_best, keep_between

SETUP = f"{facts.NAME}-{facts.VERSION}-windows-x64-setup.exe"
INSTALLED = "C:\\users\\root\\AppData\\Local\\Programs\\Jingjian"
DATA = "C:\\users\\root\\AppData\\Local\\Jingjian"
TYPES = [f"Software\\Classes\\{name}" for name in (".jjpack", ".jjexam", "Jingjian.Pack", "Jingjian.Exam")]
ENTRY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Jingjian"
PACK, EXAM = "补充 一.jjpack", "入门.jjexam"
PRESS = "@Z:\\python\\python.exe Z:\\src\\release\\win\\press.py Z:\\out"
FACE = facts.ROOT / "resources" / "fonts" / "NotoSansSC-Subset.ttf"


def folder(name: str) -> Path:
    """An empty one for what comes out of a step."""
    made = WORK / name
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    return made


def two_starts(
    wine: Wine, binds: Mapping[Path, str], out: Path, program: str, second: str, data: str
) -> dict[str, Any]:
    """Start ``program`` and, when it stands, the batch line ``second``; what was read in the window until then.

    ``out`` is /out inside and gets pictures of the screen; ``data`` is the folder of the records.
    """
    batch = f'@start "" {program} --watch-start Z:\\out\r\n'
    batch += f":wait\r\n@ping -n 2 127.0.0.1 >nul\r\n@if not exist {data}\\running goto wait\r\n"
    batch += f"{second}\r\n@echo second %ERRORLEVEL%\r\n"
    batch += ":end\r\n@ping -n 2 127.0.0.1 >nul\r\n@if not exist Z:\\out\\start.json goto end\r\n"
    (out / "two.bat").write_bytes(b"@chcp 65001 >nul\r\n" + batch.encode())
    env = {"JINGJIAN_WATCH_QUIET": "20"}  # the second start may take its time
    done = wine.show("cmd", "/c", "Z:\\out\\two.bat", binds={**binds, out: "/out"}, pictures="/out", env=env)
    file = out / "start.json"
    if not file.exists() or "second 0" not in done.stdout:
        raise BuildError(f"the window did not come, or the second start ended otherwise:\n{done.stdout[-2000:]}")
    seen: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return seen


def try_installer(wine: Wine, setup: Path) -> dict[str, object]:
    """In, run, opened by its files, in again over it, out with the records kept, in, out with the records deleted;
    then once more out by hand with each answer."""
    out = folder("installed")
    binds = {setup.parent: "/setup", out: "/out"}
    home = wine.system.folder / "wine/drive_c/users/root"
    program, data = home / "AppData/Local/Programs/Jingjian", home / "AppData/Local/Jingjian"
    for old in (program, program.with_name("Jingjian.old"), data):
        shutil.rmtree(old, ignore_errors=True)
    say("installing, running, upgrading, removing …")
    _install(wine, setup)
    link = home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/镜鉴.lnk"
    _expect((program / "jingjian.exe").exists() and link.exists(), "program and menu entry are there")
    started = (f"{INSTALLED}\\jingjian.exe", "--watch-start", "Z:\\out")
    env = {"WINEQT_QPA_PLATFORM": "offscreen"}
    wine.run(*started, binds=binds, env=env)
    seen = json.loads((out / "start.json").read_text("utf-8"))
    _expect((seen["page"], seen["said"]) == ("welcome", []), f"the first start shows the first page: {seen}")
    _expect((data / "unit.db").exists(), "the records are in the account's folder")
    texts = binds | {facts.ROOT / "content": "/texts"}
    checked = wine.run(f"{INSTALLED}\\jingjian.exe", "check", "Z:\\texts", binds=texts)
    _expect("案例" in checked.stdout, f"the verbs answer: {checked.stdout[:300]}")
    _double_click(wine)
    before = sha256(data / "unit.db")
    _upgrade(wine, setup, program)
    _expect(sha256(data / "unit.db") == before, "an upgrade leaves the records alone")
    _remove(wine, program)
    _expect((data / "unit.db").exists() and not link.exists(), "removed; the records are kept")
    _expect(not program.with_name("Jingjian.old").exists(), "the version before is removed too")
    _install(wine, setup)
    _remove(wine, program, "/DELETEDATA")
    _expect(not data.exists(), "removed with /DELETEDATA: the records are gone")
    _among_others(wine, setup)
    return {
        "silent install": "program, menu entry, file types; first start from there; a verb on the command line",
        "double click": "a .jjpack and a .jjexam reach the window, which says what they are",
        "silent upgrade": "the version before kept beside it, also if the same one comes again; records untouched",
        "a folder of others": "installed, upgraded and removed in a folder within it; their files untouched",
        "silent removal": "everything gone, records kept; with /DELETEDATA gone too",
        "removal by hand": _by_hand(wine, setup, program, data),
    }


def _install(wine: Wine, setup: Path, *options: str) -> None:
    wine.run(f"Z:\\setup\\{SETUP}", "/S", *options, binds={setup.parent: "/setup"})


def _upgrade(wine: Wine, setup: Path, program: Path) -> None:
    """From an older version, then the same one over itself: what one would go back to is the older one still."""
    old, mark = program.with_name(f"{program.name}.old"), program / "lib" / "older.txt"
    mark.write_text("of the version before", "utf-8")
    wine.run("reg", "add", ENTRY, "/v", "DisplayVersion", "/d", "0.0.0", "/f", binds={})
    for _ in range(2):
        _install(wine, setup)
        _expect((old / "jingjian.exe").exists() and (old / "lib" / mark.name).exists(), "the version before is kept")
        _expect(not mark.exists(), "nothing of the version before is left in the new one")


def _among_others(wine: Wine, setup: Path) -> None:
    """In a folder that holds somebody else's things, upgraded twice and removed: they are all still there."""
    apps = wine.system.folder / "wine/drive_c/Apps"
    shutil.rmtree(apps, ignore_errors=True)
    own = apps / "Jingjian" / "mine.txt"
    others = [apps / "重要.txt", apps / "lib" / "tool.txt", own]
    others[1].parent.mkdir(parents=True)
    for file in others[:2]:
        file.write_text("not of ours", "utf-8")
    for version in range(3):
        _install(wine, setup, "/D=C:\\Apps")
        own.write_text("put beside the program", "utf-8")
        wine.run("reg", "add", ENTRY, "/v", "DisplayVersion", "/d", f"0.0.{version}", "/f", binds={})
    _expect((apps / "Jingjian" / "jingjian.exe").exists(), "it has a folder of its own within the other")
    wine.run("C:\\Apps\\Jingjian\\uninstall.exe", "/S", "/DELETEDATA", binds={})
    left = {file for file in apps.rglob("*") if file.is_file()}
    _expect(left == set(others), f"only what was installed is removed: {sorted(map(str, left))[:10]}")


def _double_click(wine: Wine) -> None:
    """As the Explorer does it: Windows is asked to open the file, and looks up what the installer has noted."""
    out = folder("double-click")
    for name in (PACK, EXAM):
        (out / name).write_bytes(b"not a real one")
    python = {WORK / "python": "/python", facts.ROOT: "/src"}
    opened = "@Z:\\python\\python.exe Z:\\src\\release\\win\\open.py Z:\\out"
    with _types_of_the_account(wine):
        seen = two_starts(wine, python, out, f'"{INSTALLED}\\jingjian.exe"', opened, DATA)
    for name, words in ((PACK, "还不能读入内容包"), (EXAM, "统考文件")):
        _expect(any(name in text and words in text for text in seen["said"]), f"{name} reaches the window: {seen}")
    keep_best(out, WORK / "double-click.png")


@contextmanager
def _types_of_the_account(wine: Wine) -> Iterator[None]:
    """Windows takes an account's file types for those of the machine; Wine 10 does not, so they are copied."""
    for name in TYPES:
        wine.run("reg", "copy", f"HKCU\\{name}", f"HKLM\\{name}", "/s", "/f", binds={})
    try:
        yield
    finally:
        for name in TYPES:
            wine.run("reg", "delete", f"HKLM\\{name}", "/f", binds={})


@contextmanager
def _chinese_face(wine: Wine) -> Iterator[None]:
    """So that what the uninstaller asks can be read in its picture: this Windows has no Chinese face of its own."""
    fonts, key = wine.system.folder / "wine/drive_c/windows/Fonts", "HKCU\\Software\\Wine\\Fonts\\Replacements"
    shutil.copyfile(FACE, fonts / FACE.name)
    for name in ("SimSun", "宋体", "Tahoma", "MS Shell Dlg", "Segoe UI"):
        wine.run("reg", "add", key, "/v", name, "/d", "Noto Sans SC", "/f", binds={})
    try:
        yield
    finally:
        wine.run("reg", "delete", key, "/f", binds={})
        (fonts / FACE.name).unlink()


def _by_hand(wine: Wine, setup: Path, program: Path, data: Path) -> str:
    """The uninstaller's own windows, gone through by release/win/press.py; a picture of the question is kept."""
    for answer in ("no", "yes"):
        _install(wine, setup)
        if not data.exists():
            wine.run(f"{INSTALLED}\\jingjian.exe", "--watch-start", "Z:\\out", binds={folder("by-hand"): "/out"},
                     env={"WINEQT_QPA_PLATFORM": "offscreen"})  # fmt: skip
        out = folder("by-hand")
        (out / "remove.bat").write_bytes(f'@start "" "{INSTALLED}\\uninstall.exe"\r\n{PRESS} {answer}\r\n'.encode())
        binds = {out: "/out", facts.ROOT: "/src", WORK / "python": "/python"}
        with _chinese_face(wine):
            wine.show("cmd", "/c", "Z:\\out\\remove.bat", binds=binds, pictures="/out")
        seen = json.loads((out / "windows.json").read_text("utf-8"))
        question = [window for window in seen if any("同时删除这个账户的学习记录" in text for text in window[1])]
        _expect(len(question) == 1, f"the uninstaller asks about the records: {seen}")
        keep_between(out, out / "asked", out / "answered", WORK / f"uninstall-{answer}.png")
        _expect(not (program / "jingjian.exe").exists(), f"removed by hand: {seen}")
        _expect(data.exists() is (answer == "no"), f"answered {answer}, the records are as that says")
    return "asks about the records; 否 keeps them, 是 deletes them"


def _remove(wine: Wine, program: Path, *options: str) -> None:
    # The uninstaller goes on from a copy of itself; run() waits for that one too.
    wine.run(f"{INSTALLED}\\uninstall.exe", "/S", *options, binds={})
    left = [path.name for path in program.rglob("*")] if program.exists() else []
    _expect(not left, f"nothing is left of the program: {left[:10]}")


def _expect(met: bool, what: str) -> None:
    if not met:
        raise BuildError(f"not so: {what}")
