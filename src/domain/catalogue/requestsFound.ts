import { latencySources, requestSources } from './familyMetrics';
import type { CounterSource, Profile } from './Profile';

/**
 * The counter of requests a family can be read by among the metrics that are there: one of its counters, or the count
 * of its histogram when that is native (stored under the bare name, without `_count`). Null when the family is not there.
 */
export function requestsFound(profile: Profile, metricNames: ReadonlySet<string>): CounterSource | null {
  const counter = requestSources(profile).find((source) => metricNames.has(source.metric));
  if (counter) {
    return counter;
  }
  const native = latencySources(profile).find(
    ({ metric }) =>
      metricNames.has(metric) && requestSources(profile).some((source) => source.metric === `${metric}_count`)
  );
  return native ? { ...profile.requests, metric: native.metric, native: true } : null;
}
