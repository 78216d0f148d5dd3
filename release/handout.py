"""What is handed out with the packages: how to install them, and by what to tell that they are the right ones."""

import shutil
from pathlib import Path

from release import facts
from release.check import sha256

PACKAGES = ".deb", ".tar.gz", "-setup.exe"
ADMINISTRATORS = facts.ROOT / "docs" / "administrators.md"


def hand_out(dist: Path) -> None:
    """Write 给管理员.txt and SHA256SUMS.txt (as sha256sum reads it) for all packages that are in ``dist`` now."""
    files = sorted(path for path in dist.iterdir() if path.name.endswith(PACKAGES))
    sums = "".join(f"{sha256(path)}  {path.name}\n" for path in files)
    (dist / "SHA256SUMS.txt").write_text(sums, "utf-8")
    shutil.copyfile(ADMINISTRATORS, dist / "给管理员.txt")
