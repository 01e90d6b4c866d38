import { builtInProfiles } from './builtInProfiles';
import { chooseResource } from './chooseResource';
import type { DetectedProfile, MissingPart } from './DetectedProfile';
import { fitGroup } from './fitGroup';
import { fitLabels } from './fitLabels';
import { fitErrors, fitInFlight, fitInstances, fitLatency, fitRejects } from './fitSources';
import type { LabelFacts } from './LabelFacts';
import type { CounterSource, Profile } from './Profile';
import { requestsFound } from './requestsFound';
import { withoutAlternatives } from './withoutAlternatives';

/**
 * Request profiles whose metric is there, usable ones first, each fitted to what was found. A custom profile overrules
 * the built-in one that reads the same counter, so that no service is listed twice.
 * @param metricNames names matching `detectionPattern`
 * @param labelFacts by metric name, for the metrics of `metricsToAskAbout`
 */
export function detectProfiles(
  metricNames: ReadonlySet<string>,
  labelFacts: ReadonlyMap<string, LabelFacts>,
  custom: readonly Profile[] = []
): readonly DetectedProfile[] {
  const detect = (profile: Profile, origin: DetectedProfile['origin']): readonly DetectedProfile[] => {
    const requests = requestsFound(profile, metricNames);
    return requests ? [fit(profile, requests, origin, metricNames, labelFacts)] : [];
  };
  const read = new Set(custom.map((profile) => profile.requests.metric));
  const overruled = (profile: Profile): boolean => read.has(requestsFound(profile, metricNames)?.metric ?? '');
  const all = [
    ...custom.flatMap((profile) => detect(profile, 'custom')),
    ...builtInProfiles.filter((p) => !overruled(p)).flatMap((profile) => detect(profile, 'built-in')),
  ];
  return [...all.filter((d) => d.usable), ...all.filter((d) => !d.usable)];
}

function fit(
  profile: Profile,
  requests: CounterSource,
  origin: DetectedProfile['origin'],
  names: ReadonlySet<string>,
  labelFacts: ReadonlyMap<string, LabelFacts>
): DetectedProfile {
  const facts = labelFacts.get(requests.metric);
  if (!facts || facts.series === 0) {
    return silent(profile, requests.metric, origin);
  }
  const { group, others, missing } = fitGroup(profile, facts);
  const labels = fitLabels(profile, group ?? profile.group, facts);
  const [errors, latency, inFlight, instances] = [
    fitErrors(profile, names, facts),
    fitLatency(profile, names),
    fitInFlight(profile, names),
    fitInstances(profile, names),
  ];
  const { errors: _e, rejects: _r, latency: _l, inFlight: _f, ...base } = withoutAlternatives(profile);
  const rejects = fitRejects(profile, facts);
  const fitted: Profile = {
    ...base,
    detect: requests.metric,
    group: group ?? profile.group,
    labels: labels.labels,
    requests,
    instances: instances.value ?? profile.instances,
    ...(errors.value && { errors: errors.value }),
    ...(rejects && { rejects }),
    ...(latency.value && { latency: latency.value }),
    ...(inFlight.value && { inFlight: inFlight.value }),
  };
  const resource = chooseResource(fitted, names, labelFacts);
  return {
    profile: fitted,
    origin,
    usable: group !== null,
    found: foundLines(fitted, facts, resource?.title ?? null),
    missing: [
      ...missing,
      ...labels.missing,
      ...[errors, latency, inFlight, instances].flatMap((part) => part.missing),
      ...(resource ? [] : [NO_CPU]),
    ],
    otherGroups: others,
    services: group ? (facts.labels.get(group.at(-1) ?? '')?.values ?? 0) : 0,
    resource,
  };
}

const NO_CPU: MissingPart = {
  what: 'CPU that can be joined to these services',
  lost: 'CPU per request, and estimates of what an instance carries',
  next: 'Publish process_cpu_seconds_total from the same targets, or add cAdvisor and kube-state-metrics.',
};

/** The name is known to the data source, but nothing was reported lately. */
const silent = (profile: Profile, metric: string, origin: DetectedProfile['origin']): DetectedProfile => ({
  profile: withoutAlternatives(profile),
  origin,
  usable: false,
  found: [`${metric} is known, but has no samples now`],
  missing: [
    {
      what: `samples of ${metric}`,
      lost: 'this family cannot be read now',
      next: 'Check that its targets are up and scraped.',
    },
  ],
  otherGroups: [],
  services: 0,
  resource: null,
});

function foundLines(profile: Profile, facts: LabelFacts, cpu: string | null): readonly string[] {
  const values = (label: string | undefined): number =>
    label === undefined ? 0 : (facts.labels.get(label)?.values ?? 0);
  const roles = Object.entries(profile.labels).map(([role, label]) => `${role}: ${label} (${values(label)})`);
  const { latency, errors, inFlight } = profile;
  return [
    `requests: ${profile.requests.metric}, ${facts.series} series`,
    ...roles,
    ...(errors ? ['errors are told apart'] : []),
    ...(latency
      ? [`latency: ${latency.metric}, ${latency.quantiles === false ? 'mean only' : `${latency.kind} histogram`}`]
      : []),
    ...(inFlight ? [`in flight: ${inFlight.metric}`] : []),
    ...(cpu === null ? [] : [`CPU: ${cpu}`]),
  ];
}
