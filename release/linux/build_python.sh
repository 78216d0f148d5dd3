#!/bin/sh
# Builds Debian 12's CPython 3.11 and SQLite in a Debian 11 system, for the lowest glibc. Runs inside the chroot.
# $1: where they are installed; $2: folder with glibc228.h; $3: working folder.
set -eu
prefix=$1 header=$2/glibc228.h work=$3
rm -rf "$work" "$prefix"
mkdir -p "$work/sqlite" "$work/python"
cd "$work"
apt-get -q source --download-only sqlite3 python3.11
tar xf sqlite3_*.orig.tar.xz -C sqlite --strip-components=1
tar xf python3.11_*.orig.tar.* -C python --strip-components=1
jobs=$(nproc)
features="-DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_DBSTAT_VTAB"
(
    cd sqlite
    ./configure --prefix="$prefix" --disable-readline --disable-tcl --disable-static \
        CFLAGS="-O2 -include $header $features"
    make -j"$jobs" libsqlite3.la
    make lib_install
    install -D -m 644 -t "$prefix/include" sqlite3.h src/sqlite3ext.h
)
(
    cd python
    # sem_clockwait came with glibc 2.30; without it Python waits by sem_timedwait.
    ac_cv_func_sem_clockwait=no ./configure --prefix="$prefix" --enable-shared --without-ensurepip \
        CFLAGS="-O2 -include $header" CPPFLAGS="-I$prefix/include" \
        LDFLAGS="-Wl,-rpath,$prefix/lib -L$prefix/lib"
    make -j"$jobs"
    make install
)
"$prefix/bin/python3.11" -c 'import ctypes, bz2, lzma, hashlib, sqlite3, zlib; hashlib.scrypt; print(sqlite3.sqlite_version)'
