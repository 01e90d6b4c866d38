import type { Result } from '../../../../domain/base/Result';
import type { FieldProblem } from '../../../../domain/catalogue/FieldProblem';
import { parseProfile } from '../../../../domain/catalogue/parseProfile';
import type { Profile } from '../../../../domain/catalogue/Profile';
import type { ProfileForm } from './ProfileForm';

/** The profile a form describes, or the first field that is wrong. What the form does not show stays as it was. */
export function profileOf(form: ProfileForm): Result<Profile, FieldProblem> {
  const { rest } = form;
  const requests = {
    ...kept(rest.requests, form.metric),
    metric: form.metric.trim(),
    ...listed('matchers', form.matchers),
  };
  return parseProfile(
    withoutAbsent({
      id: form.id,
      title: form.title.trim() || form.metric.trim() || form.id,
      doc: rest.doc,
      group: words(form.group),
      labels: withoutAbsent(
        Object.fromEntries(Object.entries(form.labels).map(([role, name]) => [role, name.trim() || undefined]))
      ),
      requests,
      errors: form.errors.length > 0 ? { matchers: form.errors } : counterOf(rest.errors),
      rejects: rest.rejects,
      latency: latencyOf(form),
      inFlight: metricOf(form.inFlightMetric, rest.inFlight),
      inFlightLimit: rest.inFlightLimit,
      seenFrom: rest.seenFrom,
      instances: instancesOf(form),
      targetsLabel: form.targetsLabel.trim() || undefined,
    })
  );
}

const words = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

const withoutAbsent = (record: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const listed = <K extends string>(name: K, list: readonly unknown[]) =>
  list.length > 0 ? { [name]: list } : { [name]: undefined };

/** Details of a source (native, matchers) belong to its metric: another metric starts afresh. */
const kept = <T extends { readonly metric: string }>(source: T | undefined, metric: string): Partial<T> =>
  source?.metric === metric.trim() ? source : {};

const metricOf = <T extends { readonly metric: string }>(typed: string, source: T | undefined) =>
  typed.trim() === '' ? undefined : { ...kept(source, typed), metric: typed.trim() };

const counterOf = (errors: Profile['errors']) => (errors && 'counter' in errors ? errors : undefined);

const latencyOf = ({ latencyMetric, latencyKind, latencyUnit, rest }: ProfileForm) =>
  latencyMetric.trim() === ''
    ? undefined
    : { ...kept(rest.latency, latencyMetric), metric: latencyMetric.trim(), kind: latencyKind, unit: latencyUnit };

function instancesOf({ instanceGauge, rest }: ProfileForm) {
  const gauge = rest.instances?.kind === 'gauge' ? rest.instances : undefined;
  return instanceGauge.trim() === ''
    ? { kind: 'instance-label' }
    : { ...gauge, kind: 'gauge', gauge: { ...kept(gauge?.gauge, instanceGauge), metric: instanceGauge.trim() } };
}
