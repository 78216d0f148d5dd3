#!/usr/bin/env python3
"""Runs, tests and checks Jingjian from a fresh checkout: `python3 dev.py VERB` (Windows: `py dev.py VERB`).

Every verb first makes what it needs: the system libraries of Qt (Debian, Ubuntu) and a virtual environment
in .venv/ with exactly the packages of requirements.lock. Paths in arguments start from the project folder.
Exit status: that of the program; 2 for an unknown verb; 3 when something must be installed by hand.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WINDOWS = os.name == "nt"
UV = "uv==0.13.9"  # compiles the lock; not needed to install from it

# What Qt loads from the system, and the Debian package of each: the offscreen platform, X11, sound and video.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libpulse.so.0": "libpulse0",
    "libXrandr.so.2": "libxrandr2",
}
if sys.version_info >= (3, 14):  # newer Python, newer Qt
    LIBRARIES["libxcb-util.so.1"] = "libxcb-util1"


# The tests in runs of about equal length; the first is the core's, where Qt is refused. The last one is watched.
BESIDE = ("tests/gui/presenter", "tests/gui/rectify", "tests/gui/unit_exam")
TEST_RUNS = (
    ("-c", "tests/unit/pytest.ini", "tests/unit"),
    ("-p", "no:cacheprovider", *BESIDE),
    ("--ignore=tests/unit", *(f"--ignore={folder}" for folder in BESIDE)),
)


class SetUpError(Exception):
    """Set-up cannot go on; the text says what to do by hand."""


def say(text: str) -> None:
    print(f"dev: {text}", file=sys.stderr, flush=True)


def call(*command: str | Path, env: dict[str, str]) -> int:
    """Run and wait. Death by a signal is 128 + its number, as in a shell."""
    status = subprocess.call([str(part) for part in command], env=env)
    return 128 - status if status < 0 else status


def set_up(*command: str | Path, env: dict[str, str]) -> int:
    """Like call, for the commands of the set-up: all their talk goes to stderr."""
    return subprocess.call([str(part) for part in command], env=env, stdout=sys.stderr)


# ---- the system ----------------------------------------------------------------------------------------------


def libraries_in(listing: str, machine: str) -> set[str]:
    """The names in the output of `ldconfig -p` that a program of this machine can load."""
    kind = {"x86_64": "x86-64", "aarch64": "AArch64"}.get(machine, "")
    lines = [line for line in listing.splitlines() if " => " in line]
    return {line.split()[0] for line in lines if kind in line.partition("(")[2].partition(")")[0]}


def missing_packages() -> list[str]:
    """Debian packages to install before Qt can start and a virtual environment can be made."""
    if not sys.platform.startswith("linux"):
        return []
    invalidate_caches()
    missing = [] if find_spec("ensurepip") else ["python{}.{}-venv".format(*sys.version_info)]
    ldconfig = shutil.which("ldconfig", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if ldconfig is None:  # not a system of the usual kind: Qt itself must say what it lacks
        return missing
    listing = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, errors="replace").stdout
    found = libraries_in(listing, platform.machine())
    return missing + [package for name, package in LIBRARIES.items() if name not in found]


def missing_build_tools() -> list[str]:
    """What packing needs besides: objdump, and Python itself as a shared library."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [] if shutil.which("objdump") else ["binutils"]
    library = "libpython{}.{}.so.1.0".format(*sys.version_info)
    cached = Path("/etc/ld.so.cache")
    known = cached.exists() and library.encode() in cached.read_bytes()
    if not (sysconfig.get_config_var("Py_ENABLE_SHARED") or known):
        missing.append("libpython{}.{}".format(*sys.version_info))
    return missing


def libraries_look_present() -> bool:
    """A glance that costs a millisecond: are all names in the loader's cache?"""
    if not sys.platform.startswith("linux"):
        return True
    try:
        cache = Path("/etc/ld.so.cache").read_bytes()
    except OSError:
        return False
    return all(name.encode() + b"\0" in cache for name in LIBRARIES)


def install_packages(packages: list[str]) -> None:
    """With apt-get if we may; otherwise say how, and stop."""
    if shutil.which("apt-get") is None:
        raise SetUpError(
            "these system packages (Debian's names) are missing: " + " ".join(packages) + "\n"
            "缺少以上系统软件包,请用本机的软件包管理器安装后重试。"
        )
    if os.geteuid() != 0:
        raise SetUpError(
            "system packages are missing. Run the next line, then the same command again:\n"
            "缺少系统软件包,请先执行下面一行命令(需要管理员密码),再重新运行:\n"
            "sudo apt-get install --no-install-recommends " + " ".join(packages)
        )
    say("installing system packages: " + " ".join(packages))
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ("apt-get", "-o", "DPkg::Lock::Timeout=300")
    for pause in (5, 20, 60, 0):  # apt waits for dpkg's lock, but not for that of the package lists
        set_up(*apt, "update", "-q", env=env)
        set_up(*apt, "install", "-y", "-q", "--no-install-recommends", *packages, env=env)
        if not missing_packages():
            return
        time.sleep(pause)
    raise SetUpError("apt-get could not install them (see above). 系统软件包安装失败,原因见上。")


