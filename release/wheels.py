"""The packages of the lock for another system, put into a folder by this one. Every file's hash is checked by pip."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from release import facts
from release.errors import BuildError
from release.lock import for_target
from release.steps import say

LINUX_TAGS = ("manylinux1", "manylinux2010", "manylinux2014", *(f"manylinux_2_{number}" for number in range(5, 29)))
NOT_FOR_A_BUILD = ("apsw", "hypothesis", "mypy", "pytest", "pytest-qt", "ruff", "types-")


def put_packages(folder: Path, target: dict[str, str], platforms: tuple[str, ...]) -> None:
    """``platforms``: the tags of wheels that run there. Nothing is done where the folder is that of the same lock."""
    lock = facts.LOCK.read_text("utf-8")
    key = hashlib.sha256((lock + repr(platforms)).encode()).hexdigest()
    done = folder / ".lock"
    if done.exists() and done.read_text() == key:
        return
    say(f"the packages of the lock for {target['platform_system']} …")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    wanted = [one for one in for_target(lock, target) if not one.name.startswith(NOT_FOR_A_BUILD)]
    listed = folder.with_suffix(".txt")
    listed.write_text("\n".join(one.line() for one in wanted) + "\n")
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-input", "--disable-pip-version-check", "--no-deps"]
    command += ["--require-hashes", "--only-binary", ":all:", "--python-version", "3.11", "--implementation", "cp"]
    for abi in ("cp311", "abi3", "none"):
        command += ["--abi", abi]
    for platform in platforms:
        command += ["--platform", platform]
    status = subprocess.call([*command, "--target", str(folder), "-r", str(listed)], stdin=subprocess.DEVNULL)
    if status:
        raise BuildError("pip could not put the packages there (see above)")
    done.write_text(key)


def linux_tags() -> tuple[str, ...]:
    return tuple(f"{name}_x86_64" for name in reversed(LINUX_TAGS))
