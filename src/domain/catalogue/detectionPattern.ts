import { builtInProfiles } from './builtInProfiles';
import { companions } from './companions';
import { DISK_FREE, NODE_DISK_FREE, NODE_DISK_READONLY, POD_PLACEMENT } from './diskMetrics';
import { familyMetrics } from './familyMetrics';
import { OWN_CORES } from './kubernetesMetrics';
import type { Profile } from './Profile';
import { queueGauges } from './queueGauges';
import { resourceProfiles } from './resourceProfiles';
import { saturationKinds } from './saturationKinds';

/** Series of our own rule file. */
const RECORDED = 'headroom:.+';

/** Anchored regular expression of every metric name that detection and questions want to know of; ask once. */
export function detectionPattern(custom: readonly Profile[] = []): string {
  const names = [
    ...[...builtInProfiles, ...custom].flatMap(familyMetrics),
    ...resourceProfiles.flatMap((r) => [r.detect, r.alsoNeeds]),
    ...saturationKinds.flatMap(({ use, limit }) => [use.metric, limit?.metric]),
    ...companions.flatMap(({ anyOf }) => anyOf),
    ...OWN_CORES,
    ...queueGauges.map(({ metric }) => metric),
    DISK_FREE,
    NODE_DISK_FREE,
    NODE_DISK_READONLY,
    POD_PLACEMENT,
  ];
  const known = [...new Set(names.filter((name) => name !== undefined))].sort();
  return [...known, RECORDED].join('|');
}
