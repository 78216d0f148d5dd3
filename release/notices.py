"""Whose software is inside and under which licence: generated from what the lock has put into this environment."""

import re
import shutil
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from release.errors import BuildError
from release.facts import LOCK, ROOT, SHOWN_NAME, VERSION
from release.lock import here

TEXTS = Path(__file__).parent / "licences"
NOT_INSIDE = {"pip"}  # named by sqlite-utils, left out of the bundle
LICENCE_FILE = re.compile(r"(^|/)(licen[cs]es?|copying|notice)[^/]*$", re.IGNORECASE)
HEAD = f"""\
{SHOWN_NAME} {VERSION} 中的第三方软件

{SHOWN_NAME}本身按 MIT 许可发布（LICENSE.txt）。下列软件随程序一起分发，各按自己的许可；许可全文在 lib/licences 文件夹。
Qt 和 PySide6 按 LGPL-3.0 使用，没有修改，是可以替换的独立动态库：用同一版本的库替换 lib/PySide6 中的文件即可。
Qt 播放视频用的 FFmpeg 按 LGPL-2.1 使用，同样没有修改、可以替换。两者的源代码由各自的项目提供，可按本页的版本号取得。
"""
OTHERS = (
    ("CPython", "", "PSF-2.0", "解释器", "Python.txt"),
    ("Qt", "6.8.3", "LGPL-3.0-only", "界面，含 FFmpeg 7.1（LGPL-2.1-or-later）", "LGPL-3.0.txt、LGPL-2.1.txt"),
    ("SQLite", "", "Public Domain", "数据库", "无须许可"),
    ("OpenSSL", "", "Apache-2.0", "密码算法（cryptography 所带）", "见 cryptography"),
    ("Noto Sans SC 子集", "", "OFL-1.1", "字体", "resources/fonts/OFL-NotoSansSC.txt"),
    ("Jingjian Title Serif", "", "OFL-1.1", "标题字体", "resources/fonts/OFL-JingjianTitleSerif.txt"),
    ("Fluent UI System Icons", "1.1.343", "MIT", "图标", "resources/icons/LICENSE"),
    ("PyInstaller 启动程序", "", "GPL-2.0-or-later，另附可用于任何程序的例外", "打开程序", "pyinstaller"),
)


def write_notices(folder: Path) -> None:
    """The list and the texts of all licences. Raises BuildError where a package brings no text and none is known."""
    folder.mkdir(parents=True)
    for text in sorted(TEXTS.glob("*.txt")):
        shutil.copyfile(text, folder / text.name)
    rows = [
        f"{name} {version}".strip() + f"\n    许可：{terms}\n    用途：{use}\n    全文：{where}"
        for name, version, terms, use, where in OTHERS
    ]
    for one in bundled_packages():
        kept = _keep_texts(one, folder)
        terms = _terms(one)
        if not kept and "LGPL" not in terms:
            raise BuildError(f"{one.name} {one.version} brings no licence text")
        where = "、".join(kept) or "LGPL-3.0.txt"
        rows.append(f"{one.name} {one.version}\n    许可：{terms}\n    全文：{where}")
    _keep_texts(_installed("pyinstaller"), folder)
    (folder / "第三方软件.txt").write_text(HEAD + "\n" + "\n\n".join(rows) + "\n", encoding="utf-8")


def bundled_packages() -> list[Distribution]:
    """What the program needs to run, as installed: from its dependencies, all versions those of the lock."""
    import tomllib

    locked = {_plain(one.name): one.version for one in here(LOCK.read_text("utf-8"))}
    todo = list(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"])
    found: dict[str, Distribution] = {}
    while todo:
        name = _wanted(todo.pop())
        if name and name not in found and name not in NOT_INSIDE:
            one = found[name] = _installed(name)
            todo.extend(one.requires or ())
            if one.version != locked.get(name):
                raise BuildError(f"{name} {one.version} is installed, the lock says {locked.get(name)}")
    return [found[name] for name in sorted(found)]


def _wanted(written: str) -> str:
    """The plain name of a requirement, or nothing where it is for another system or an extra."""
    from packaging.requirements import Requirement

    asked = Requirement(written)
    return _plain(asked.name) if asked.marker is None or asked.marker.evaluate({"extra": ""}) else ""


def _installed(name: str) -> Distribution:
    try:
        return distribution(name)
    except PackageNotFoundError as error:
        raise BuildError(f"{name} is not installed for {sys.executable}") from error


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _terms(one: Distribution) -> str:
    """As the package states it: an expression, a short field, or its classifiers."""
    facts = one.metadata
    for field in ("License-Expression", "License"):
        said = str(facts[field]) if field in facts else ""
        if said and len(said) < 80 and "\n" not in said and said != "UNKNOWN":
            return said
    named = [line.rpartition(" :: ")[2] for line in facts.get_all("Classifier") or () if line.startswith("License")]
    return "、".join(named) or "见全文"


def _keep_texts(one: Distribution, folder: Path) -> list[str]:
    """Copy the licence files of a package; their names in the folder."""
    kept = []
    for file in one.files or ():
        place = file.as_posix()
        if ".dist-info/" in place and LICENCE_FILE.search(place) and Path(str(file.locate())).is_file():
            name = f"{_plain(one.name)}-{place.rpartition('/')[2]}"
            name = name if name.endswith(".txt") else f"{name}.txt"
            shutil.copyfile(str(file.locate()), folder / name)
            kept.append(name)
    return sorted(kept)
