/** Labels by which samples of a service name the pod they come from, best first. */
export const POD_LABELS = ['pod', 'k8s_pod_name', 'kubernetes_pod_name', 'pod_name', 'exported_pod'] as const;
export const NAMESPACE_LABELS = ['namespace', 'k8s_namespace_name', 'kubernetes_namespace', 'exported_namespace'] as const;
export const CONTAINER_LABELS = ['container', 'k8s_container_name', 'container_name', 'exported_container'] as const;

/** Which pod has which address (kube-state-metrics): for services whose samples name no pod. */
export const POD_INFO = 'kube_pod_info';
