"""Which Debian package brings a library that the bundle leaves to the system."""

from release.errors import BuildError

C_LIBRARY = ("ld-linux-x86-64", *(f"lib{name}." for name in "c m dl pthread rt util resolv crypt".split()))
PACKAGES = {
    "libGL": "libgl1",
    "libOpenGL": "libopengl0",
    "libEGL": "libegl1",
    "libGLX": "libglx0",
    "libX11": "libx11-6",
    "libX11-xcb": "libx11-xcb1",
    "libXext": "libxext6",
    "libXrandr": "libxrandr2",
    "libXrender": "libxrender1",
    "libdbus-1": "libdbus-1-3",
    "libdrm": "libdrm2",
    "libexpat": "libexpat1",
    "libfontconfig": "libfontconfig1",
    "libfreetype": "libfreetype6",
    "libgcc_s": "libgcc-s1 | libgcc1",
    "libglib-2.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgobject-2.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgssapi_krb5": "libgssapi-krb5-2",
    "libgthread-2.0": "libglib2.0-0 | libglib2.0-0t64",
    "libpulse": "libpulse0",
    "libstdc++": "libstdc++6",
    "libuuid": "libuuid1",
    "libxcb": "libxcb1",
    "libxcb-shm": "libxcb-shm0",
    "libxkbcommon": "libxkbcommon0",
    "libxkbcommon-x11": "libxkbcommon-x11-0",
    "libz": "zlib1g",
}


def depends(libraries: dict[str, str], glibc: str) -> str:
    """The field of a .deb for these libraries (each with a file that wants it).

    Raises BuildError for an unknown one.
    """
    packages = {f"libc6 (>= {glibc})"}
    for library, wanted_by in libraries.items():
        if library.startswith(C_LIBRARY):
            continue
        name = library.partition(".so")[0]
        if name not in PACKAGES:
            raise BuildError(f"{wanted_by} wants {library}, which is neither in the bundle nor in release/packages.py")
        packages.add(PACKAGES[name])
    return ", ".join(sorted(packages))
