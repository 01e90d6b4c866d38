import type { Matcher, Profile, ProfileLabels } from '../../../../domain/catalogue/Profile';

/** A custom profile as somebody fills it in; every field a text, none of them PromQL. */
export interface ProfileForm {
  readonly id: string;
  readonly title: string;
  readonly metric: string;
  readonly matchers: readonly Matcher[];
  /** Widest first, separated by commas. */
  readonly group: string;
  readonly labels: Readonly<Record<keyof ProfileLabels, string>>;
  readonly errors: readonly Matcher[];
  readonly latencyMetric: string;
  readonly latencyKind: 'classic' | 'native';
  readonly latencyUnit: 'seconds' | 'milliseconds';
  readonly inFlightMetric: string;
  /** Empty = counted by the instance label. */
  readonly instanceGauge: string;
  readonly targetsLabel: string;
  /** What the form does not show, kept as it was. */
  readonly rest: Partial<Profile>;
}

export const EMPTY_LABELS: ProfileForm['labels'] = {
  instance: '',
  zone: '',
  version: '',
  spec: '',
  route: '',
  owner: '',
  tier: '',
};

export const emptyProfileForm = (id: string): ProfileForm => ({
  id,
  title: '',
  metric: '',
  matchers: [],
  group: '',
  labels: { ...EMPTY_LABELS, instance: 'instance' },
  errors: [],
  latencyMetric: '',
  latencyKind: 'classic',
  latencyUnit: 'seconds',
  inFlightMetric: '',
  instanceGauge: '',
  targetsLabel: '',
  rest: {},
});
