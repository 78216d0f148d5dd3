"""What PyInstaller would collect and nobody here uses. Measured, with the self-test as the judge (docs/release.md).

Two things must stay though nothing seems to need them. Qt Quick and Qml on Linux: the FFmpeg plugin is linked with
them, and without them every video is silently dead. And nothing of Qt may be stripped: that kills FFmpeg just as
silently.
"""

import re

MODULES = (
    *"tkinter _tkinter unittest pydoc pydoc_data doctest test lib2to3 idlelib ensurepip venv xmlrpc curses".split(),
    *"asyncio smtplib ftplib cgi tzdata readline ssl _ssl _hashlib pip setuptools pkg_resources wheel".split(),
    *"bz2 _bz2 lzma _lzma tarfile _pydecimal webbrowser".split(),
    *"numpy pandas matplotlib PIL IPython".split(),
    *"lxml.objectify lxml.html lxml.isoschematron lxml.cssselect lxml.sax lxml.builder lxml.usedoctest".split(),
    *"pytest _pytest hypothesis apsw mypy pygments rich".split(),
    *(
        f"PySide6.{name}"
        for name in "QtQml QtQuick QtQuickWidgets QtOpenGL QtOpenGLWidgets QtPdf QtPdfWidgets QtWebEngineCore"
        " QtWebEngineWidgets QtDataVisualization QtCharts QtBluetooth QtDesigner Qt3DCore QtSql QtTest"
        " QtMultimediaWidgets".split()
    ),
    *("app.ui.tour.tour", "app.ui.tour.sitter"),
)
"""For PyInstaller's ``excludes``. Without ssl and _hashlib OpenSSL stays out: see runtime_scrypt.py.

What is packed with bzip2 or LZMA is in no document that we read: Word and Excel know only deflate."""
WINDOWS_MODULES = ("PySide6.QtDBus",)
"""Left out there too. On Linux the screen is kept awake by way of it (app/ui/presenter/awake.py)."""

_QT = (
    "Pdf|VirtualKeyboard|DataVisualization|Charts|WebEngine|WebChannel|3D|ShaderTools|Designer|Location|Positioning|Sensors"
    "|Bluetooth|SerialPort|Labs|Sql|RemoteObjects|Scxml|StateMachine|SpatialAudio|WebSockets|Nfc|TextToSpeech"
    "|WlShell|Wayland|Egl|Test|MultimediaWidgets"
)
_PLUGINS = (
    "gtk3|pdf|tga|tiff|wbmp|webp|icns|ico\\b|virtualkeyboard|vnc|linuxfb|eglfs|minimalegl|vkkhr|wayland|direct2d|minimal"
    "|networklistmanager|openssl|certonly|schannel|glib|networkmanager|evdev|tuio"
)
_SYSTEM = (
    "gtk-3|gdk-3|atk|atspi|epoxy|gnutls|p11-kit|tasn1|hogweed|nettle|idn2|unistring|gmp|cairo|pango|gio-2|gdk_pixbuf"
    "|harfbuzz|graphite2|fribidi|thai|datrie|pixman|cups|avahi|wayland|jpeg|tiff|webp|systemd|lz4|gcrypt|gpg-error|mount"
    "|blkid|selinux|ssl\\.|gssapi|krb5|k5crypto|com_err|keyutils|ncurses|tinfo"
)
_DESKTOP = (
    "pulse|pulsecommon|pulse-simple|sndfile|FLAC|vorbis|vorbisenc|opus|ogg|asyncns|mp3lame|mpg123|png16|freetype"
    r"|fontconfig|glib-2|gthread-2|gmodule-2|gobject-2|dbus-1|X11|X11-xcb|Xau|Xdmcp|Xext|Xrandr|Xrender|xcb\.so|expat"
    r"|bsd|md\.|md-|uuid|cap|stdc\+\+|gcc_s|brotli|pcre|drm|apparmor|va|vdpau|EGL|GL|xkbcommon"
)
_DIRECTORIES = (
    "egldeviceintegrations|tls|networkinformation|wayland-[a-z-]+|generic|qmltooling|sqldrivers|position|sensors"
    "|vectorimageformats|canbus|geoservices|designer|assetimporters|renderers|sceneparsers|texttospeech"
)
OWN = ("resources/", "index/", "licences/", "guide/")
NOT_INSIDE = ("resources/icons/app.ico",)
"""It is in the program itself, where Windows looks for it."""
WINDOWS_NOT_INSIDE = ("resources/fonts/NotoSansSC-Subset-Bold.ttf",)
"""Windows 10 brings Microsoft YaHei with a bold weight; should it have been removed, Qt thickens the regular one."""


class Trim:
    """Decides about every file by the name that it would have in the bundle."""

    def __init__(self, windows: bool, desktop_libraries: bool) -> None:
        """``desktop_libraries``: take along what every desktop has; without them the bundle runs on older ones too."""
        quick = "Qml|Quick|OpenGL|" if windows else ""
        names = [rf"(lib)?Qt6?({quick}{_QT})", rf"(lib)?q({_PLUGINS})", "(lib)?qtvirtualkeyboard", f"lib({_SYSTEM})"]
        names += [r"opengl32sw\.dll$", r"d3dcompiler_47\.dll$", r"qmodernwindowsstyle", r"windowsmediaplugin"]
        if not desktop_libraries:
            names.append(f"lib({_DESKTOP})")
        self._names = re.compile("|".join(names), re.IGNORECASE)
        self._folders = re.compile(rf"(^|/)plugins/({_DIRECTORIES})/")
        self._not_inside = {*NOT_INSIDE, *(WINDOWS_NOT_INSIDE if windows else ())}

    def keeps(self, destination: str) -> bool:
        place = destination.replace("\\", "/")
        name = place.rpartition("/")[2]
        if place.startswith(OWN):
            return not name.endswith((".py", ".pyc")) and place not in self._not_inside
        if place.startswith("tzdata") or self._names.match(name) or self._folders.search(place):
            return False
        if ".dist-info/" in place and not place.endswith("/entry_points.txt"):  # markdown finds its extensions by those
            return False
        if "/default-docx-template/" in place:  # python-docx opens default.docx, which is this folder packed
            return False
        return not (place.startswith("PySide6/") and (name.endswith((".pyi", ".qm")) or "/qml/" in place))
