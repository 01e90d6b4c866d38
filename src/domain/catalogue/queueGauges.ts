/** What waits for a resource; it has no limit, so only its growth says something. */
export interface QueueGauge {
  readonly resource: string;
  readonly metric: string;
  /** It counts what had to wait so far, instead of telling what waits now: its rate is looked at. */
  readonly counter?: true;
  /** Reported about something named by this label, so only profiles that group by it can use it. */
  readonly onlyWith?: string;
}

/** Queues as processes and routers publish them: Micrometer, OpenTelemetry (Java and .NET), Go's database/sql, HAProxy, Envoy. */
export const queueGauges: readonly QueueGauge[] = [
  { resource: 'connections', metric: 'hikaricp_connections_pending' },
  { resource: 'connections', metric: 'db_client_connection_pending_requests' },
  { resource: 'connections', metric: 'db_client_connections_pending_requests' },
  { resource: 'connections', metric: 'go_sql_wait_count_total', counter: true },
  { resource: 'connections', metric: 'go_sql_stats_connections_waited_for', counter: true },
  { resource: 'tasks', metric: 'executor_queued_tasks' },
  { resource: 'threads', metric: 'jetty_threads_jobs' },
  { resource: 'requests', metric: 'kestrel_queued_requests' },
  { resource: 'sockets', metric: 'kestrel_queued_connections' },
  { resource: 'requests', metric: 'haproxy_backend_current_queue', onlyWith: 'proxy' },
  { resource: 'requests', metric: 'envoy_cluster_upstream_rq_pending_active', onlyWith: 'envoy_cluster_name' },
];
