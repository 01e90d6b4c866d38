import type { Profile } from '../../../../domain/catalogue/Profile';
import { formOf } from './formOf';
import { nextProfileId } from './nextProfileId';
import { emptyProfileForm } from './ProfileForm';
import { profileOf } from './profileOf';

const full: Profile = {
  id: 'orders',
  title: 'Orders',
  doc: 'How orders are counted',
  detect: 'orders_total',
  group: ['namespace', 'service'],
  labels: { instance: 'pod', zone: 'zone', owner: 'team' },
  requests: { metric: 'orders_total', matchers: [{ label: 'kind', op: '!=', value: 'probe' }] },
  errors: { matchers: [{ label: 'code', op: '=~', value: '5..' }] },
  rejects: { matchers: [{ label: 'code', op: '=', value: '429' }] },
  latency: { metric: 'orders_seconds', kind: 'native', unit: 'milliseconds' },
  inFlight: { metric: 'orders_in_flight', matchers: [{ label: 'a', op: '=', value: 'b' }] },
  inFlightLimit: { metric: 'orders_limit' },
  seenFrom: 'router',
  instances: { kind: 'gauge', gauge: { metric: 'orders_up' }, per: 'pod' },
  targetsLabel: 'server',
};

it('brings a profile through the form unchanged, also what the form does not show', () => {
  expect(profileOf(formOf(full))).toEqual({ ok: true, value: full });
});

it('keeps a failure counter that the form does not show', () => {
  const profile: Profile = { ...full, errors: { counter: { metric: 'orders_failed_total' } } };
  expect(profileOf(formOf(profile))).toEqual({ ok: true, value: profile });
});

it('drops details of a metric that was replaced', () => {
  const changed = profileOf({ ...formOf(full), inFlightMetric: 'other_in_flight' });
  expect(changed).toMatchObject({ ok: true, value: { inFlight: { metric: 'other_in_flight' } } });
  expect(changed.ok && changed.value.inFlight).not.toHaveProperty('matchers');
});

it('makes a profile of a metric and the labels that name a service', () => {
  const outcome = profileOf({ ...emptyProfileForm('custom'), metric: ' orders_total ', group: 'namespace,  service,' });
  expect(outcome).toMatchObject({
    ok: true,
    value: { id: 'custom', title: 'orders_total', detect: 'orders_total', group: ['namespace', 'service'] },
  });
});

it.each([
  ['no metric', { group: 'service' }, 'requests.metric'],
  ['PromQL instead of a name', { metric: 'sum(x)', group: 'service' }, 'requests.metric'],
  ['no grouping', { metric: 'm' }, 'group'],
  ['a label that is none', { metric: 'm', group: 'my-label' }, 'group[0]'],
])('names the field: %s', (_case, part, field) => {
  expect(profileOf({ ...emptyProfileForm('custom'), ...part })).toMatchObject({ ok: false, error: { field } });
});

it.each([
  ['Prometheus HTTP by a/b', 'prometheus-http-by-a-b'],
  ['服务', 'custom'],
  ['taken', 'taken-2'],
])('makes an id of %j', (wish, id) => {
  expect(nextProfileId(wish, [{ ...full, id: 'taken' }])).toBe(id);
});