# ---- the virtual environment ---------------------------------------------------------------------------------


def environment_key(lock: bytes) -> str:
    """Another lock, Python or machine is another environment."""
    about = f"{sys.version}|{sys.base_prefix}|{sys.platform}|{platform.machine()}|"
    return hashlib.sha256(about.encode() + lock.replace(b"\r\n", b"\n")).hexdigest()[:16]


def python_in(folder: Path) -> Path:
    return folder / "Scripts" / "python.exe" if WINDOWS else folder / "bin" / "python"


@contextlib.contextmanager
def only_one(file: Path):
    """Two commands started together must not build the same environment: the second waits."""
    file.parent.mkdir(exist_ok=True)
    with file.open("a") as held:
        if WINDOWS:
            import msvcrt

            while True:
                with contextlib.suppress(OSError):
                    msvcrt.locking(held.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX)
        yield  # closing the file gives the lock back, and so does dying


def build_environment(folder: Path) -> None:
    say(f"making {folder.relative_to(ROOT)} (the first time this downloads about 300 MB) …")
    for old in folder.parent.iterdir():
        if old.is_dir() and len(old.name) == len(folder.name):
            shutil.rmtree(old, ignore_errors=True)
    python, talk = python_in(folder), [] if sys.stderr.isatty() else ["-q"]
    install = ("-m", "pip", "install", "--no-input", "--disable-pip-version-check", *talk, "--require-hashes")
    steps = (
        (sys.executable, "-m", "venv", "--clear", folder),
        (python, *install, "--only-binary", ":all:", "-r", ROOT / "requirements.lock"),
    )
    for step in steps:
        if set_up(*step, env=program_env()) != 0:
            raise SetUpError("set-up failed (see above); run the same command to try again. 环境准备失败,可重新运行。")
    (folder / "finished").touch()  # last of all: without it the next start begins again


def prepare() -> Path:
    """The Python to run the program with, everything it needs being there. Some 10 ms when nothing is to do."""
    folder = ROOT / ".venv" / environment_key((ROOT / "requirements.lock").read_bytes())
    ready = folder / "finished"
    if not ready.exists() or not libraries_look_present():
        with only_one(ROOT / ".venv" / "lock"):
            if packages := missing_packages():
                install_packages(packages)
            if not ready.exists():
                build_environment(folder)
    return python_in(folder)


# ---- the verbs -----------------------------------------------------------------------------------------------


def has_display() -> bool:
    chosen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in chosen)


def program_env(offscreen: bool = False) -> dict[str, str]:
    env = {**os.environ, "PYTHONUTF8": "1"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # without .pyc files every start would be a slow one
    if offscreen or not has_display():
        env["QT_QPA_PLATFORM"] = "offscreen"
    return env


def run(arguments: list[str]) -> int:
    """run [ARGUMENTS]     start the program; arguments go to it (run --help lists its own verbs)"""
    if not arguments and not has_display():
        say("no display here, so no window: playing the product's tour offscreen and taking pictures instead")
        say("当前没有图形显示环境,无法打开窗口:改为离屏演示,并把各页面截图保存下来。")
        return tour([])
    command = [str(prepare()), "-m", "app", *arguments]
    if WINDOWS:
        return call(*command, env=program_env())
    os.execve(command[0], command, program_env())


def tour(arguments: list[str]) -> int:
    """tour [FOLDER]       play the product through its own windows, pictures into FOLDER (build/tour)"""
    folder = ROOT / "build" / "tour"
    if not arguments:
        folder.mkdir(parents=True, exist_ok=True)
    status = call(prepare(), "-m", "app", "tour", *(arguments or [folder]), env=program_env(offscreen=True))
    if status == 0 and not arguments:
        print(f"pictures (截图): {folder}", flush=True)
    return status


def guide(arguments: list[str]) -> int:
    """guide [FOLDER]      the pictures of docs/user-guide anew, from a tour (or from the one in FOLDER), and its PDF"""
    python, env = prepare(), program_env(offscreen=True)
    folder = Path(arguments[0]) if arguments else ROOT / "build" / "tour"
    if not arguments and (status := tour([str(folder)])):
        return status
    work = (
        "import sys; from pathlib import Path; from app.ui.tour.guide_pictures import make_pictures; "
        "made = make_pictures(Path(sys.argv[1]), Path('docs/user-guide/pictures')); "
        "print(f'{len(made)} pictures, {sum(file.stat().st_size for file in made) // 1024} KB')"
    )
    return call(python, "-c", work, folder, env=env) or call(
        python, "-m", "app", "guide", ROOT / "build" / "user-guide.pdf", env=env
    )


def test(arguments: list[str]) -> int:
    """test [ARGUMENTS]    all tests, the core's with Qt refused; with arguments one plain pytest run"""
    pytest = (prepare(), "-m", "pytest")
    env = program_env(offscreen=True)
    if arguments:
        return call(*pytest, *arguments, env=env)
    *beside, rest = ([str(part) for part in (*pytest, *run)] for run in TEST_RUNS)
    # Two cores: the runs go on at once. What those beside say is kept until the others are over: neither is torn.
    with contextlib.ExitStack() as kept, ThreadPoolExecutor(len(beside)) as running:
        told = [kept.enter_context(tempfile.TemporaryFile()) for _ in beside]
        started = [
            running.submit(subprocess.call, run, env=env, stdout=file, stderr=file)
            for run, file in zip(beside, told, strict=True)
        ]
        states = [call(*rest, env=env), *(run.result() for run in started)]
        for file in told:
            file.seek(0)
            print(file.read().decode(errors="replace"), flush=True)
    failed = next((state for state in states if state != 0), 0)
    if failed:
        say("at least one of the runs above FAILED")
    return 128 - failed if failed < 0 else failed


def test_crash(arguments: list[str]) -> int:
    """test-crash [ARGS]   the tests that kill the program, fill its disk or cut its power"""
    command = ("-m", "pytest", "-m", "crash", *(arguments or ["tests/crash"]))
    return call(prepare(), *command, env=program_env(offscreen=True))


def soak(arguments: list[str]) -> int:
    """soak [TURNS]        two hours of a session in minutes: 7,200 turned pages with votes; memory must not grow"""
    return call(prepare(), "-m", "tests.soak.turning", *arguments, env=program_env(offscreen=True))


def fuzz(arguments: list[str]) -> int:
    """fuzz [MINUTES]      spoilt files for every reader of foreign bytes: taken whole or refused in words"""
    return call(prepare(), "-m", "tests.fuzz", *arguments, env=program_env(offscreen=True))


def build(arguments: list[str]) -> int:
    """build [KIND]        the packed program for this system; --linux-release and --windows make what is handed out"""
    python = prepare()
    if packages := missing_build_tools():
        install_packages(packages)
    return call(python, "-m", "release", *arguments, env=program_env(offscreen=True))


def test_build(arguments: list[str]) -> int:
    """test-build [ARGS]   the tests of the packed program that `build` has made: faults at its start, a second start"""
    command = ("-m", "pytest", "-m", "build", *(arguments or ["tests/release"]))
    return call(prepare(), *command, env=program_env(offscreen=True))


def check(arguments: list[str]) -> int:
    """check [ARGUMENTS]   ruff (arguments go to it: --fix), mypy and the import contracts"""
    python, env = prepare(), program_env()
    contracts = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))"
    tools = (("-m", "ruff", "check", *arguments), ("-m", "mypy"), ("-c", contracts))
    return max([call(python, *tool, env=env) for tool in tools])


