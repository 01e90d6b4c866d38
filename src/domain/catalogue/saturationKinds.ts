import type { CounterSource } from './Profile';

/** One resource that a process reports together with its own limit. */
export interface SaturationKind {
  readonly resource: string;
  readonly use: CounterSource;
  /** Absent when `use` is a share already. */
  readonly limit?: CounterSource;
  /** Reported about something named by this label, so only profiles that group by it can use it. */
  readonly onlyWith?: string;
}

const heap = [{ label: 'area', op: '=', value: 'heap' }] as const;
const used = [{ label: 'db_client_connection_state', op: '=', value: 'used' }] as const;
const usedBefore = [{ label: 'state', op: '=', value: 'used' }] as const;

/**
 * Use and limit as processes publish them beside their request metrics, with the same target labels. Several sources of
 * one resource stand best first. What the orchestrator measures (CPU, memory, throttling of pods) is in `podSaturation`.
 */
export const saturationKinds: readonly SaturationKind[] = [
  { resource: 'cpu', use: { metric: 'process_cpu_usage' } },
  {
    resource: 'heap',
    use: { metric: 'jvm_memory_used_bytes', matchers: heap },
    limit: { metric: 'jvm_memory_max_bytes', matchers: heap },
  },
  {
    resource: 'heap',
    use: { metric: 'jvm_memory_bytes_used', matchers: heap },
    limit: { metric: 'jvm_memory_bytes_max', matchers: heap },
  },
  {
    resource: 'threads',
    use: { metric: 'tomcat_threads_busy_threads' },
    limit: { metric: 'tomcat_threads_config_max_threads' },
  },
  { resource: 'threads', use: { metric: 'jetty_threads_busy' }, limit: { metric: 'jetty_threads_config_max' } },
  {
    resource: 'connections',
    use: { metric: 'hikaricp_connections_active' },
    limit: { metric: 'hikaricp_connections_max' },
  },
  {
    resource: 'connections',
    use: { metric: 'go_sql_in_use_connections' },
    limit: { metric: 'go_sql_max_open_connections' },
  },
  {
    resource: 'connections',
    use: { metric: 'go_sql_stats_connections_in_use' },
    limit: { metric: 'go_sql_stats_connections_max_open' },
  },
  {
    resource: 'connections',
    use: { metric: 'db_client_connection_count', matchers: used },
    limit: { metric: 'db_client_connection_max' },
  },
  {
    resource: 'connections',
    use: { metric: 'db_client_connections_usage', matchers: usedBefore },
    limit: { metric: 'db_client_connections_max' },
  },
  { resource: 'file-descriptors', use: { metric: 'process_open_fds' }, limit: { metric: 'process_max_fds' } },
  {
    resource: 'file-descriptors',
    use: { metric: 'process_files_open_files' },
    limit: { metric: 'process_files_max_files' },
  },
  {
    resource: 'sessions',
    use: { metric: 'haproxy_backend_current_sessions' },
    limit: { metric: 'haproxy_backend_limit_sessions' },
    onlyWith: 'proxy',
  },
];
