import type { Profile } from '../../../../domain/catalogue/Profile';
import { EMPTY_LABELS, type ProfileForm } from './ProfileForm';

/** A profile opened in the form. */
export function formOf(profile: Profile): ProfileForm {
  const { errors, latency, instances } = profile;
  return {
    id: profile.id,
    title: profile.title,
    metric: profile.requests.metric,
    matchers: profile.requests.matchers ?? [],
    group: profile.group.join(', '),
    labels: { ...EMPTY_LABELS, ...profile.labels },
    errors: errors && 'matchers' in errors ? errors.matchers : [],
    latencyMetric: latency?.metric ?? '',
    latencyKind: latency?.kind ?? 'classic',
    latencyUnit: latency?.unit ?? 'seconds',
    inFlightMetric: profile.inFlight?.metric ?? '',
    instanceGauge: instances.kind === 'gauge' ? instances.gauge.metric : '',
    targetsLabel: profile.targetsLabel ?? '',
    rest: profile,
  };
}
