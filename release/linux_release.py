"""The Linux release: built in a Debian 11 folder for the lowest glibc, then tried in a bare Debian 12 one."""

import gzip
import hashlib
import shutil
import subprocess
import tarfile
from pathlib import Path

from release import facts
from release.check import described, judged, sha256, size
from release.chroot import Chroot, mirror
from release.elf import floor, libraries, missing
from release.errors import BuildError
from release.limits import hold
from release.lock import LINUX
from release.packages import depends
from release.steps import say
from release.wheels import linux_tags, put_packages

WORK = facts.BUILD / "linux"
CHROOTS = facts.BUILD / "chroots"
TEMPLATES = Path(__file__).parent / "linux"
PYTHON = "/opt/python"
COMPILER = (
    "build-essential libffi-dev zlib1g-dev libbz2-dev liblzma-dev libssl-dev uuid-dev tcl binutils ca-certificates"
).split()
QT = (
    "libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libxcb-cursor0 libxkbcommon-x11-0"
    " libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-sync1"
    " libxcb-xfixes0 libxcb-xkb1 libpulse0 libxrandr2 libcups2"
).split()
ICON = facts.ROOT / "resources" / "icons" / "app.png"


def linux_release() -> tuple[dict[str, object], list[Path]]:
    """Build, test and pack. Returns what is to be recorded, and the .deb and the .tar.gz. Raises BuildError."""
    old = Chroot(CHROOTS / "oldest", "bullseye")
    old.ensure([*COMPILER, *QT])
    _build_python(old)
    put_packages(WORK / "packages", LINUX, linux_tags())
    bundle, report = _build(old)
    found = libraries(bundle)
    glibc, libstdcxx = floor(found)
    wants = depends(missing(found), glibc)
    files = [make_deb(bundle, wants), make_archive(bundle)]
    hold("bundle", bundle)
    hold("deb", files[0])
    print(f"{bundle}: {size(bundle) / 1e6:.0f} MB, runs on glibc {glibc}, GLIBCXX {libstdcxx} and newer")
    for file in files:
        print(f"{file}: {file.stat().st_size / 1e6:.1f} MB, SHA-256 {sha256(file)}")
    seen = {"bundle MB": round(size(bundle) / 1e6, 1), "glibc": glibc, "GLIBCXX": libstdcxx, "depends": wants}
    return seen | {"self-test": report, "files": described(files)}, files


def _build_python(old: Chroot) -> None:
    """CPython and SQLite from Debian 12's sources, once for the same instructions."""
    texts = [TEMPLATES / "build_python.sh", TEMPLATES / "glibc228.h"]
    key = hashlib.sha256(b"".join(text.read_bytes() for text in texts)).hexdigest()
    done = old.folder / "opt/python/.key"
    if done.exists() and done.read_text() == key:
        return
    say("building CPython and SQLite for old systems (some minutes) …")
    sources = old.folder / "etc/apt/sources.list.d/newer-sources.list"
    sources.write_text(f"deb-src {mirror()} bookworm main\n")
    old.run("apt-get", "-q", "update")
    command = ("sh", "/release/build_python.sh", PYTHON, "/release", "/var/tmp/python")
    old.run(*command, binds={TEMPLATES: "/release"})
    done.write_text(key)


def _build(old: Chroot) -> tuple[Path, dict[str, object]]:
    dist, work = WORK / "dist", WORK / "bundle"
    for folder in (dist, work):
        folder.mkdir(parents=True, exist_ok=True)
    say("building the bundle in the old system …")
    env = {
        "PYTHONPATH": "/packages:/src",
        "SOURCE_DATE_EPOCH": str(facts.moment()),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    binds = {facts.ROOT: "/src", WORK / "packages": "/packages", dist: "/dist", work: "/work"}
    words = "from pathlib import Path; from release.bundle import make_bundle; "
    words += "make_bundle(Path('/dist'), Path('/work'), leave_desktop=True)"
    old.run(f"{PYTHON}/bin/python3.11", "-c", words, binds=binds, env=env)
    out = WORK / "self-test-oldest"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    say("its self-test in the old system …")
    done = old.run(
        "/dist/jingjian/jingjian", "--self-test", "/out", binds={dist: "/dist", out: "/out"},
        env={"QT_QPA_PLATFORM": "offscreen"}, check=False,
    )  # fmt: skip
    return dist / facts.NAME, judged(out, done.returncode, done.stdout)


def make_deb(bundle: Path, wants: str) -> Path:
    """Menu, icon and file type are taken up by dpkg's triggers; the one script of its own keeps an open program."""
    root = WORK / "deb"
    shutil.rmtree(root, ignore_errors=True)
    share = root / "usr/share"
    shutil.copytree(bundle, root / "opt/jingjian", symlinks=True)
    for source, target, mode in (
        (TEMPLATES / "launcher.sh", root / "usr/bin/jingjian", 0o755),
        (TEMPLATES / "running.sh", root / "opt/jingjian/running.sh", 0o755),
        (TEMPLATES / "prerm", root / "DEBIAN/prerm", 0o755),
        (TEMPLATES / "jingjian.desktop", share / "applications/jingjian.desktop", 0o644),
        (TEMPLATES / "jingjian.xml", share / "mime/packages/jingjian.xml", 0o644),
        (ICON, share / "icons/hicolor/256x256/apps/jingjian.png", 0o644),
        (ICON.with_suffix(".svg"), share / "icons/hicolor/scalable/apps/jingjian.svg", 0o644),
        (bundle / "第三方软件.txt", share / "doc/jingjian/copyright", 0o644),
    ):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        target.chmod(mode)
    control = (TEMPLATES / "control.in").read_text("utf-8")
    words = control.format(version=facts.VERSION, kilobytes=size(root) // 1024, depends=wants)
    (root / "DEBIAN/control").write_text(words, "utf-8")
    for folder in [root, *(path for path in root.rglob("*") if path.is_dir())]:
        folder.chmod(0o755)
    target = facts.DIST / f"jingjian_{facts.VERSION}_amd64.deb"
    target.parent.mkdir(exist_ok=True)
    say("packing the .deb …")
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(target)]
    env = {"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": str(facts.moment()), "LANG": "C.UTF-8"}
    done = subprocess.run(command, env=env, capture_output=True, text=True)
    if done.returncode:
        raise BuildError(f"dpkg-deb failed: {done.stderr}")
    return target


def make_archive(bundle: Path) -> Path:
    """For one account, without an administrator: unpack, then run install.sh. Or run it from where it is."""
    name = f"jingjian-{facts.VERSION}-linux-x86_64"
    target = facts.DIST / f"{name}.tar.gz"
    say("packing the .tar.gz …")
    when = facts.moment()

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = when
        return entry

    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", 9, raw, mtime=when) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in sorted(bundle.rglob("*")):
            archive.add(path, f"{name}/jingjian/{path.relative_to(bundle)}", recursive=False, filter=plain)
        for file in ("install.sh", "uninstall.sh", "running.sh", "launcher.sh", "jingjian.desktop", "jingjian.xml"):
            archive.add(TEMPLATES / file, f"{name}/{file}", filter=plain)
        archive.add(ICON, f"{name}/jingjian.png", filter=plain)
    return target
