#!/bin/sh
# boot.sh ROOT: starts the Debian in the folder ROOT as a machine of its own, with its systemd as process 1; ends when it is switched off.
# The network is the host's. systemd wants a cgroup of its own and mounts that propagate (credentials arrive by one).
set -eu
root=$1
case "${2:-}" in
  "")
    exec unshare --mount --propagation private sh "$0" "$root" outside
    ;;
  outside)
    mkdir -p "$root/sys/fs"
    tree=$(mktemp -d)
    mount -t cgroup2 cgroup2 "$tree"
    group=$tree/watcher-package-$$
    mkdir "$group"
    echo $$ >"$group/cgroup.procs"
    unshare --mount --pid --fork --uts --ipc --cgroup --kill-child sh "$0" "$root" inside || true
    echo $$ >"$tree/cgroup.procs"
    find "$group" -depth -type d -exec rmdir {} \; 2>/dev/null || true
    umount "$tree" && rmdir "$tree"
    exit 0
    ;;
esac
mount --make-rprivate /
mount --bind "$root" "$root"
cd "$root"
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=755 tmpfs dev
for device in null zero full random urandom tty; do
  touch dev/$device
  mount --bind /dev/$device dev/$device
done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
mount -t tmpfs -o mode=1777 tmpfs dev/shm
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=1777 tmpfs tmp
mkdir -p old
pivot_root . old
umount -l /old
rmdir /old 2>/dev/null || true
mount --make-rshared /
hostname watcher-package-test
exec env -i container=watcher PATH=/usr/sbin:/usr/bin:/sbin:/bin /sbin/init
