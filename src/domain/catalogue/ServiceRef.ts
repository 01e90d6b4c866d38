import type { Labels } from '../base/Labels';

/**
 * Identity of a service: the data source it was read from, the profile that read it and the values of the profile's
 * grouping labels. Two services that differ in any of these are two services.
 */
export interface ServiceRef {
  /** Unambiguous and stable; safe as a map key. In a URL it must be encoded. */
  readonly key: string;
  readonly sourceUid: string;
  readonly profileId: string;
  /** Grouping labels only. */
  readonly labels: Labels;
  /** Value of the last grouping label: what people call the service. */
  readonly name: string;
  /** Values of the other grouping labels joined by `/`; empty when there is only one. */
  readonly scope: string;
}

/** @param group grouping label names of the profile, widest first */
export function serviceRef(sourceUid: string, profileId: string, group: readonly string[], labels: Labels): ServiceRef {
  const values = group.map((name) => labels[name] ?? '');
  return {
    key: JSON.stringify([sourceUid, profileId, ...values]),
    sourceUid,
    profileId,
    labels: Object.fromEntries(group.map((name, i) => [name, values[i] ?? ''])),
    name: values.at(-1) ?? '',
    scope: values.slice(0, -1).join('/'),
  };
}
