#!/bin/sh
# 装到当前账户（不需要管理员）：程序放进 ~/.local/opt/jingjian，菜单里出现“镜鉴”。再装一次就是升级，学习记录不动。
set -eu
here=$(cd "$(dirname "$0")" && pwd)
opt=${XDG_DATA_HOME:-$HOME/.local/share}
target=$HOME/.local/opt/jingjian
sh "$here/running.sh" "$target/jingjian" || exit 1
mkdir -p "$HOME/.local/opt" "$HOME/.local/bin" "$opt/applications" "$opt/mime/packages" "$opt/icons/hicolor/256x256/apps"
rm -rf "$target.new" "$target.gone"
cp -a "$here/jingjian" "$target.new"
cp "$here/uninstall.sh" "$here/running.sh" "$target.new/"
if [ -d "$target" ]; then
    if cmp -s "$here/jingjian/lib/build.json" "$target/lib/build.json"; then
        mv "$target" "$target.gone" # 同一版再装一次：更早的那一版仍然留着
    else
        rm -rf "$target.old"
        mv "$target" "$target.old" # 上一版留着：要退回时把它改名换回来
    fi
fi
mv "$target.new" "$target"
rm -rf "$target.gone"
# What stands for something else in the second half of a sed command.
literal() { printf '%s' "$1" | sed 's/[&|\\]/\\&/g'; }
sed "s|/opt/jingjian/jingjian|$(literal "$target/jingjian")|" "$here/launcher.sh" >"$HOME/.local/bin/jingjian"
chmod 755 "$HOME/.local/bin/jingjian"
exec="Exec=\"$(literal "$HOME/.local/bin/jingjian")\""
sed "s|^Exec=jingjian|$exec|" "$here/jingjian.desktop" >"$opt/applications/jingjian.desktop"
cp "$here/jingjian.xml" "$opt/mime/packages/jingjian.xml"
cp "$here/jingjian.png" "$opt/icons/hicolor/256x256/apps/jingjian.png"
command -v update-mime-database >/dev/null && update-mime-database "$opt/mime" || true
command -v update-desktop-database >/dev/null && update-desktop-database -q "$opt/applications" || true
echo "已装好：$target。在菜单里打开“镜鉴”，或运行 $HOME/.local/bin/jingjian。"
echo "以后要卸载，运行：sh \"$target/uninstall.sh\""
