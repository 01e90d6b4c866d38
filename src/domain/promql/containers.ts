import { podLabels } from './workloads';

/** Containers only: neither the pod's own cgroup nor the pause container. */
export const CONTAINERS = [
  { label: 'container', op: '!=', value: '' },
  { label: 'container', op: '!=', value: 'POD' },
] as const;

/** Labels of one container; `max by` these drops what a second scrape of the same kubelet doubles. */
export const containerLabels = (group: readonly string[]): readonly string[] => [
  ...new Set(['cluster', ...podLabels(group), 'container']),
];
