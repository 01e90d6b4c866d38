/** Free bytes of a disk as a process publishes them (Micrometer), with the labels of its target. */
export const DISK_FREE = 'disk_free_bytes';

/** Bytes that users may still write, by mount, and whether it is read-only (node exporter). */
export const NODE_DISK_FREE = 'node_filesystem_avail_bytes';
export const NODE_DISK_READONLY = 'node_filesystem_readonly';

/** On which machine a pod runs, by name and address (kube-state-metrics). */
export const POD_PLACEMENT = 'kube_pod_info';

/** Kinds of file systems that hold no data of their own, or cannot be written to: they are full by design, or follow memory. */
export const NO_DISKS = 'tmpfs|ramfs|devtmpfs|rootfs|overlay|aufs|squashfs|erofs|iso9660|udf|nsfs|proc|sysfs|autofs|cgroup2?|tracefs|fuse\\..*';
