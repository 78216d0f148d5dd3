"""requirements.lock read for one target: which packages it wants there, with their hashes."""

from collections.abc import Iterator
from dataclasses import dataclass

WINDOWS = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"}
LINUX = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"}
PYTHON = {"python_version": "3.11", "python_full_version": "3.11.9", "implementation_name": "cpython"}
PYTHON |= {"platform_python_implementation": "CPython"}


@dataclass(frozen=True)
class Pin:
    """One package of the lock; ``marker`` is empty where it is wanted everywhere."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    def line(self) -> str:
        """As a requirement without its marker, for an installer that runs elsewhere than on the target."""
        return f"{self.name}=={self.version} " + " ".join(f"--hash={one}" for one in self.hashes)


def pins(text: str) -> Iterator[Pin]:
    """Every package of a lock as `uv pip compile --generate-hashes` writes it."""
    for entry in text.replace("\\\n", " ").splitlines():
        if not entry.strip() or entry.lstrip().startswith("#"):
            continue
        before, *hashes = entry.split("--hash=")
        requirement, _, marker = before.partition(";")
        name, _, version = requirement.strip().partition("==")
        yield Pin(name, version, marker.strip(), tuple(one.strip() for one in hashes))


def for_target(text: str, target: dict[str, str]) -> list[Pin]:
    """The packages that the target (WINDOWS, LINUX) wants. pip by itself would ask the machine it runs on."""
    from packaging.markers import Marker

    return [one for one in pins(text) if not one.marker or Marker(one.marker).evaluate({**PYTHON, **target})]


def here(text: str) -> list[Pin]:
    """The packages that this machine wants."""
    from packaging.markers import Marker

    return [one for one in pins(text) if not one.marker or Marker(one.marker).evaluate()]
