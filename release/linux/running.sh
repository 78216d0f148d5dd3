#!/bin/sh
# 有人正开着 $1 这个程序时退出状态为 1，并说一句话：这时换掉或删去它的文件，开着的窗口就不能用了。
for exe in /proc/[0-9]*/exe; do
    case $(readlink "$exe" 2>/dev/null || true) in
    "$1" | "$1 (deleted)")
        echo "镜鉴正在运行，没有改动任何文件。请先关闭它的窗口，再试一次。" >&2
        exit 1
        ;;
    esac
done
