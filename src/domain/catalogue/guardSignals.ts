import type { CounterSource } from './Profile';

export type GuardedResource = 'gc' | 'threads' | 'pools' | 'files' | 'event-loop' | 'heap';

/** What a use is held against: its own published limit, a number in the unit of the use, or nothing (and why). */
export type GuardCapacity =
  | { readonly kind: 'published'; readonly metric: string; readonly matchers?: CounterSource['matchers'] }
  | { readonly kind: 'fixed'; readonly value: number; readonly unit?: string }
  | { readonly kind: 'none'; readonly reason: string };

/** One way a process tells how far it uses a resource of its own. Adding a family is adding a row. */
export interface GuardSignal {
  /** Unique; names its samples. */
  readonly id: string;
  readonly resource: GuardedResource;
  readonly title: string;
  readonly use: CounterSource;
  /** `counter`: growth a second counts. It may have no series before the first event. */
  readonly measure: 'gauge' | 'counter';
  readonly capacity: GuardCapacity;
  /** Label that tells several apart in one process (pools by name): each is held to its own limit. */
  readonly each?: string;
}

const published = (metric: string, matchers?: CounterSource['matchers']): GuardCapacity => ({ kind: 'published', metric, ...(matchers && { matchers }) });
/** Seconds a second: the part of the time. */
const OF_TIME: GuardCapacity = { kind: 'fixed', value: 1 };
const SECONDS: GuardCapacity = { kind: 'fixed', value: 1, unit: 'seconds' };
const HEAP = [{ label: 'area', op: '=', value: 'heap' }] as const;

