"""The rules of docs/architecture.md that a machine can hold, as tests."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MODULE = 320
NAMES_THAT_SAY_NOTHING = {"util", "utils", "helper", "helpers", "manager", "handler", "common", "misc"}
# In pieces, so that this file does not hold what it looks for.
INDEX_ADDRESSES = ("index" + "-url", "find" + "-links", '"resolved": ' + '"http', "python" + "hosted.org")
NOT_OURS = {".git", ".venv", ".hypothesis", "build", "dist", "__pycache__"}


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def files_of_the_project() -> list[Path]:
    """What git tracks or would track; where git cannot say, everything but what the tools leave behind."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
        names = [os.fsdecode(name) for name in listing.split(b"\0") if name]
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"git does not list the files ({error}): walking through the folders")
        names = list(walk())
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def walk() -> Iterator[str]:
    for folder, inner, files in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in NOT_OURS and not name.endswith("_cache")]
        for file in files:
            yield str(Path(folder, file).relative_to(ROOT))


def texts() -> Iterator[tuple[Path, str]]:
    for file in files_of_the_project():
        content = file.read_bytes()
        if b"\0" not in content:
            yield file, content.decode("utf-8", "replace")


def machine_paths() -> re.Pattern[str]:
    """This checkout, the folder around it and the home folder; not those that are the same on every machine."""
    shared = {Path(path) for path in ("/", "/home", "/tmp", "/var/tmp", "/usr", "/opt", "/srv", "/mnt", "/media")}
    shared |= {Path(ROOT.anchor), Path(ROOT.anchor) / "Users"}
    folders = {ROOT, ROOT.parent, Path.home()} - shared
    spellings = {text for folder in folders for text in (str(folder), folder.as_posix())}
    spellings |= {text.replace("\\", "\\\\") for text in spellings}
    return re.compile(r"(?<![\w.~-])(" + "|".join(map(re.escape, sorted(spellings))) + r")[/\\]")


def test_import_contracts_hold(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(cache_dir=None, no_cache=True, no_logo=True) == 0


def test_no_module_is_long():
    lengths = {name_of(file): len(file.read_text("utf-8").splitlines()) for file in modules("app")}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_only_the_theme_styles_widgets():
    styling = [file for file in modules("app") if "setStyleSheet" in file.read_text("utf-8")]
    assert [name_of(file) for file in styling if not file.match("app/ui/kit/theme*.py")] == []


def test_names_say_something():
    named = {file for folder in ("app", "tests", "benchmarks") for file in modules(folder)}
    words = {file: set("_".join(file.relative_to(ROOT).with_suffix("").parts).split("_")) for file in named}
    assert sorted(name_of(file) for file, of_file in words.items() if of_file & NAMES_THAT_SAY_NOTHING) == []


def test_no_file_holds_a_path_of_this_machine():
    pattern = machine_paths()
    assert [(name_of(file), found[1]) for file, text in texts() if (found := pattern.search(text))] == []


def test_no_file_holds_the_address_of_a_package_index():
    found = [(name_of(file), address) for file, text in texts() for address in INDEX_ADDRESSES if address in text]
    assert found == []


def test_without_git_the_folders_are_walked_and_it_is_said(monkeypatch, capsys):
    def no_git(*args, **options):
        raise FileNotFoundError("git")

    monkeypatch.setattr(subprocess, "run", no_git)
    names = {name_of(file) for file in files_of_the_project()}
    assert "git does not list the files" in capsys.readouterr().out
    assert {"dev.py", "requirements.lock", ".ci/run", "tests/test_architecture.py"} <= names
    assert not any(name.startswith((".venv/", ".git/")) for name in names)


def test_a_path_of_this_machine_would_be_found():
    inside = machine_paths()
    assert inside.search(f"open('{ROOT}/content')")
    assert inside.search(f"file://{ROOT.as_posix()}/content")
    assert not inside.search(f"see example.org{ROOT.as_posix()}/content")
