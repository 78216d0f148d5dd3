#!/bin/sh
# Opens 镜鉴. Where it dies before it can say anything itself (a component of the system is missing), says so.
program=${JINGJIAN_PROGRAM:-/opt/jingjian/jingjian}
"$program" "$@"
status=$?
# What it explains itself: 0 closed, 2 something could not be done, 3 it could not start. A command without a window
# may end with 1 as well, and a person who presses Ctrl+C knows.
case $status in
1) [ $# -eq 0 ] || [ "$1" = --open ] || [ -e "$1" ] || exit 1 ;;
esac
case $status in
0 | 2 | 3 | 130 | 143) ;;
*)
    text="镜鉴没能打开（状态 $status）。可能缺少系统的图形组件，或程序文件不完整。请重新安装（.deb 安装包会一并安装所需组件），或请维护人员在终端运行 $program 查看原因。学习记录不受影响。"
    echo "$text" >&2
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        if command -v zenity >/dev/null; then
            zenity --warning --no-markup --title=镜鉴 --text="$text"
        elif command -v kdialog >/dev/null; then
            kdialog --title 镜鉴 --sorry "$text"
        elif command -v xmessage >/dev/null; then
            xmessage -center "$text"
        fi
    fi
    ;;
esac
exit "$status"
