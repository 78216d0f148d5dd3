"""The .deb and the archive on a Debian 12 with nothing installed: put in, opened on a screen, tested, taken out."""

import json
import shutil
import time
from pathlib import Path

from release import facts
from release.check import judged
from release.chroot import Chroot
from release.errors import BuildError
from release.steps import say

USER = "someone"
DESKTOP = ("shared-mime-info", "desktop-file-utils", "libglib2.0-bin")
"""What a desktop has to know files by their names and to open them."""
FILES = {"补充 一.jjpack": "还不能读入内容包", "入门.jjexam": "统考文件"}
# Starts a screen, runs the rest on it as an ordinary user. $1: folder for what comes out.
ON_SCREEN = """
out=$1; shift
exec 3>$out/display
Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp >/dev/null 2>&1 & server=$!
for turn in 1 2 3 4 5 6 7 8 9 10; do [ -s $out/display ] && break; sleep 0.3; done
export DISPLAY=:$(cat $out/display) HOME=/home/someone
setpriv --reuid=someone --regid=someone --init-groups "$@"; status=$?
kill $server; exit $status
"""


def try_release(deb: Path, archive: Path) -> dict[str, object]:
    """What was seen, for the report. Raises BuildError where anything goes wrong."""
    clean = Chroot(facts.BUILD / "chroots/bare", "bookworm")
    clean.ensure([])
    trial = Chroot(facts.BUILD / "chroots/trial", "bookworm")
    shutil.rmtree(trial.folder, ignore_errors=True)
    say("installing in a bare Debian 12 …")
    shutil.copytree(clean.folder, trial.folder, symlinks=True, ignore=shutil.ignore_patterns("dev"))
    (trial.folder / "dev").mkdir()
    trial.run("useradd", "-m", USER)
    before = _files(trial)
    trial.run("apt-get", "-q", "update")
    install = ("apt-get", "-q", "install", "-y", "--no-install-recommends")
    trial.run(*install, "/files/" + deb.name, binds={deb.parent: "/files"})
    needed = trial.run("sh", "-c", "dpkg-query -W -f '${Package}\\n' | wc -l").stdout.strip()
    listed = trial.run("dpkg", "-L", "jingjian").stdout.splitlines()
    seen: dict[str, object] = {"files": sum(name.startswith("/opt/jingjian/") for name in listed)}
    seen |= {"packages in the system": int(needed)}
    trial.run(*install, "xvfb", *DESKTOP)
    seen["self-test offscreen"] = _self_test(trial, "offscreen")
    seen["self-test on X11"] = _self_test(trial, "xcb")
    seen["first start"] = _first_start(trial)
    seen["double click"] = _double_click(trial)
    _remove(trial, before)
    seen["removed"] = "no file of the package is left; the records in the home folder are"
    seen["archive"] = _archive(trial, archive)
    return seen


def _out(trial: Chroot, name: str) -> Path:
    """A folder in the trial that its user may write to."""
    folder = trial.folder / "home" / USER / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    folder.chmod(0o777)
    return folder


def _self_test(trial: Chroot, platform: str, program: str = "/usr/bin/jingjian") -> str:
    out = _out(trial, f"self-test-{platform}")
    inside = f"/home/{USER}/{out.name}"
    env = {"QT_QPA_PLATFORM": platform}
    done = trial.run("sh", "-c", ON_SCREEN, "sh", inside, program, "--self-test", inside, env=env, check=False)
    report = judged(out, done.returncode, done.stdout)
    if report["platform"] != platform:
        raise BuildError(f"the self-test ran on {report['platform']}, not on {platform}")
    parts: dict[str, object] = report["parts"]  # type: ignore[assignment]
    return f"{len(parts)} parts passed"


