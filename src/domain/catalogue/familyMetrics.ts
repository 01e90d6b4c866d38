import type { BuiltInProfile, ProfileAlternatives } from './BuiltInProfile';
import type { CounterSource, LatencySource, Profile } from './Profile';

/** Other forms of a profile; a custom one has none. */
export const alternativesOf = (profile: Profile | BuiltInProfile): ProfileAlternatives | null =>
  'alternatives' in profile ? profile.alternatives : null;

/** Counters of requests the family may be met with, best first. */
export const requestSources = (profile: Profile): readonly CounterSource[] =>
  alternativesOf(profile)?.requests ?? [profile.requests];

/** Latency histograms the family may be met with, best first. */
export const latencySources = (profile: Profile): readonly LatencySource[] =>
  alternativesOf(profile)?.latency ?? (profile.latency ? [profile.latency] : []);

/** In-flight gauges the family may be met with, best first. */
export const inFlightSources = (profile: Profile): readonly CounterSource[] =>
  alternativesOf(profile)?.inFlight ?? (profile.inFlight ? [profile.inFlight] : []);

/** Names a histogram may be stored under; the bare name is that of a native one. */
export const histogramMetrics = (name: string): readonly string[] => [
  name,
  `${name}_bucket`,
  `${name}_sum`,
  `${name}_count`,
];

/** Every metric a profile could read, in all its forms. */
export function familyMetrics(profile: Profile): readonly string[] {
  const { errors, instances, inFlightLimit } = profile;
  const counters = [
    ...requestSources(profile),
    ...inFlightSources(profile),
    ...(inFlightLimit ? [inFlightLimit] : []),
    ...(errors && 'counter' in errors ? [errors.counter] : []),
    ...(instances.kind === 'gauge' ? [instances.gauge] : []),
  ];
  return [
    ...new Set([
      profile.detect,
      ...counters.map((c) => c.metric),
      ...latencySources(profile).flatMap((l) => histogramMetrics(l.metric)),
    ]),
  ];
}
