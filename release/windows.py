"""The Windows release, built and tried under Wine: docs/release.md says what that proves and what it does not."""

import json
import shutil
from pathlib import Path

from release import facts
from release.check import described, judged, sha256, size
from release.errors import BuildError
from release.limits import hold
from release.pe import check_face, check_linkage
from release.steps import say
from release.wine import WORK, Wine
from release.xwd import keep_best

ICON = facts.ROOT / "resources" / "icons" / "app.ico"
SCRIPT = Path(__file__).parent / "win" / "installer.nsi"
SETUP = f"{facts.NAME}-{facts.VERSION}-windows-x64-setup.exe"
INSTALLED = "C:\\users\\root\\AppData\\Local\\Programs\\Jingjian"
DATA = "C:\\users\\root\\AppData\\Local\\Jingjian"


def windows_release() -> dict[str, object]:
    """Build, test, pack, install, run, remove. What was seen, for the report. Raises BuildError."""
    wine = Wine()
    wine.ensure()
    bundle = _build(wine)
    pe_files = check_linkage(bundle)
    check_face(bundle / f"{facts.NAME}.exe", ICON)
    hold("bundle for Windows", bundle)
    seen: dict[str, object] = {"wine": wine.version(), "bundle MB": round(size(bundle) / 1e6, 1), "PE files": pe_files}
    seen["self-test"] = _self_test(wine, bundle, "offscreen")
    seen["self-test on a screen"] = f"{len(_self_test(wine, bundle, 'windows')['parts'])} parts passed"  # type: ignore[arg-type]
    seen["pictures"] = [_photograph(wine, bundle)]
    setup = make_installer(wine, bundle)
    hold("installer", setup)
    seen["files"] = described([setup])
    seen["trial"] = try_installer(wine, setup)
    print(f"{bundle}: {size(bundle) / 1e6:.0f} MB")
    print(f"{setup}: {setup.stat().st_size / 1e6:.1f} MB, SHA-256 {sha256(setup)}")
    return seen