def _first_start(trial: Chroot, program: str = "/usr/bin/jingjian") -> str:
    """As a person who has just installed it: the first page, no complaint, records in the home folder."""
    out = _out(trial, "first-start")
    inside = f"/home/{USER}/{out.name}"
    began = time.monotonic()
    done = trial.run("sh", "-c", ON_SCREEN, "sh", inside, program, "--watch-start", inside, check=False)
    file = out / "start.json"
    if done.returncode or not file.exists():
        raise BuildError(f"the installed program ended with {done.returncode}:\n{done.stdout[-2000:]}")
    seen = json.loads(file.read_text("utf-8"))
    if (seen["page"], seen["said"]) != ("welcome", []):
        raise BuildError(f"the first start showed {seen}")
    keep = facts.BUILD / "linux" / "first-start.png"
    shutil.copyfile(out / "start.png", keep)
    if not (trial.folder / f"home/{USER}/.local/share/jingjian/unit.db").exists():
        raise BuildError("the records are not where they should be")
    return f"first page, nothing said, closed after {time.monotonic() - began:.0f} s"


def _double_click(trial: Chroot) -> str:
    """As the file manager does it: the desktop is asked to open the file, and looks up what the package has noted."""
    out = _out(trial, "double-click")
    inside = f"/home/{USER}/{out.name}"
    for name in FILES:
        (out / name).write_bytes(b"not a real one")
    # One after the other: the notice of the second takes the place of the first.
    opened = "; ".join(f"gio info -a standard::content-type '{name}'; gio open '{name}'; sleep 3" for name in FILES)
    words = f"cd {inside}; jingjian --watch-start {inside} & "
    words += f"until [ -e ~/.local/share/jingjian/running ]; do sleep 0.3; done; {opened}; wait"
    env = {"JINGJIAN_WATCH_QUIET": "8"}
    done = trial.run("sh", "-c", ON_SCREEN, "sh", inside, "sh", "-c", words, env=env, check=False)
    file = out / "start.json"
    seen = json.loads(file.read_text("utf-8")) if file.exists() else {"said": []}
    for name, said in FILES.items():
        if not any(name in text and said in text for text in seen["said"]):
            raise BuildError(f"{name} did not reach the window: {seen}\n{done.stdout[-2000:]}")
    shutil.copyfile(out / "start.png", facts.BUILD / "linux" / "double-click.png")
    return "a .jjpack and a .jjexam, opened by the desktop, reach the window, which says what they are"


def _remove(trial: Chroot, before: set[str]) -> None:
    trial.run("apt-get", "-q", "purge", "-y", "jingjian")
    left = sorted(name for name in _files(trial) - before if "jingjian" in name)
    records = f"home/{USER}/.local/share/jingjian"
    strangers = [name for name in left if not name.startswith(("var/", f"home/{USER}/"))]
    if strangers or not any(name.startswith(records) for name in left):
        raise BuildError(f"after removing these were left: {strangers}; records kept: {len(left)} files")


def _archive(trial: Chroot, archive: Path) -> str:
    """The other way: unpacked by the user, into the home folder; an upgrade and a removal that keep the records."""
    words = f"cd /home/{USER} && tar xzf /files/{archive.name} && cd jingjian-*/ && ./install.sh && ./install.sh"
    as_user = ("setpriv", f"--reuid={USER}", f"--regid={USER}", "--init-groups", "sh", "-c")
    env = {"HOME": f"/home/{USER}"}
    trial.run(*as_user, words, binds={archive.parent: "/files"}, env=env)
    tested = _self_test(trial, "offscreen", f"/home/{USER}/.local/bin/jingjian")
    trial.run(*as_user, f"cd /home/{USER}/jingjian-*/ && ./uninstall.sh --keep-data", env=env)
    home = trial.folder / "home" / USER
    if (home / ".local/opt/jingjian").exists() or not (home / ".local/share/jingjian/unit.db").exists():
        raise BuildError("uninstall.sh has left the program, or taken the records")
    trial.run(*as_user, f"cd /home/{USER}/jingjian-*/ && ./install.sh && rm -r /home/{USER}/jingjian-*/", env=env)
    trial.run(*as_user, f"sh /home/{USER}/.local/opt/jingjian/uninstall.sh --delete-data", env=env)
    if (home / ".local/share/jingjian").exists():
        raise BuildError("uninstall.sh --delete-data has left the records")
    return f"installed twice (the second is an upgrade), {tested}, removed with and without the records"


def _files(trial: Chroot) -> set[str]:
    root = trial.folder
    return {
        path.relative_to(root).as_posix()
        for top in ("etc", "home", "opt", "usr", "var")
        for path in (root / top).rglob("*")
        if not path.is_dir() or path.is_symlink()
    }
