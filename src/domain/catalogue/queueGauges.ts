/** A gauge of what waits for a resource; it has no limit, so only its growth says something. */
export interface QueueGauge {
  readonly resource: string;
  readonly metric: string;
  /** Reported about something named by this label, so only profiles that group by it can use it. */
  readonly onlyWith?: string;
}

/** Queues as processes and routers publish them. */
export const queueGauges: readonly QueueGauge[] = [
  { resource: 'connections', metric: 'hikaricp_connections_pending' },
  { resource: 'tasks', metric: 'executor_queued_tasks' },
  { resource: 'threads', metric: 'jetty_threads_jobs' },
  { resource: 'requests', metric: 'haproxy_backend_current_queue', onlyWith: 'proxy' },
];

/** Free bytes of a disk as a process publishes them (Micrometer), with the labels of its target. */
export const DISK_FREE = 'disk_free_bytes';
