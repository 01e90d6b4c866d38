import type { Matcher } from '../catalogue/Profile';
import { maxBy, selector, type Expr, type Selector } from './Expr';
import type { QuestionContext } from './QuestionContext';
import { scopedMatchers } from './scopedMatchers';

/** Series of our rule file. Each carries the profile's grouping labels as they are, and `headroom_profile`. */
export const RECORDED_NAMES = [
  'headroom:demand:rate5m',
  'headroom:errors:ratio_rate5m',
  'headroom:latency:p99_5m',
  'headroom:cpu_cores:rate5m',
  'headroom:instances:count',
  'headroom:demand_busiest_instance:rate1h',
  'headroom:saturation:max',
] as const;

export type RecordedName = (typeof RECORDED_NAMES)[number];

/** Label that tells apart what two profiles recorded under one name. */
export const PROFILE_LABEL = 'headroom_profile';

export function recordedSelector(name: RecordedName, context: QuestionContext): Selector {
  const profile: Matcher = { label: PROFILE_LABEL, op: '=', value: context.profile.id };
  return selector(name, [profile, ...scopedMatchers({ ...context, scope: recordedScope(context) })]);
}

/** Of the scope only what fixes a label to one value: that is what the rules put on their series. */
export const recordedScope = ({ scope }: QuestionContext): readonly Matcher[] => scope.filter((m) => m.op === '=');

/** One row a group even when two Prometheus servers record the same. */
export const oncePerGroup = (context: QuestionContext, inner: Expr, extra: readonly string[] = []): Expr =>
  maxBy([...context.profile.group, ...extra], inner);
