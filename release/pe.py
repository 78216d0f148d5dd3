"""What a Windows bundle loads (64-bit, nothing that Windows 10 does not bring), and what Windows shows of it."""

import re
import struct
import subprocess
from pathlib import Path

from release.errors import BuildError
from release.facts import DESCRIPTION, SHOWN_NAME

SYSTEM = set(
    (
        "advapi32 authz avrt bcrypt bcryptprimitives cfgmgr32 combase comctl32 comdlg32 crypt32 d2d1 d3d11 d3d12 d3d9"
        " d3dcompiler_47 dbghelp dcomp dnsapi dwmapi dwrite dxgi dxva2 evr gdi32 imm32 iphlpapi kernel32 ksuser mf"
        " mfplat mfreadwrite mpr msvcrt mswsock ncrypt netapi32 ntdll ole32 oleaut32 opengl32 powrprof propsys psapi"
        " rpcrt4 secur32 setupapi shcore shell32 shlwapi strmiids ucrtbase uiautomationcore user32 userenv usp10"
        " uxtheme version wevtapi windowscodecs winhttp winmm winspool winspool.drv wintrust wldap32 ws2_32 wtsapi32"
    ).split()
)


def check_linkage(bundle: Path) -> int:
    """How many there are. Raises BuildError where one is not 64-bit or wants what is neither inside nor in Windows."""
    files = [path for path in bundle.rglob("*") if path.suffix.lower() in (".exe", ".dll", ".pyd")]
    inside = {path.name.lower() for path in files}
    for path in files:
        said = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, errors="replace").stdout
        if "pei-x86-64" not in said:
            raise BuildError(f"{path.name} is no 64-bit program")
        for name in re.findall(r"DLL Name: (\S+)", said):
            plain = name.lower()
            if plain in inside or plain.startswith(("api-ms-win-", "ext-ms-")):
                continue
            if plain.removesuffix(".dll") not in SYSTEM:
                raise BuildError(f"{path.name} wants {name}, which is neither in the bundle nor in Windows 10")
    return len(files)


def check_face(program: Path, icon: Path) -> None:
    """Raises BuildError where the name in Chinese, the icon, or what the manifest has to ask for is not in it."""
    content, pictures = program.read_bytes(), icon.read_bytes()
    wanted = {
        "the name": SHOWN_NAME.encode("utf-16le"),
        "the description": f"{SHOWN_NAME}：{DESCRIPTION}".encode("utf-16le"),
        "asInvoker in its manifest": b'level="asInvoker"',
        "longPathAware in its manifest": b"longPathAware",
    }
    for number in range(struct.unpack_from("<H", pictures, 4)[0]):
        length, start = struct.unpack_from("<II", pictures, 6 + 16 * number + 8)
        wanted[f"picture {number + 1} of the icon"] = pictures[start : start + length]
    missing = [what for what, there in wanted.items() if there not in content]
    if missing:
        raise BuildError(f"{program.name} lacks {', '.join(missing)}")
