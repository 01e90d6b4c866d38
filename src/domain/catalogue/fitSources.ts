import type { MissingPart } from './DetectedProfile';
import { alternativesOf, histogramMetrics, inFlightSources, latencySources } from './familyMetrics';
import type { LabelFacts } from './LabelFacts';
import type { CounterSource, LatencySource, Matcher, Profile } from './Profile';

export interface Fitted<T> {
  readonly value: T | undefined;
  readonly missing: readonly MissingPart[];
}

const found = <T>(value: T): Fitted<T> => ({ value, missing: [] });

const lacking = (what: string, lost: string, next: string): Fitted<never> => ({
  value: undefined,
  missing: [{ what, lost, next }],
});

const LOST_ERRORS = 'error ratio, and whether a peak was reached while failing';

/** A counter of failures that is there, or the first selector whose labels are. */
export function fitErrors(profile: Profile, names: ReadonlySet<string>, facts: LabelFacts): Fitted<Profile['errors']> {
  const { errors } = profile;
  if (errors && 'counter' in errors) {
    const { metric } = errors.counter;
    return names.has(metric) ? found(errors) : lacking(`metric ${metric}`, LOST_ERRORS, `Publish ${metric}.`);
  }
  const selectors = [...(errors ? [errors.matchers] : []), ...(alternativesOf(profile)?.errors ?? [])];
  const matchers = selectors.find((s) => carries(facts, s));
  return matchers
    ? found({ matchers })
    : lacking(
        `a label for the outcome (looked for ${[...new Set(selectors.flat().map((m) => m.label))].join(', ')})`,
        LOST_ERRORS,
        'Name an error selector in a custom profile.'
      );
}

export const fitRejects = ({ rejects }: Profile, facts: LabelFacts): Profile['rejects'] =>
  rejects && carries(facts, rejects.matchers) ? rejects : undefined;

const carries = (facts: LabelFacts, matchers: readonly Matcher[]): boolean =>
  matchers.every((m) => (facts.labels.get(m.label)?.series ?? 0) > 0);

/** The first latency histogram that is there: buckets first, then native, then a mean without percentiles. */
export function fitLatency(profile: Profile, names: ReadonlySet<string>): Fitted<LatencySource> {
  const sources = latencySources(profile);
  const source = sources.find(({ metric }) => histogramMetrics(metric).some((name) => names.has(name)));
  if (!source) {
    const metric = profile.latency?.metric;
    return lacking(
      metric === undefined ? 'a latency histogram' : `latency histogram ${metric}`,
      'latency and the requests one instance holds at once',
      'Publish a latency histogram, or name it in a custom profile.'
    );
  }
  if (names.has(`${source.metric}_bucket`)) {
    return found({ ...source, kind: 'classic' });
  }
  if (names.has(source.metric)) {
    return found({ ...source, kind: 'native' });
  }
  return {
    value: { ...source, kind: 'classic', quantiles: false },
    missing: [
      {
        what: `buckets of ${source.metric}`,
        lost: 'percentiles of latency; the mean is known',
        next: 'Switch the histogram on where the service is instrumented.',
      },
    ],
  };
}

export function fitInFlight(profile: Profile, names: ReadonlySet<string>): Fitted<CounterSource> {
  const sources = inFlightSources(profile);
  const source = sources.find(({ metric }) => names.has(metric));
  const looked = sources.map(({ metric }) => metric).join(', ');
  return source
    ? found(source)
    : lacking(
        looked === '' ? 'a gauge of requests in flight' : `requests in flight (looked for ${looked})`,
        'concurrency against demand; it is estimated from demand and latency instead',
        'Publish a gauge of requests in flight, or name it in a custom profile.'
      );
}

/** A gauge of instances that is not there gives way to other ways of counting. */
export function fitInstances(profile: Profile, names: ReadonlySet<string>): Fitted<Profile['instances']> {
  const { instances } = profile;
  if (instances.kind !== 'gauge' || names.has(instances.gauge.metric)) {
    return found(instances);
  }
  const metric = instances.gauge.metric;
  return {
    value: { kind: 'instance-label' },
    missing: [{ what: `metric ${metric}`, lost: 'how many instances there are', next: `Publish ${metric}.` }],
  };
}
