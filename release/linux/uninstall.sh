#!/bin/sh
# 从当前账户卸载。学习记录默认保留；加 --delete-data 一并删除，加 --keep-data 不询问直接保留。
set -eu
opt=${XDG_DATA_HOME:-$HOME/.local/share}
data=$opt/jingjian
sh "$(dirname "$0")/running.sh" "$HOME/.local/opt/jingjian/jingjian" || exit 1
case ${1:-} in
--delete-data) answer=y ;;
--keep-data) answer=n ;;
*)
    answer=n
    if [ -d "$data" ] && [ -t 0 ]; then
        printf '同时删除学习记录、考试成绩、整改台账和佐证文件（%s）吗？删除后不能恢复。[y/N] ' "$data"
        read -r answer
    fi
    ;;
esac
rm -rf "$HOME/.local/opt/jingjian" "$HOME/.local/opt/jingjian.old"
rm -f "$HOME/.local/bin/jingjian" "$opt/applications/jingjian.desktop" "$opt/mime/packages/jingjian.xml"
rm -f "$opt/icons/hicolor/256x256/apps/jingjian.png"
command -v update-mime-database >/dev/null && update-mime-database "$opt/mime" || true
command -v update-desktop-database >/dev/null && update-desktop-database -q "$opt/applications" || true
case $answer in
y | Y) rm -rf "$data" && echo "已卸载，学习记录和整改台账已删除。" ;;
*) echo "已卸载。学习记录和整改台账还在 $data。" ;;
esac
