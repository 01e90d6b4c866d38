import type { ResourceProfile } from './Profile';

/**
 * Ways to read CPU, best first: the process itself when it carries the grouping labels, then what Kubernetes measures by
 * pod, then the whole machine. One id stands more than once where families name the metric differently; `detect` is the
 * one that is read.
 */
export const resourceProfiles: readonly ResourceProfile[] = [
  {
    id: 'process',
    title: 'Process CPU',
    doc: 'CPU time the process itself reports, from the same targets as its requests (Prometheus client libraries).',
    detect: 'process_cpu_seconds_total',
  },
  {
    id: 'process',
    title: 'Process CPU (JVM)',
    doc: 'CPU time the Java process reports (OpenTelemetry runtime metrics).',
    detect: 'jvm_cpu_time_seconds_total',
  },
  {
    id: 'process',
    title: 'Process CPU (OpenTelemetry)',
    doc: 'CPU time the process reports (OpenTelemetry process metrics).',
    detect: 'process_cpu_time_seconds_total',
  },
  {
    id: 'kubernetes-mixin',
    title: 'Kubernetes mixin',
    doc: 'Recorded CPU of containers and owners of pods, as kube-prometheus sets them up: the cheapest to read.',
    detect: 'node_namespace_pod_container:container_cpu_usage_seconds_total:sum_rate5m',
    alsoNeeds: 'namespace_workload_pod:kube_pod_owner:relabel',
  },
  {
    id: 'kubernetes-mixin',
    title: 'Kubernetes mixin',
    doc: 'Recorded CPU of containers and owners of pods, as older kube-prometheus sets them up.',
    detect: 'node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate',
    alsoNeeds: 'namespace_workload_pod:kube_pod_owner:relabel',
  },
  {
    id: 'cadvisor',
    title: 'cAdvisor',
    doc: 'CPU of containers from the kubelet; workloads by owner where known, else by the shape of pod names.',
    detect: 'container_cpu_usage_seconds_total',
  },
  {
    id: 'node',
    title: 'Node exporter',
    doc: 'CPU of whole machines, for services that have machines of their own.',
    detect: 'node_cpu_seconds_total',
  },
];
