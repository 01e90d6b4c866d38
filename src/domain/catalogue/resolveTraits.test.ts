import { anchoredPattern } from './anchoredPattern';
import { defaultSettings } from './defaultSettings';
import { builtInGuessRules, guessRules } from './guessRules';
import { resolveTraits, traitsResolver } from './resolveTraits';
import { serviceRef } from './ServiceRef';
import type { CatalogueRule, Settings } from './Settings';

const service = (name: string, namespace = 'shop') =>
  serviceRef('uid', 'p', ['namespace', 'service'], { namespace, service: name });

const rule = (id: string, match: CatalogueRule['match'], traits: CatalogueRule['traits']): CatalogueRule => ({
  id,
  match,
  traits,
});

const settings = (changes: Partial<Settings>): Settings => ({ ...defaultSettings(), ...changes });

describe('resolveTraits', () => {
  it('falls back to the default tier', () => {
    expect(resolveTraits(service('a'), {}, defaultSettings())).toEqual({
      tier: 'P1',
      tierFrom: 'default',
      owner: null,
    });
  });

  it('prefers exception, then label, then rule', () => {
    const rules = [rule('r', { service: 'a' }, { tier: 'P2', owner: 'rule', zones: 2 })];
    const exceptions = [{ service: service('a').key, traits: { tier: 'P0' as const } }];
    const seen = { tier: 'P1', owner: 'label' };
    expect(resolveTraits(service('a'), {}, settings({ rules }))).toMatchObject({
      tier: 'P2',
      tierFrom: 'rule',
      owner: 'rule',
    });
    expect(resolveTraits(service('a'), seen, settings({ rules }))).toMatchObject({
      tier: 'P1',
      tierFrom: 'label',
      owner: 'label',
    });
    expect(resolveTraits(service('a'), seen, settings({ rules, exceptions }))).toEqual({
      tier: 'P0',
      tierFrom: 'exception',
      owner: 'label',
      zones: 2,
    });
  });

  it('takes each trait from the first rule that states it', () => {
    const rules = [
      rule('1', { namespace: 'shop' }, { owner: 'shop' }),
      rule('2', { service: '.*' }, { owner: 'all', tier: 'P2', zones: 3 }),
    ];
    expect(resolveTraits(service('a'), {}, settings({ rules }))).toMatchObject({ owner: 'shop', tier: 'P2', zones: 3 });
  });

  it.each([
    ['anchored at both ends', { service: 'pay' }, 'payments', false],
    ['by pattern', { service: 'pay.*' }, 'payments', true],
    ['without regard to case when asked', { service: '(?i)PAY.*' }, 'payments', true],
    ['by every label it names', { service: 'pay.*', namespace: 'other' }, 'payments', false],
    ['not on a label that is not there', { zone: '.+' }, 'payments', false],
    ['on the empty value of a label that is not there', { zone: '' }, 'payments', true],
    ['everything when it names no label', {}, 'payments', true],
    ['across newlines', { service: 'a.b' }, 'a\nb', true],
  ])('matches %s', (_name, match, name, matches) => {
    const rules = [rule('r', match, { tier: 'P2' })];
    expect(resolveTraits(service(name), {}, settings({ rules })).tierFrom).toBe(matches ? 'rule' : 'default');
  });

  it('lets a rule match labels seen beside the identity', () => {
    const rules = [rule('r', { team: 'payments' }, { tier: 'P0' })];
    expect(resolveTraits(service('a'), { labels: { team: 'payments' } }, settings({ rules })).tier).toBe('P0');
  });

  it.each([
    ['P0', 'P0'],
    ['p2', 'P2'],
    ['0', 'P0'],
    ['tier-1', 'P1'],
    ['Tier 2', 'P2'],
    ['critical', null],
    ['P7', null],
    ['', null],
  ])('reads the tier label %s as %s', (tier, read) => {
    const traits = resolveTraits(service('a'), { tier }, settings({ defaultTier: 'P1' }));
    expect(traits.tierFrom === 'label' ? traits.tier : null).toBe(read);
  });

  it('keeps services apart that differ only in namespace', () => {
    const exceptions = [{ service: service('a', 'one').key, traits: { hidden: true } }];
    const traitsOf = traitsResolver(settings({ exceptions }));
    expect([traitsOf(service('a', 'one'), {}).hidden, traitsOf(service('a', 'two'), {}).hidden]).toEqual([
      true,
      undefined,
    ]);
  });
});

describe('guessRules', () => {
  const fleet = ['checkout', 'Payment-API', 'catalog', 'nightly-report'].map((n) => service(n));

  it('suggests only rules that match something, on the label that names services', () => {
    expect(guessRules([service('catalog')])).toEqual([]);
    expect(guessRules(fleet).map((r) => [r.id, Object.keys(r.match)])).toEqual([
      ['guess-p0-service', ['service']],
      ['guess-p2-service', ['service']],
    ]);
  });

  it.each([guessRules(fleet), builtInGuessRules])('tells tiers by name', (...rules) => {
    const traitsOf = traitsResolver(settings({ rules }));
    expect(fleet.map((s) => traitsOf(s, {}).tier)).toEqual(['P0', 'P0', 'P1', 'P2']);
  });

  it('knows every label a built-in profile names services by', () => {
    const traitsOf = traitsResolver(settings({ rules: builtInGuessRules }));
    for (const label of ['service_name', 'job', 'destination_workload', 'envoy_cluster_name', 'proxy', 'application']) {
      expect(traitsOf(serviceRef('u', 'p', [label], { [label]: 'checkout' }), {}).tier).toBe('P0');
    }
  });
});

describe('anchoredPattern', () => {
  it.each(['(', '[a', '*a', '(?=a)b', '(?<!a)b', '(a)\\1', 'a{2,1}'])('refuses %s', (text) => {
    expect(anchoredPattern(text).ok).toBe(false);
  });
});
