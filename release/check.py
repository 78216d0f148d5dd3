"""A bundle looked at and tried: its own self-test, in an environment that knows nothing of this checkout."""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from release.errors import BuildError
from release.steps import say

PATIENCE = 300.0


def size(folder: Path) -> int:
    """Bytes of all files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def tree(folder: Path) -> dict[str, str]:
    """Name → SHA-256 of the content, or where a link points: two builds are alike when these are."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"→ {os.readlink(path)}"
        elif path.is_file():
            found[name] = sha256(path) + (" x" if os.access(path, os.X_OK) else "")
    return found


def sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def described(files: list[Path]) -> list[dict[str, object]]:
    """Name, size and fingerprint of what is handed out."""
    return [{"name": one.name, "MB": round(one.stat().st_size / 1e6, 1), "SHA-256": sha256(one)} for one in files]


def bare_environment(home: Path) -> dict[str, str]:
    """As on a PC where no Python is, and with no display."""
    if os.name == "nt":  # nothing starts there without the system's own variables
        return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return {"PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


def self_test(program: Path, out: Path) -> dict[str, object]:
    """Run `--self-test`; its report. Raises BuildError where a part fails, or where none is written."""
    shutil.rmtree(out, ignore_errors=True)
    with tempfile.TemporaryDirectory() as home:
        command = [str(program), "--self-test", str(out)]
        done = subprocess.run(
            command,
            cwd=home,
            env=bare_environment(Path(home)),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PATIENCE,
        )
    return judged(out, done.returncode, done.stdout + done.stderr)


def judged(out: Path, status: int, said: str) -> dict[str, object]:
    """The report that a self-test has left. Raises BuildError unless all went well."""
    file = out / "self-test.json"
    if not file.exists():
        tail = "\n".join(said.splitlines()[-15:])
        raise BuildError(f"the self-test ended with {status} and wrote no report:\n{tail}")
    report: dict[str, object] = json.loads(file.read_text("utf-8"))
    parts: dict[str, dict[str, object]] = report["parts"]  # type: ignore[assignment]
    for name, part in parts.items():
        say(f"self-test: {'passed' if part['passed'] else 'FAILED'}  {name}: {part['words']}")
    if status or not report["passed"]:
        raise BuildError(f"the self-test of the bundle has failed (status {status}); pictures and report: {out}")
    if not report["frozen"]:
        raise BuildError("the self-test ran from source, not from the bundle")
    return report
