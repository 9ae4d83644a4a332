#!/bin/sh
# A throw-away root: the system as it is, with unpacked packages over it and every change in memory: root.sh UNPACKED FOLDER
# FOLDER is the same inside; its `start.sh` is what runs. To be called in mount and process namespaces of its own (`unshare`).
set -eu
unpacked=$1 folder=$2
mount -t tmpfs -o size=400m,mode=755 tmpfs /mnt
mkdir /mnt/upper /mnt/work /mnt/root
cp -a "$unpacked/." /mnt/upper/
mount -t overlay overlay -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work /mnt/root
mount -t proc proc /mnt/root/proc
mount -t tmpfs -o mode=755 tmpfs /mnt/root/dev
mkdir /mnt/root/dev/shm
chmod 1777 /mnt/root/dev/shm
for device in null zero random urandom; do
  touch "/mnt/root/dev/$device"
  mount --bind "/dev/$device" "/mnt/root/dev/$device"
done
mkdir -p "/mnt/root$folder"
mount --bind "$folder" "/mnt/root$folder"
exec chroot /mnt/root sh "$folder/start.sh"
