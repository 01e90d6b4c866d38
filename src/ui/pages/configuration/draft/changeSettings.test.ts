import { defaultSettings } from '../../../../domain/catalogue/defaultSettings';
import type { CatalogueRule, ServiceTraits, Settings } from '../../../../domain/catalogue/Settings';
import { DEFAULT_POLICY } from '../../../../domain/catalogue/TierPolicy';
import { changeSettings } from './changeSettings';
import type { SettingsAction } from './SettingsAction';
import { withoutEmptyExceptions } from './withoutEmptyExceptions';

const rule = (id: string): CatalogueRule => ({ id, match: { service: id }, traits: { tier: 'P0' } });
const start: Settings = {
  ...defaultSettings(),
  sources: [{ uid: 'a', profiles: ['custom', 'istio'], resources: 'node', scope: [] }],
  rules: [rule('one'), rule('two'), rule('three')],
  customProfiles: [
    {
      id: 'custom',
      title: 'Custom',
      doc: '',
      detect: 'm',
      group: ['g'],
      labels: {},
      requests: { metric: 'm' },
      instances: { kind: 'instance-label' },
    },
  ],
};
const after = (...actions: readonly SettingsAction[]) => actions.reduce(changeSettings, start);
const order = (settings: Settings) => settings.rules.map(({ id }) => id);

describe('sources', () => {
  it('are added once, with everything that is found', () => {
    const twice = after({ type: 'source-added', uid: 'b' }, { type: 'source-added', uid: 'b' });
    expect(twice.sources.slice(1)).toEqual([{ uid: 'b', profiles: [], resources: 'auto', scope: [] }]);
  });

  it('keep what is not changed', () => {
    expect(after({ type: 'source-changed', uid: 'a', change: { resources: 'none' } }).sources[0]).toEqual({
      ...start.sources[0],
      resources: 'none',
    });
  });

  it('are removed', () => {
    expect(after({ type: 'source-removed', uid: 'a' }).sources).toEqual([]);
  });

  it('forget a profile that is removed, since nothing would read them', () => {
    const { customProfiles, sources } = after({ type: 'profile-removed', id: 'custom' });
    expect([customProfiles, sources[0]?.profiles]).toEqual([[], ['istio']]);
  });
});

describe('rules', () => {
  it.each([
    ['two', 'up', ['two', 'one', 'three']],
    ['two', 'down', ['one', 'three', 'two']],
    ['one', 'up', ['one', 'two', 'three']],
    ['three', 'down', ['one', 'two', 'three']],
    ['nobody', 'up', ['one', 'two', 'three']],
  ] as const)('%s moved %s', (id, to, expected) => {
    expect(order(after({ type: 'rule-moved', id, to }))).toEqual(expected);
  });

  it('are edited where they stand and added at the end, where they overrule nothing', () => {
    const edited = { ...rule('two'), traits: { owner: 'me' } };
    const { rules } = after({ type: 'rule-saved', rule: edited }, { type: 'rule-saved', rule: rule('four') });
    expect(rules).toEqual([rule('one'), edited, rule('three'), rule('four')]);
  });

  it('are removed', () => {
    expect(order(after({ type: 'rule-removed', id: 'one' }))).toEqual(['two', 'three']);
  });
});

describe('exceptions', () => {
  const save = (service: string, traits: ServiceTraits): SettingsAction => ({ type: 'exception-saved', service, traits });
  const two = [save('s', { eventFactor: 2 }), save('t', { tier: 'P1' })];
  const remove: SettingsAction = { type: 'exception-removed', service: 's' };

  it.each<[string, readonly SettingsAction[], Settings['exceptions']]>([
    ['are added at the end', [], [{ service: 's', traits: { eventFactor: 2 } }, { service: 't', traits: { tier: 'P1' } }]],
    ['are edited where they stand', [save('s', { eventFactor: 1 })], [{ service: 's', traits: { eventFactor: 1 } }, { service: 't', traits: { tier: 'P1' } }]],
    ['stay while their only statement is typed anew', [save('s', {})], [{ service: 's', traits: {} }, { service: 't', traits: { tier: 'P1' } }]],
    ['are removed', [remove], [{ service: 't', traits: { tier: 'P1' } }]],
    ['that are not there are not removed', [remove, remove], [{ service: 't', traits: { tier: 'P1' } }]],
  ])('%s', (_, actions, expected) => {
    expect(after(...two, ...actions).exceptions).toEqual(expected);
  });

  it('that state nothing are not saved', () => {
    const draft = after(...two, save('s', {}), save('u', { owner: undefined }));
    expect(withoutEmptyExceptions(draft)).toEqual({ ...draft, exceptions: [{ service: 't', traits: { tier: 'P1' } }] });
  });
});

describe('policy', () => {
  it('changes one tier and goes back to its default', () => {
    const changed = after({ type: 'policy-changed', tier: 'P1', change: { reserve: 0.5 } });
    expect(changed.policy).toEqual({ ...DEFAULT_POLICY, P1: { ...DEFAULT_POLICY.P1, reserve: 0.5 } });
    expect(changeSettings(changed, { type: 'policy-reset', tier: 'P1' }).policy).toEqual(DEFAULT_POLICY);
  });
});

it('never changes the settings it was given', () => {
  const before = JSON.stringify(start);
  after(
    { type: 'default-tier-changed', tier: 'P2' },
    { type: 'history-changed', change: { historyDays: 7, currency: 'EUR' } }
  );
  expect(JSON.stringify(start)).toBe(before);
});