/** Names as Micrometer, the Prometheus clients of Java, Go and Node, and OpenTelemetry publish them. Best first within a resource. A data table. */
export const guardSignals: readonly GuardSignal[] = [
  { id: 'gc-micrometer', resource: 'gc', title: 'Garbage collection', use: { metric: 'jvm_gc_pause_seconds_sum' }, measure: 'counter', capacity: OF_TIME },
  { id: 'gc-jvm', resource: 'gc', title: 'Garbage collection', use: { metric: 'jvm_gc_collection_seconds_sum' }, measure: 'counter', capacity: OF_TIME },
  { id: 'gc-opentelemetry', resource: 'gc', title: 'Garbage collection', use: { metric: 'jvm_gc_duration_seconds_sum' }, measure: 'counter', capacity: OF_TIME },
  { id: 'gc-go', resource: 'gc', title: 'Garbage collection pauses', use: { metric: 'go_gc_duration_seconds_sum' }, measure: 'counter', capacity: OF_TIME },
  { id: 'gc-node', resource: 'gc', title: 'Garbage collection', use: { metric: 'nodejs_gc_duration_seconds_sum' }, measure: 'counter', capacity: OF_TIME },

  { id: 'lag-node', resource: 'event-loop', title: 'Event loop lag', use: { metric: 'nodejs_eventloop_lag_seconds' }, measure: 'gauge', capacity: SECONDS },
  { id: 'lag-node-p99', resource: 'event-loop', title: 'Event loop lag, p99', use: { metric: 'nodejs_eventloop_lag_p99_seconds' }, measure: 'gauge', capacity: SECONDS },

  { id: 'threads-tomcat', resource: 'threads', title: 'Busy threads of Tomcat', use: { metric: 'tomcat_threads_busy_threads' }, measure: 'gauge', capacity: published('tomcat_threads_config_max_threads'), each: 'name' },
  { id: 'threads-jetty', resource: 'threads', title: 'Busy threads of Jetty', use: { metric: 'jetty_threads_busy' }, measure: 'gauge', capacity: published('jetty_threads_config_max') },
  { id: 'threads-executor', resource: 'threads', title: 'Active threads of executor', use: { metric: 'executor_active_threads' }, measure: 'gauge', capacity: published('executor_pool_max_threads'), each: 'name' },
  { id: 'threads-blocked', resource: 'threads', title: 'Blocked threads', use: { metric: 'jvm_threads_states_threads', matchers: [{ label: 'state', op: '=', value: 'blocked' }] }, measure: 'gauge', capacity: published('jvm_threads_live_threads') },
  { id: 'threads-jvm', resource: 'threads', title: 'Live threads', use: { metric: 'jvm_threads_live_threads' }, measure: 'gauge', capacity: { kind: 'none', reason: 'the JVM publishes no greatest number of threads' } },
  { id: 'threads-go', resource: 'threads', title: 'Goroutines', use: { metric: 'go_goroutines' }, measure: 'gauge', capacity: { kind: 'none', reason: 'Go has no greatest number of goroutines' } },

  { id: 'pool-hikari', resource: 'pools', title: 'Connections of pool', use: { metric: 'hikaricp_connections_active' }, measure: 'gauge', capacity: published('hikaricp_connections_max'), each: 'pool' },
  { id: 'pool-jdbc', resource: 'pools', title: 'Connections of data source', use: { metric: 'jdbc_connections_active' }, measure: 'gauge', capacity: published('jdbc_connections_max'), each: 'name' },
  { id: 'pool-r2dbc', resource: 'pools', title: 'Connections of pool', use: { metric: 'r2dbc_pool_acquired_connections' }, measure: 'gauge', capacity: published('r2dbc_pool_max_allocated_connections'), each: 'name' },
  { id: 'pool-httpclient', resource: 'pools', title: 'Leased connections of HTTP client', use: { metric: 'httpcomponents_httpclient_pool_total_connections', matchers: [{ label: 'state', op: '=', value: 'leased' }] }, measure: 'gauge', capacity: published('httpcomponents_httpclient_pool_total_max'), each: 'httpclient' },
  { id: 'pool-go', resource: 'pools', title: 'Connections of database', use: { metric: 'go_sql_in_use_connections' }, measure: 'gauge', capacity: published('go_sql_max_open_connections'), each: 'db_name' },
  { id: 'pool-go-stats', resource: 'pools', title: 'Connections of database', use: { metric: 'go_sql_stats_connections_in_use' }, measure: 'gauge', capacity: published('go_sql_stats_connections_max_open'), each: 'db_name' },
  { id: 'pool-opentelemetry', resource: 'pools', title: 'Connections of pool', use: { metric: 'db_client_connections_usage', matchers: [{ label: 'state', op: '=', value: 'used' }] }, measure: 'gauge', capacity: published('db_client_connections_max'), each: 'pool_name' },
  { id: 'pool-opentelemetry-stable', resource: 'pools', title: 'Connections of pool', use: { metric: 'db_client_connection_count', matchers: [{ label: 'db_client_connection_state', op: '=', value: 'used' }] }, measure: 'gauge', capacity: published('db_client_connection_max'), each: 'db_client_connection_pool_name' },

  { id: 'files', resource: 'files', title: 'Open files', use: { metric: 'process_open_fds' }, measure: 'gauge', capacity: published('process_max_fds') },
  { id: 'files-micrometer', resource: 'files', title: 'Open files', use: { metric: 'process_files_open_files' }, measure: 'gauge', capacity: published('process_files_max_files') },

  { id: 'heap-micrometer', resource: 'heap', title: 'Heap', use: { metric: 'jvm_memory_used_bytes', matchers: HEAP }, measure: 'gauge', capacity: published('jvm_memory_max_bytes', HEAP) },
  { id: 'heap-jvm', resource: 'heap', title: 'Heap', use: { metric: 'jvm_memory_bytes_used', matchers: HEAP }, measure: 'gauge', capacity: published('jvm_memory_bytes_max', HEAP) },
  { id: 'heap-go', resource: 'heap', title: 'Memory against GOMEMLIMIT', use: { metric: 'process_resident_memory_bytes' }, measure: 'gauge', capacity: published('go_gc_gomemlimit_bytes') },
];

/** Every metric the table reads. */
export const guardMetrics: readonly string[] = [...new Set(guardSignals.flatMap(({ use, capacity }) => [use.metric, ...(capacity.kind === 'published' ? [capacity.metric] : [])]))];
