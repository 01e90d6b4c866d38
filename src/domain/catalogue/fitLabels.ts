import type { LabelFacts } from './LabelFacts';
import type { MissingPart } from './DetectedProfile';
import { alternativesOf } from './familyMetrics';
import type { Profile, ProfileLabels } from './Profile';

/** Share of series below which a label does not count as there. */
const MOSTLY = 0.5;

const NEXT = 'Add it to the targets (relabelling), or name the label that holds it in a custom profile.';

/** What is lost without a label, in the order people should care. */
const LOST: ReadonlyArray<readonly [keyof ProfileLabels, string]> = [
  ['instance', 'how many instances there are, and whether load is uneven between them'],
  ['zone', 'whether a zone can be lost: N+1 is judged instead'],
  ['version', 'what a release changed, and whether a benchmark is of this version'],
  ['spec', 'benchmarks by machine type'],
  ['route', 'demand and latency by API'],
  ['owner', 'whose a service is: state it in the catalogue'],
];

export interface FittedLabels {
  readonly labels: ProfileLabels;
  readonly missing: readonly MissingPart[];
}

/** For each role the first candidate label that is there and does not already identify the service. */
export function fitLabels(profile: Profile, group: readonly string[], facts: LabelFacts): FittedLabels {
  const others = alternativesOf(profile);
  const roles = [...LOST.map(([role]) => role), 'tier' as const];
  const fitted = roles.map((role) => {
    const stated = profile.labels[role];
    const candidates = [...new Set([...(stated === undefined ? [] : [stated]), ...(others?.labels[role] ?? [])])];
    return { role, candidates, label: candidates.find((c) => !group.includes(c) && isThere(facts, c)) };
  });
  return {
    labels: Object.fromEntries(fitted.flatMap(({ role, label }) => (label === undefined ? [] : [[role, label]]))),
    missing: LOST.flatMap(([role, lost]) => {
      const found = fitted.find((f) => f.role === role);
      return found?.label !== undefined || wantsNone(profile, role)
        ? []
        : [missingRole(role, found?.candidates ?? [], lost)];
    }),
  };
}

const isThere = (facts: LabelFacts, label: string): boolean =>
  (facts.labels.get(label)?.series ?? 0) >= Math.max(1, facts.series * MOSTLY);

/** A router counts instances by a gauge: its own instance label would mislead. */
const wantsNone = (profile: Profile, role: keyof ProfileLabels): boolean =>
  role === 'instance' && profile.instances.kind === 'gauge';

const missingRole = (role: string, candidates: readonly string[], lost: string): MissingPart => ({
  what: candidates.length === 0 ? `a label for ${role}` : `a label for ${role} (looked for ${candidates.join(', ')})`,
  lost,
  next: NEXT,
});
