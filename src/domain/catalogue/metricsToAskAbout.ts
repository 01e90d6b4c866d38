import type { BuiltInProfile } from './BuiltInProfile';
import { builtInProfiles } from './builtInProfiles';
import { alternativesOf } from './familyMetrics';
import type { Matcher, Profile } from './Profile';
import { requestsFound } from './requestsFound';
import { resourceProfiles } from './resourceProfiles';

/** A metric whose labels must be known before profiles can be fitted, and the labels to look for. */
export interface LabelFactsRequest {
  readonly metric: string;
  readonly candidates: readonly string[];
}

/** One request for each family that was found: ask `labelFactsQuestion` for each, then call `detectProfiles`. */
export function metricsToAskAbout(
  metricNames: ReadonlySet<string>,
  custom: readonly Profile[] = []
): readonly LabelFactsRequest[] {
  const wanted = new Map<string, Set<string>>();
  const add = (metric: string, labels: readonly string[]): void => {
    wanted.set(metric, new Set([...(wanted.get(metric) ?? []), ...labels]));
  };
  const profiles = [...builtInProfiles, ...custom].filter((p) => requestsFound(p, metricNames));
  profiles.forEach((p) => add(requestsFound(p, metricNames)?.metric ?? p.detect, candidateLabels(p)));
  const groups = profiles.flatMap(groupsOf).flat();
  resourceProfiles.filter((r) => r.id === 'process' && metricNames.has(r.detect)).forEach((r) => add(r.detect, groups));
  return [...wanted]
    .map(([metric, labels]) => ({ metric, candidates: [...labels] }))
    .filter((request) => request.candidates.length > 0);
}

/** Groupings to try, best first. */
export const groupsOf = (profile: Profile | BuiltInProfile): ReadonlyArray<readonly string[]> =>
  alternativesOf(profile)?.groups ?? [profile.group];

/** Labels that could carry the identity, the environment or the outcome of a request. */
function candidateLabels(profile: Profile): readonly string[] {
  const others = alternativesOf(profile);
  const stated = Object.values(profile.labels);
  return [
    ...groupsOf(profile).flat(),
    ...stated,
    ...Object.values(others?.labels ?? {}).flat(),
    ...outcomeLabels(profile),
  ];
}

function outcomeLabels(profile: Profile): readonly string[] {
  const { errors, rejects } = profile;
  const own = errors && 'matchers' in errors ? errors.matchers : [];
  const others: readonly Matcher[] = (alternativesOf(profile)?.errors ?? []).flat();
  return [...own, ...others, ...(rejects?.matchers ?? [])].map((m) => m.label);
}
