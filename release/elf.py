"""What the shared libraries of a Linux bundle want: other libraries, and at least which glibc."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

_SO = re.compile(r"\.so(\.|$)")


@dataclass(frozen=True)
class Library:
    path: Path
    needs: frozenset[str]
    glibc: tuple[int, ...]
    libstdcxx: tuple[int, ...]


def libraries(bundle: Path) -> list[Library]:
    """Every program and shared library of a bundle, once each."""
    files = [path for path in sorted(bundle.rglob("*")) if path.is_file() and not path.is_symlink()]
    return [_examined(path) for path in files if _SO.search(path.name) or (path.parent == bundle and not path.suffix)]


def missing(found: list[Library]) -> dict[str, str]:
    """What must be on the machine: library → one file that wants it."""
    inside = {one.path.name for one in found}
    return {name: one.path.name for one in found for name in sorted(one.needs) if name not in inside}


def idle(found: list[Library], folder: Path) -> list[Path]:
    """Libraries of the system in ``folder`` that came along for something that has been left out since."""
    kept = list(found)
    dropped: list[Path] = []
    while True:
        wanted = {name for one in kept for name in one.needs}
        gone = [one for one in kept if one.path.parent == folder and one.path.name not in wanted]
        gone = [one for one in gone if not one.path.name.startswith("libpython") and ".cpython-" not in one.path.name]
        if not gone:
            return dropped
        dropped += [one.path for one in gone]
        kept = [one for one in kept if one not in gone]


def floor(found: list[Library]) -> tuple[str, str]:
    """(glibc, GLIBCXX) that the machine must have at least."""
    glibc, libstdcxx = max(one.glibc for one in found), max(one.libstdcxx for one in found)
    return ".".join(map(str, glibc)), ".".join(map(str, libstdcxx))


def _examined(path: Path) -> Library:
    said = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, errors="replace").stdout
    return Library(
        path,
        frozenset(re.findall(r"^\s*NEEDED\s+(\S+)", said, re.MULTILINE)),
        _newest(said, "GLIBC"),
        _newest(said, "GLIBCXX"),
    )


def _newest(said: str, name: str) -> tuple[int, ...]:
    wanted = said.partition("Version References:")[2]
    versions = re.findall(rf"\b{name}_(\d+(?:\.\d+)+)", wanted)
    return max((tuple(map(int, one.split("."))) for one in versions), default=(0,))
