"""The builds, as dev.py asks for them."""

import os
import sys
import time

from release import facts
from release.bundle import make_bundle
from release.check import self_test, size
from release.elf import floor, libraries
from release.errors import BuildError
from release.limits import hold
from release.steps import say


def main(arguments: list[str]) -> int:
    """Exit status: 0 built and tested, 1 not, 2 wrong arguments."""
    try:
        match arguments:
            case []:
                return _here()
            case ["--linux-release"]:
                return _linux_release()
            case ["--windows"]:
                return _windows_release(twice=False)
            case ["--windows", "--twice"]:
                return _windows_release(twice=True)
            case _:
                print("usage: dev.py build [--linux-release | --windows [--twice]]", file=sys.stderr)
                return 2
    except BuildError as error:
        say(str(error))
        return 1


def _here() -> int:
    """The bundle for this machine and those like it, tried."""
    began = time.monotonic()
    bundle = make_bundle(facts.DIST, facts.BUILD / "bundle")
    built = time.monotonic()
    program = bundle / (f"{facts.NAME}.exe" if os.name == "nt" else facts.NAME)
    self_test(program, facts.BUILD / "self-test")
    hold("bundle", bundle)
    print(f"{program}: {size(bundle) / 1e6:.0f} MB; self-test passed")
    if sys.platform == "linux":
        glibc, libstdcxx = floor(libraries(bundle))
        print(f"runs on glibc {glibc}, GLIBCXX {libstdcxx} and newer; dev.py build --linux-release reaches older ones")
    print(f"built in {built - began:.0f} s, tested in {time.monotonic() - built:.0f} s")
    return 0


def _linux_release() -> int:
    from release.handout import hand_out
    from release.linux_release import linux_release
    from release.linux_trial import try_release
    from release.record import record

    facts_of_build, files = linux_release()
    deb, archive = files
    hand_out(facts.DIST)
    record("linux", facts_of_build | {"trial": try_release(deb, archive)})
    return 0


def _windows_release(twice: bool) -> int:
    from release.handout import hand_out
    from release.record import record
    from release.windows import windows_release

    record("windows", windows_release(twice))
    hand_out(facts.DIST)
    return 0
