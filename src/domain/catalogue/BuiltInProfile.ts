import type { CounterSource, LatencySource, Matcher, Profile, ProfileLabels } from './Profile';

/** Other ways the same family is found in the wild, best first; the profile itself holds the usual one. */
export interface ProfileAlternatives {
  readonly groups: ReadonlyArray<readonly string[]>;
  readonly labels: { readonly [name in keyof ProfileLabels]?: readonly string[] };
  /** Counters of requests, where the family is met under other names. */
  readonly requests?: readonly CounterSource[];
  /** Error selectors; the first whose labels are there is used. */
  readonly errors?: ReadonlyArray<readonly Matcher[]>;
  readonly latency?: readonly LatencySource[];
  readonly inFlight?: readonly CounterSource[];
}

/** A profile that ships with the app. */
export interface BuiltInProfile extends Profile {
  readonly alternatives: ProfileAlternatives;
}
