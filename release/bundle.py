"""The bundle: what is compiled first is staged, PyInstaller collects, and the result is made the same every time."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from release import facts
from release.elf import idle, libraries
from release.encodings import drop_encodings
from release.errors import BuildError
from release.index import compile_index, pack_texts
from release.notices import write_notices
from release.steps import say
from release.version_resource import version_resource

STRIPPED = ("lib/libpython3*.so*", "lib/**/lib-dynload/*.so", "lib/yaml/*.so")
"""Never Qt or FFmpeg: see trim.py."""


def stage(folder: Path) -> None:
    """Everything that is made and not merely copied: index, notices, facts of the build, version resource."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    compile_index(folder / "index", facts.day(facts.moment()))
    pack_texts(folder / "content.zip")
    write_notices(folder / "licences")
    about = {"version": facts.VERSION, "built": facts.moment(), "python": sys.version.split()[0]}
    (folder / "build.json").write_text(json.dumps(about), encoding="utf-8")
    (folder / "version.txt").write_text(version_resource(), encoding="utf-8")


def make_bundle(dist: Path, work: Path, leave_desktop: bool = False) -> Path:
    """Build with the Python that runs this. Returns the folder with the program. Raises BuildError."""
    staged = work / "staged"
    say("compiling the content, collecting the licences …")
    stage(staged)
    env = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(facts.moment())}
    env |= {"JINGJIAN_STAGED": str(staged), "JINGJIAN_LEAVE_DESKTOP": "1" if leave_desktop else ""}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    # Its cache of examined files stays inside, so that a build depends on nothing outside the checkout.
    env["PYINSTALLER_CONFIG_DIR"] = str(work / "pyinstaller")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--clean"]
    command += ["--distpath", str(dist), "--workpath", str(work / "work"), str(facts.ROOT / "build.spec")]
    say("PyInstaller collects …")
    log = work / "pyinstaller.log"
    with log.open("w") as file:
        status = subprocess.call(command, cwd=facts.ROOT, env=env, stdin=subprocess.DEVNULL, stdout=file, stderr=file)
    if status:
        tail = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
        raise BuildError(f"PyInstaller ended with {status}:\n{tail}")
    bundle = dist / facts.NAME
    _finish(bundle)
    return bundle


def _finish(bundle: Path) -> None:
    """Beside the program: the licence and the third parties' notices. The interpreter loses its debugging symbols."""
    shutil.copyfile(facts.ROOT / "LICENSE", bundle / "LICENSE.txt")
    shutil.copyfile(bundle / "lib" / "licences" / "第三方软件.txt", bundle / "第三方软件.txt")
    if sys.platform == "linux":
        for path in idle(libraries(bundle), bundle / "lib"):
            path.unlink()
        for path in (bundle / "lib").rglob("*"):
            if path.is_symlink() and not path.exists():
                path.unlink()
    if sys.platform == "win32":
        drop_encodings(bundle / "lib" / "base_library.zip")
    if strip := shutil.which("strip"):
        for path in [found for pattern in STRIPPED for found in bundle.glob(pattern)]:
            subprocess.call([strip, "--strip-unneeded", str(path)], stderr=subprocess.DEVNULL)
    when = facts.moment()
    for path in [*bundle.rglob("*"), bundle]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
            os.utime(path, (when, when))