def bench(arguments: list[str]) -> int:
    """bench [ARGUMENTS]   measure what benchmarks/ measures"""
    return call(prepare(), "-m", "benchmarks", *arguments, env=program_env())


def lock(arguments: list[str]) -> int:
    """lock [ARGUMENTS]    compile requirements.lock from pyproject.toml again (lock --upgrade: newest versions)"""
    tool, env = ROOT / ".venv" / UV.replace("==", "-"), program_env()
    uv = python_in(tool)
    if set_up(sys.executable, "-m", "venv", tool, env=env) or set_up(uv, "-m", "pip", "install", "-q", UV, env=env):
        raise SetUpError(f"could not install {UV} (see above)")
    compiling = ("-m", "uv", "pip", "compile", "-q", "--universal", "--python-version", "3.11", "--extra", "dev")
    written = ("--generate-hashes", "--no-header", "--no-annotate", "-o", "requirements.lock")
    return set_up(uv, *compiling, *written, *arguments, "pyproject.toml", env=env)


def protect(arguments: list[str]) -> int:
    """protect FILES       keep the fingerprints of texts that no content may copy from (the texts are not kept)"""
    work = (
        "import sys; from pathlib import Path; from app.packs.checks.copied_text import protect; "
        "protect(Path(name).read_text(encoding='utf-8') for name in sys.argv[1:])"
    )
    return call(prepare(), "-c", work, *arguments, env=program_env())


def show_help(arguments: list[str]) -> int:
    """help                this list"""
    print("python3 dev.py VERB (Windows: py dev.py VERB); the first start sets everything up\n")
    for verb in VERBS.values():
        print("  " + (verb.__doc__ or ""))
    return 0


VERBS = {
    "run": run,
    "test": test,
    "check": check,
    "test-crash": test_crash,
    "fuzz": fuzz,
    "soak": soak,
    "tour": tour,
    "guide": guide,
    "build": build,
    "test-build": test_build,
    "bench": bench,
    "lock": lock,
    "protect": protect,
    "help": show_help,
}


def main(arguments: list[str]) -> int:
    verb, *rest = arguments or ["help"]
    verb = "help" if verb in ("-h", "--help") else verb
    if verb not in VERBS:
        say(f"no verb {verb!r}; there are: {', '.join(VERBS)}")
        return 2
    os.chdir(ROOT)
    try:
        return VERBS[verb](rest)
    except SetUpError as error:
        say(str(error))
        return 3
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 (this is the line that says so)
        sys.exit("dev: Python 3.11 or newer is needed. 需要 Python 3.11 或更高版本。")
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:]))
