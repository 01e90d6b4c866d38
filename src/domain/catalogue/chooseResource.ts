import type { LabelFacts } from './LabelFacts';
import type { Profile, ResourceProfile } from './Profile';
import { resourceProfiles } from './resourceProfiles';
import type { SourceSettings } from './Settings';

/**
 * The source of CPU that fits a fitted request profile; null when none does or none is wanted.
 * @param wanted `auto` takes the first that fits; an id takes that one wherever its metrics are there
 */
export function chooseResource(
  profile: Profile,
  metricNames: ReadonlySet<string>,
  labelFacts: ReadonlyMap<string, LabelFacts>,
  wanted: SourceSettings['resources'] = 'auto'
): ResourceProfile | null {
  if (wanted === 'none') {
    return null;
  }
  const there = resourceProfiles.filter(
    (r) => metricNames.has(r.detect) && (r.alsoNeeds === undefined || metricNames.has(r.alsoNeeds))
  );
  const suits = (r: ResourceProfile): boolean =>
    wanted === 'auto' ? fits(r, profile, labelFacts.get(r.detect)) : r.id === wanted;
  return there.find(suits) ?? null;
}

function fits({ id }: ResourceProfile, profile: Profile, facts: LabelFacts | undefined): boolean {
  const router = profile.seenFrom === 'router';
  switch (id) {
    case 'process':
      return !router && profile.group.every((label) => (facts?.labels.get(label)?.series ?? 0) > 0);
    case 'kubernetes-mixin':
    case 'cadvisor':
      // A router names what it forwards to by its own configuration; only with a namespace beside it is that a workload.
      return !router || profile.group.length > 1;
    case 'node':
      return !router && profile.labels.instance !== undefined;
  }
}
