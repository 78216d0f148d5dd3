#!/bin/sh
# Opens 镜鉴. Where it dies before it can say anything itself (a component of the system is missing), says so.
program=${JINGJIAN_PROGRAM:-/opt/jingjian/jingjian}
"$program" "$@"
status=$?
case $status in
126 | 127 | 132 | 134 | 135 | 136 | 139)
    text="镜鉴没能打开（状态 $status）。可能缺少系统的图形组件，或程序文件不完整。请重新安装 .deb 安装包（会一并安装所需组件），或请维护人员在终端运行 $program 查看原因。学习记录不受影响。"
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
