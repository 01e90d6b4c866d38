import { CONTAINER_LABELS, NAMESPACE_LABELS, POD_LABELS } from '../../../domain/catalogue/podIdentity';
import type { LabelledValue, RawRow } from '../../../ports/Metrics';

/** Where an instance runs. Null = its samples do not say. */
export interface PodPlace {
  readonly namespace: string | null;
  readonly pod: string;
  readonly container: string | null;
}

/** Pod of each member, from the labels of its own samples; a member whose samples name none, or several, is left out. */
export function podPlaces(rowsOf: ReadonlyMap<string, readonly RawRow[]>): ReadonlyMap<string, PodPlace> {
  return new Map(
    [...rowsOf].flatMap(([member, rows]) => {
      const pod = onlyValue(rows, POD_LABELS);
      return pod === null ? [] : [[member, { pod, namespace: onlyValue(rows, NAMESPACE_LABELS), container: onlyValue(rows, CONTAINER_LABELS) }] as const];
    })
  );
}

/** Pod of each member by its address. @param info rows of `kube_pod_info` */
export function podsAtAddress(addresses: ReadonlyMap<string, string>, info: readonly LabelledValue[]): ReadonlyMap<string, PodPlace> {
  return new Map(
    [...addresses].flatMap(([member, address]) => {
      const names = new Map(info.filter(({ labels }) => labels.pod_ip === address).map(({ labels }) => [`${labels.namespace} ${labels.pod}`, labels]));
      const [labels] = names.values();
      // Pods of the node's network share its address: then nobody knows which one it is.
      return names.size !== 1 || labels?.pod === undefined ? [] : [[member, { pod: labels.pod, namespace: labels.namespace ?? null, container: null }] as const];
    })
  );
}

function onlyValue(rows: readonly RawRow[], names: readonly string[]): string | null {
  for (const name of names) {
    const values = new Set(rows.map(({ labels }) => labels[name] ?? '').filter((value) => value !== '' && value !== 'POD'));
    if (values.size > 0) {
      return values.size === 1 ? ([...values][0] ?? null) : null;
    }
  }
  return null;
}
