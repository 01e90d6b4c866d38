import type { Labels } from '../base/Labels';
import type { AlertSeen } from './AlertsSeen';
import type { FiringAlert } from './FiringAlert';

/** A service as alerts may name it. */
export interface AlertSubject {
  /** What people call it: value of its last grouping label. */
  readonly name: string;
  /** Where it lives: values of the wider grouping labels. */
  readonly places: readonly string[];
  /** Its grouping labels, the one that names it last; empty when only the values are known. */
  readonly labels: Labels;
}

/** Labels by which rules usually name a service. */
const NAMING = ['service', 'service_name', 'job', 'app', 'application', 'app_kubernetes_io_name', 'deployment', 'workload', 'container', 'backend', 'proxy', 'destination_service_name'];
/** Labels by which rules usually name where it lives. */
const PLACING = ['namespace', 'service_namespace', 'kubernetes_namespace', 'exported_namespace', 'k8s_namespace_name', 'destination_service_namespace'];

/**
 * Alerts whose labels name one of the subjects, the first that fits. A label that says another namespace or another value of
 * a grouping label speaks against it; one that is not there does not, since rules of other people group as they like.
 */
export function alertsAbout(alerts: readonly FiringAlert[], subjects: readonly AlertSubject[]): readonly AlertSeen[] {
  return alerts.flatMap(({ name, labels, state }) => {
    const about = subjects.find((subject) => names(labels, subject));
    return about === undefined ? [] : [{ name, about: about.name, state }];
  });
}

function names(alert: Labels, { name, places, labels }: AlertSubject): boolean {
  const grouping = Object.keys(labels);
  const lives = places.filter((place) => place !== '');
  const contradicts = grouping.slice(0, -1).some((label) => isOther(alert[label], [labels[label] ?? ''])) || (lives.length > 0 && PLACING.some((label) => isOther(alert[label], lives)));
  // OpenTelemetry's job is namespace/name.
  const called = [name, ...lives.map((place) => `${place}/${name}`)];
  return name !== '' && !contradicts && [...grouping.slice(-1), ...NAMING].some((label) => called.includes(alert[label] ?? ''));
}

const isOther = (value: string | undefined, wanted: readonly string[]): boolean => value !== undefined && value !== '' && !wanted.includes(value);