def _build(wine: Wine) -> Path:
    dist, work = WORK / "dist", WORK / "bundle"
    for folder in (dist, work):
        folder.mkdir(parents=True, exist_ok=True)
    say("building the bundle with Python for Windows …")
    words = "from pathlib import Path; from release.bundle import make_bundle; "
    words += "make_bundle(Path('Z:/dist'), Path('Z:/work'))"
    env = {"SOURCE_DATE_EPOCH": str(facts.moment()), "WINEQT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    wine.python("-c", words, binds={dist: "/dist", work: "/work"}, env=env)
    return dist / facts.NAME


def _folder(name: str) -> Path:
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _self_test(wine: Wine, bundle: Path, platform: str) -> dict[str, object]:
    """The packed program with a window (``windows``, on a screen) or without one."""
    out = _folder(f"self-test-{platform}")
    binds = {bundle.parent: "/dist", out: "/out"}
    program = f"Z:\\dist\\{facts.NAME}\\{facts.NAME}.exe"
    command = (program, "--self-test", "Z:\\out")
    say(f"its self-test, {platform} …")
    if platform == "windows":
        done = wine.show(*command, binds=binds, pictures="/out")
        keep_best(out, WORK / "self-test-windows.png")
    else:
        done = wine.run(*command, binds=binds, env={"WINEQT_QPA_PLATFORM": platform}, check=False)
    report = judged(out, done.returncode, done.stdout)
    if report["platform"] != platform:
        raise BuildError(f"the self-test ran on {report['platform']}, not on {platform}")
    return report


def _photograph(wine: Wine, bundle: Path) -> str:
    """The window as Windows shows it, also when a second start has brought it forward with a file."""
    out = _folder("window")
    (out / "more.jjpack").write_bytes(b"pack")
    program = f"Z:\\dist\\{facts.NAME}\\{facts.NAME}.exe"
    batch = f'@start "" "{program}" --data-dir Z:\\out\\data --watch-start Z:\\out\r\n'
    batch += ":wait\r\n@ping -n 2 127.0.0.1 >nul\r\n@if not exist Z:\\out\\data\\running goto wait\r\n"
    batch += f'@"{program}" --data-dir Z:\\out\\data --open Z:\\out\\more.jjpack\r\n@echo second %ERRORLEVEL%\r\n'
    batch += ":end\r\n@ping -n 2 127.0.0.1 >nul\r\n@if not exist Z:\\out\\start.json goto end\r\n"
    (out / "two.bat").write_bytes(b"@chcp 65001 >nul\r\n" + batch.encode())
    binds = {bundle.parent: "/dist", out: "/out"}
    env = {"JINGJIAN_WATCH_QUIET": "20"}  # the second start may take its time
    done = wine.show("cmd", "/c", "Z:\\out\\two.bat", binds=binds, pictures="/out", env=env)
    file = out / "start.json"
    if not file.exists() or "second 0" not in done.stdout:
        raise BuildError(f"the window did not come, or the second start ended otherwise:\n{done.stdout[-2000:]}")
    seen = json.loads(file.read_text("utf-8"))
    if seen["page"] != "welcome" or not any("还不能导入内容包" in text for text in seen["said"]):
        raise BuildError(f"the second start did not reach the first: {seen}")
    name = "windows-first-start.png"
    (facts.ROOT / "docs" / "screens").mkdir(exist_ok=True)
    keep_best(out, facts.ROOT / "docs" / "screens" / name)
    return name


def make_installer(wine: Wine, bundle: Path) -> Path:
    """With NSIS, which runs here without Wine."""
    say("packing the installer …")
    facts.DIST.mkdir(exist_ok=True)
    numbers = [*facts.VERSION.split("."), "0", "0", "0"][:4]
    defined = {
        "VERSION": facts.VERSION,
        "FOUR": ".".join(numbers),
        "BUNDLE": "/bundle",
        "OUT": f"/out/{SETUP}",
        "ICON": "/src/resources/icons/app.ico",
        "KILOBYTES": str(size(bundle) // 1024),
    }
    options = [f"-D{name}={value}" for name, value in defined.items()]
    command = ["makensis", "-V2", "-INPUTCHARSET", "UTF8", "-XTarget amd64-unicode", *options]
    command.append("/src/release/win/installer.nsi")
    wine.system.run(*command, binds={facts.ROOT: "/src", bundle: "/bundle", facts.DIST: "/out"})
    return facts.DIST / SETUP


def try_installer(wine: Wine, setup: Path) -> dict[str, object]:
    """Silently: in, run, in again over it, out with the records kept, in, out with the records deleted."""
    out = _folder("installed")
    binds = {setup.parent: "/setup", out: "/out"}
    home = wine.system.folder / "wine/drive_c/users/root"
    program, data = home / "AppData/Local/Programs/Jingjian", home / "AppData/Local/Jingjian"
    for old in (program, program.with_name("Jingjian.old"), data):
        shutil.rmtree(old, ignore_errors=True)
    say("installing, running, upgrading, removing …")
    wine.run(f"Z:\\setup\\{SETUP}", "/S", binds=binds)
    link = home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/镜鉴.lnk"
    _expect((program / "jingjian.exe").exists() and link.exists(), "program and menu entry are there")
    opens = wine.run("reg", "query", "HKCU\\Software\\Classes\\Jingjian.Pack\\shell\\open\\command", "/ve", binds=binds)
    _expect("jingjian.exe" in opens.stdout, f"the file type is known: {opens.stdout}")
    started = (f"{INSTALLED}\\jingjian.exe", "--watch-start", "Z:\\out")
    env = {"WINEQT_QPA_PLATFORM": "offscreen"}
    wine.run(*started, binds=binds, env=env)
    seen = json.loads((out / "start.json").read_text("utf-8"))
    _expect((seen["page"], seen["said"]) == ("welcome", []), f"the first start shows the first page: {seen}")
    _expect((data / "unit.db").exists(), "the records are in the account's folder")
    checked = wine.run(f"{INSTALLED}\\jingjian.exe", "check", f"{INSTALLED}\\lib\\content", binds=binds)
    _expect("案例" in checked.stdout, f"the verbs answer: {checked.stdout[:300]}")
    before = sha256(data / "unit.db")
    wine.run(f"Z:\\setup\\{SETUP}", "/S", binds=binds)
    _expect((program.with_name("Jingjian.old") / "jingjian.exe").exists(), "the version before is kept")
    _expect(sha256(data / "unit.db") == before, "an upgrade leaves the records alone")
    _remove(wine, program)
    _expect((data / "unit.db").exists() and not link.exists(), "removed; the records are kept")
    _expect(not program.with_name("Jingjian.old").exists(), "the version before is removed too")
    wine.run(f"Z:\\setup\\{SETUP}", "/S", binds=binds)
    _remove(wine, program, "/DELETEDATA")
    _expect(not data.exists(), "removed with /DELETEDATA: the records are gone")
    return {
        "silent install": "program, menu entry, file type; first start from there; a verb on the command line",
        "silent upgrade": "the version before kept beside it, records untouched",
        "silent removal": "everything gone, records kept; with /DELETEDATA gone too",
    }


def _remove(wine: Wine, program: Path, *options: str) -> None:
    # The uninstaller goes on from a copy of itself; run() waits for that one too.
    wine.run(f"{INSTALLED}\\uninstall.exe", "/S", *options, binds={})
    left = [path.name for path in program.rglob("*")] if program.exists() else []
    _expect(not left, f"nothing is left of the program: {left[:10]}")


def _expect(met: bool, what: str) -> None:
    if not met:
        raise BuildError(f"not so: {what}")


