"""The Windows release, built and tried under Wine: docs/release.md says what that proves and what it does not."""

import shutil
from pathlib import Path

from release import facts
from release.check import described, judged, sha256, size, tree
from release.errors import BuildError
from release.limits import hold
from release.pe import check_face, check_linkage
from release.steps import say
from release.windows_trial import SETUP, folder, try_installer, two_starts
from release.wine import WORK, Wine
from release.xwd import keep_best

ICON = facts.ROOT / "resources" / "icons" / "app.ico"
SCRIPT = Path(__file__).parent / "win" / "installer.nsi"


def windows_release(twice: bool = False) -> dict[str, object]:
    """Build, test, pack, install, run, remove. What was seen, for the report. Raises BuildError.

    ``twice``: build a second time elsewhere, and see that every file is the same.
    """
    wine = Wine()
    wine.ensure()
    bundle = _build(wine, "dist")
    pe_files = check_linkage(bundle)
    check_face(bundle / f"{facts.NAME}.exe", ICON)
    hold("bundle for Windows", bundle)
    seen: dict[str, object] = {"wine": wine.version(), "bundle MB": round(size(bundle) / 1e6, 1), "PE files": pe_files}
    if twice:
        seen["second build"] = _same_again(wine, bundle)
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


def _build(wine: Wine, name: str) -> Path:
    dist, work = WORK / name, WORK / "bundle"
    for made in (dist, work):
        made.mkdir(parents=True, exist_ok=True)
    say("building the bundle with Python for Windows …")
    words = "from pathlib import Path; from release.bundle import make_bundle; "
    words += "make_bundle(Path('Z:/dist'), Path('Z:/work'))"
    env = {"SOURCE_DATE_EPOCH": str(facts.moment()), "WINEQT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    wine.python("-c", words, binds={dist: "/dist", work: "/work"}, env=env)
    return dist / facts.NAME


def _same_again(wine: Wine, bundle: Path) -> str:
    again = _build(wine, "again")
    first, second = tree(bundle), tree(again)
    differing = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    if differing:
        raise BuildError(f"{len(differing)} files differ between two builds (build/windows): {differing[:20]}")
    shutil.rmtree(again.parent)
    return f"the same to the byte, {len(first)} files"


def _self_test(wine: Wine, bundle: Path, platform: str) -> dict[str, object]:
    """The packed program with a window (``windows``, on a screen) or without one."""
    out = folder(f"self-test-{platform}")
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
    out = folder("window")
    (out / "more.jjpack").write_bytes(b"pack")
    program = f'"Z:\\dist\\{facts.NAME}\\{facts.NAME}.exe" --data-dir Z:\\out\\data'
    second = f"@{program} --open Z:\\out\\more.jjpack"
    seen = two_starts(wine, {bundle.parent: "/dist"}, out, program, second, "Z:\\out\\data")
    if seen["page"] != "welcome" or not any("还不能读入内容包" in text for text in seen["said"]):
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
