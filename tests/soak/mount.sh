# mount.sh: small file systems of a test's own, where it may mount some.
mounted=

unmount()
{
	for m in $mounted; do umount "$m" 2>/dev/null || umount -l "$m"; done
	mounted=
}
trap 'unmount; chmod -R u+rwx "$work" 2>/dev/null; rm -rf "$work"' EXIT

mount_small() # DIR SIZE [,OPTIONS]: in memory
{
	mkdir -p "$1"
	[ "$(id -u)" = 0 ] && mount -t tmpfs -o "size=$2${3:-}" none "$1" 2>/dev/null || return 1
	mounted="$1 $mounted"
}

mount_ext4() # DIR SIZE: that takes blocks only when it writes them to the disk
{
	mkdir -p "$1"
	[ "$(id -u)" = 0 ] && truncate -s "$2" "$1.image" &&
		mke2fs -q -t ext4 -b 1024 -m 0 -F "$1.image" 2>/dev/null &&
		mount -o loop "$1.image" "$1" 2>/dev/null || return 1
	mounted="$1 $mounted"
}
