"""A Debian of another age or kind in a folder under build/: debootstrap makes it, apt checks every package's hash."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from release.errors import BuildError
from release.steps import say

HOST_SOURCES = (Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt/sources.list.d").glob("*")))
# $1: the folder; the mounts live in a namespace of their own and go with it.
ENTER = """
set -e
root=$1; shift
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t sysfs sysfs "$root/sys" 2>/dev/null || true
mount -t tmpfs tmpfs "$root/tmp"
while [ "$1" != -- ]; do mkdir -p "$root$2"; mount --bind "$1" "$root$2"; shift 2; done; shift
exec chroot "$root" "$@"
"""


def mirror() -> str:
    """Where this machine gets its own Debian packages from. Raises BuildError where that cannot be seen."""
    for file in HOST_SOURCES:
        if not file.is_file():
            continue
        text = "\n".join(line for line in file.read_text("utf-8", "replace").splitlines() if line[:1] != "#")
        found = re.search(r"^(?:URIs:|deb(?: \[[^]]*\])?)\s+(\S+/debian/?)(?:\s|$)", text, re.MULTILINE)
        if found:
            return found[1]
    raise BuildError("no Debian mirror in this machine's apt sources: the release is built on Debian")


class Chroot:
    """Commands run as root inside, with a clean environment and a /tmp of their own."""

    def __init__(self, folder: Path, suite: str) -> None:
        self.folder, self.suite = folder, suite

    def ensure(self, packages: Sequence[str], source: bool = False) -> None:
        """Make it, unless it is there, and install what it lacks. ``source`` adds the sources' list."""
        self._bootstrap()
        listed = self.folder / "var/lib/jingjian-packages"
        have = set(listed.read_text().split()) if listed.exists() else set()
        wanted = [name for name in packages if name not in have]
        if (source and self._add_sources()) or wanted:
            self.run("apt-get", "-q", "update")
        if wanted:
            say(f"{self.suite}: installing {' '.join(wanted)}")
            self.run("apt-get", "-q", "install", "-y", "--no-install-recommends", *wanted)
            listed.write_text("\n".join(sorted(have | set(wanted))))

    def run(
        self,
        *command: str,
        binds: Mapping[Path, str] | None = None,
        env: Mapping[str, str] | None = None,
        check: bool = True,
    ) -> subprocess.CompletedProcess[str]:
        """stdout and stderr together are captured. ``binds``: folder outside → folder inside.

        Raises BuildError with the last lines where the command fails and ``check`` is set.
        """
        around = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": "/root", **(env or {})}
        around["DEBIAN_FRONTEND"] = "noninteractive"
        mounts = [part for outside, inside in (binds or {}).items() for part in (str(outside), inside)]
        variables = [f"{name}={value}" for name, value in around.items()]
        line = ["unshare", "--mount", "--propagation", "private", "sh", "-c", ENTER, "sh", str(self.folder)]
        line += [*mounts, "--", "env", "-i", *variables, *command]
        pipe, join = subprocess.PIPE, subprocess.STDOUT
        done = subprocess.run(line, stdin=subprocess.DEVNULL, stdout=pipe, stderr=join, text=True, errors="replace")
        if check and done.returncode:
            tail = "\n".join(done.stdout.splitlines()[-25:])
            what = " ".join(command)[:200]
            raise BuildError(f"in the {self.suite} system {what} ended with {done.returncode}:\n{tail}")
        return done

    def _bootstrap(self) -> None:
        ready = self.folder / "var/lib/jingjian-ready"
        if ready.exists():
            return
        if os.geteuid() != 0 or shutil.which("debootstrap", path="/usr/sbin:/usr/bin:/sbin") is None:
            raise BuildError("this needs root and the package debootstrap (apt-get install debootstrap)")
        say(f"making a {self.suite} system in {self.folder.name} …")
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        command = ["debootstrap", "--variant=minbase", self.suite, str(self.folder), mirror()]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
        if done.returncode:
            raise BuildError("debootstrap failed:\n" + "\n".join(done.stdout.splitlines()[-10:]))
        shutil.copyfile("/etc/resolv.conf", self.folder / "etc/resolv.conf")
        ready.touch()

    def _add_sources(self) -> bool:
        file = self.folder / "etc/apt/sources.list.d/sources.list"
        if file.exists():
            return False
        file.write_text(f"deb-src {mirror()} {self.suite} main\n")
        return True
