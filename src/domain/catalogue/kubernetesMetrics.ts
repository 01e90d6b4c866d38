/** Metrics of a Kubernetes cluster that questions use when they are there. */

/** Owner of each pod, as the Kubernetes mixin records it. */
export const OWNER_RULE = 'namespace_workload_pod:kube_pod_owner:relabel';
/** Owner of each pod (kube-state-metrics). */
export const OWNER_METRIC = 'kube_pod_owner';

/** Limits of containers by `resource` (kube-state-metrics). */
export const LIMITS = 'kube_pod_container_resource_limits';

/** CPU and memory of containers, their limits and how often they were held back (cAdvisor). */
export const CONTAINER_CPU = 'container_cpu_usage_seconds_total';
export const CONTAINER_CPU_QUOTA = 'container_spec_cpu_quota';
export const CONTAINER_CPU_PERIOD = 'container_spec_cpu_period';
export const CONTAINER_WORKING_SET = 'container_memory_working_set_bytes';
export const CONTAINER_MEMORY_LIMIT = 'container_spec_memory_limit_bytes';
export const CONTAINER_PERIODS = 'container_cpu_cfs_periods_total';
export const CONTAINER_THROTTLED = 'container_cpu_cfs_throttled_periods_total';

/** Ready replicas by kind of workload, and the label that names the workload (kube-state-metrics). */
export const READY_REPLICAS: ReadonlyArray<readonly [metric: string, label: string]> = [
  ['kube_deployment_status_replicas_ready', 'deployment'],
  ['kube_statefulset_status_replicas_ready', 'statefulset'],
  ['kube_daemonset_status_number_ready', 'daemonset'],
];

/** Autoscaler (kube-state-metrics). */
export const AUTOSCALER_BOUNDS = [
  'kube_horizontalpodautoscaler_spec_min_replicas',
  'kube_horizontalpodautoscaler_spec_max_replicas',
  'kube_horizontalpodautoscaler_status_desired_replicas',
] as const;
export const AUTOSCALER_INFO = 'kube_horizontalpodautoscaler_info';

/** Gauges by which a process tells how many cores it may use. */
export const OWN_CORES = ['go_sched_gomaxprocs_threads', 'system_cpu_count'] as const;
