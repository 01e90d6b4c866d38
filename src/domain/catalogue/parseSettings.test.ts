import fc from 'fast-check';
import { defaultSettings } from './defaultSettings';
import { migrateSettings } from './migrateSettings';
import { parseSettings } from './parseSettings';
import { serializeSettings } from './serializeSettings';
import type { Settings } from './Settings';
import { settingsBytes } from './settingsBytes';
import { TIERS } from './Tier';

const settingsOf = (raw: unknown): Settings => {
  const parsed = parseSettings(raw);
  if (!parsed.ok) {
    throw new Error(`${parsed.error.field}: ${parsed.error.message}`);
  }
  return parsed.value.settings;
};

const problem = (raw: unknown): string => {
  const parsed = parseSettings(raw);
  return parsed.ok ? 'accepted' : `${parsed.error.field} ${parsed.error.message}`;
};

const custom = { id: 'mine', group: ['app'], requests: { metric: 'mine_total' } };

describe('defaults', () => {
  it.each([
    ['nothing saved', undefined],
    ['null', null],
    ['an empty object', {}],
    ['only the schema', { schema: 1 }],
  ])('%s gives the default settings', (_name, raw) => {
    expect(settingsOf(raw)).toEqual(defaultSettings());
  });

  it('fills what is missing at every level', () => {
    const settings = settingsOf({ sources: [{ uid: 'prom' }], policy: { P0: { reserve: 0.4 } } });
    expect(settings.sources).toEqual([{ uid: 'prom', profiles: [], resources: 'auto', scope: [] }]);
    expect(settings.policy.P0).toMatchObject({ reserve: 0.4, degradedReserve: 0.15, eventFactor: 1.5 });
    expect(settings.policy.P2).toEqual(defaultSettings().policy.P2);
  });

  it('never lets a default degraded reserve exceed the reserve that was stated', () => {
    expect(settingsOf({ policy: { P0: { reserve: 0.1 } } }).policy.P0.degradedReserve).toBe(0.1);
  });

  it('tells from the rest what a custom profile leaves out', () => {
    expect(settingsOf({ customProfiles: [custom] }).customProfiles[0]).toEqual({
      ...custom,
      title: 'mine',
      doc: '',
      detect: 'mine_total',
      labels: {},
      instances: { kind: 'instance-label' },
    });
  });
});

describe('what is wrong is named by field and value', () => {
  it.each<[string, unknown, string]>([
    ['a list', [], '(document) must be an object (found [])'],
    ['a text', 'x', '(document) must be an object (found "x")'],
    ['a newer schema', { schema: 2 }, 'schema is 2, written by a newer version'],
    ['an older schema nobody wrote', { schema: 0 }, 'schema is 0, which no version'],
    ['a schema that is no number', { schema: '1' }, 'schema must be a whole number (found "1")'],
    ['a misspelt field', { polcy: {} }, 'polcy is not a known field'],
    ['a misspelt field deep down', { policy: { P0: { reserv: 0.1 } } }, 'policy.P0.reserv is not a known field'],
    ['a reserve of all', { policy: { P0: { reserve: 1 } } }, 'policy.P0.reserve must be below 1 (found 1)'],
    ['a negative reserve', { policy: { P1: { reserve: -0.1 } } }, 'policy.P1.reserve must be at least 0 (found -0.1)'],
    [
      'a reserve as a text',
      { policy: { P1: { reserve: '0.3' } } },
      'policy.P1.reserve must be a finite number (found "0.3")',
    ],
    [
      'a degraded reserve above the reserve',
      { policy: { P2: { reserve: 0.2, degradedReserve: 0.3 } } },
      'policy.P2.degradedReserve must not be above the reserve of normal operation (found 0.3)',
    ],
    ['an event factor of 0', { policy: { P0: { eventFactor: 0 } } }, 'policy.P0.eventFactor must be above 0 (found 0)'],
    ['NaN', { policy: { P0: { reserve: NaN } } }, 'policy.P0.reserve must be a finite number (found NaN)'],
    ['Infinity', { historyDays: Infinity }, 'historyDays must be a finite number (found Infinity)'],
    ['no days', { historyDays: 0 }, 'historyDays must be at least 1 (found 0)'],
    ['too many days', { historyDays: 401 }, 'historyDays must be at most 400 (found 401)'],
    ['half a day', { historyDays: 1.5 }, 'historyDays must be a whole number (found 1.5)'],
    ['a budget of 0', { dailySampleBudget: 0 }, 'dailySampleBudget must be above 0 (found 0)'],
    ['an unknown tier', { defaultTier: 'P9' }, 'defaultTier must be one of "P0", "P1", "P2" (found "P9")'],
    ['a source without uid', { sources: [{}] }, 'sources[0].uid must be a text (found nothing)'],
    ['the same source twice', { sources: [{ uid: 'a' }, { uid: 'a' }] }, 'sources[1].uid "a" stands here twice'],
    [
      'a profile nobody knows',
      { sources: [{ uid: 'a', profiles: ['x'] }] },
      'sources[0].profiles[0] "x" is neither a built-in nor a custom',
    ],
    [
      'an operator PromQL does not have',
      { sources: [{ uid: 'a', scope: [{ label: 'l', op: '~', value: '' }] }] },
      'sources[0].scope[0].op must be one of "=", "!=", "=~", "!~" (found "~")',
    ],
    [
      'a scope that is no regular expression',
      { sources: [{ uid: 'a', scope: [{ label: 'l', op: '=~', value: '(' }] }] },
      'sources[0].scope[0].value must hold a valid regular expression',
    ],
    [
      'a rule that is no regular expression',
      { rules: [{ id: 'r', match: { service: 'a(b' }, traits: {} }] },
      'rules[0].match.service must be a valid regular expression (RE2, anchored) (found "a(b")',
    ],
    [
      'a rule with a look-ahead, which RE2 lacks',
      { rules: [{ id: 'r', match: { service: '(?=a)' }, traits: {} }] },
      'rules[0].match.service must be a valid regular expression',
    ],
    ['a rule on no label', { rules: [{ id: 'r', match: { 'a-b': 'x' }, traits: {} }] }, 'rules[0].match'],
    [
      'the same rule twice',
      {
        rules: [
          { id: 'r', match: {}, traits: {} },
          { id: 'r', match: {}, traits: {} },
        ],
      },
      'rules[1].id "r" stands here twice',
    ],
    [
      'half a zone',
      { exceptions: [{ service: 's', traits: { zones: 1.5 } }] },
      'exceptions[0].traits.zones must be a whole number',
    ],
    ['__proto__', JSON.parse('{"__proto__":{"x":1}}'), '__proto__ is not a known field'],
    [
      '__proto__ deep down',
      JSON.parse('{"rules":[{"id":"r","match":{"__proto__":"x"},"traits":{}}]}'),
      'rules[0].match.__proto__ is not a known field',
    ],
    ['a value of 200 kB', { currency: 'x'.repeat(200_000) }, '… (200002 characters))'],
    [
      'a custom profile without requests',
      { customProfiles: [{ id: 'm', group: ['a'] }] },
      'customProfiles[0].requests must be an object',
    ],
    [
      'a custom profile by the name of a built-in',
      { customProfiles: [{ ...custom, id: 'grpc' }] },
      'customProfiles[0].id "grpc" is the id of a built-in',
    ],
    ['a currency without a name', { currency: '' }, 'currency must be at least 1 characters long'],
  ])('%s', (_name, raw, message) => {
    expect(problem(raw)).toContain(message);
  });

  it('survives a prototype named constructor and values of every JSON kind', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        const parsed = parseSettings(raw);
        expect(parsed.ok || parsed.error.field !== '').toBe(true);
      })
    );
  });
});

describe('serializeSettings', () => {
  const nasty = (name: string): Settings => ({
    ...defaultSettings(),
    exceptions: [{ service: JSON.stringify(['uid', 'p', name]), traits: { owner: name, tier: 'P0' } }],
    rules: [{ id: 'r', match: { service: '.*', namespace: 'a|b' }, traits: { zones: 3 } }],
  });

  it('is read back as the same settings, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...TIERS), (name, defaultTier) => {
        const settings = { ...nasty(name), defaultTier };
        expect(settingsOf(JSON.parse(serializeSettings(settings)))).toEqual(settings);
      })
    );
  });

  it.each([
    ['quotes', `"'\``],
    ['backslashes', '\\\\'],
    ['newlines', 'a\r\n\u2028b'],
    ['unicode', '日本 ☃ 🚀'],
    ['200 kB', 'x'.repeat(200_000)],
  ])('keeps %s', (_name, text) => {
    expect(settingsOf(JSON.parse(serializeSettings(nasty(text))))).toEqual(nasty(text));
  });

  it('writes equal settings as equal text, whatever the order of their keys', () => {
    const { schema, sources, ...rest } = defaultSettings();
    expect(serializeSettings({ ...rest, sources, schema })).toBe(serializeSettings(defaultSettings()));
    expect(serializeSettings(nasty('a'))).toMatch(/"match":\{"namespace":.*"service":/);
  });

  it.each(['', 'ascii', 'größe', '日本', '🚀'])('counts the bytes of %s', (text) => {
    expect(settingsBytes(nasty(text))).toBe(Buffer.byteLength(serializeSettings(nasty(text)), 'utf8'));
  });
});

describe('migrateSettings', () => {
  const migrations = [
    {
      from: 1,
      does: 'Renamed days to historyDays.',
      apply: ({ days, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, historyDays: days }),
    },
    {
      from: 2,
      does: 'Added a currency.',
      apply: (d: Readonly<Record<string, unknown>>) => ({ ...d, currency: 'EUR' }),
    },
  ];

  it('goes step by step and says what it did', () => {
    expect(migrateSettings({ schema: 1, days: 30 }, migrations, 3)).toEqual({
      ok: true,
      value: {
        document: { schema: 3, historyDays: 30, currency: 'EUR' },
        migrated: 'Renamed days to historyDays. Added a currency.',
      },
    });
  });

  it('leaves a document of this version alone', () => {
    expect(migrateSettings({ schema: 3 }, migrations, 3)).toEqual({
      ok: true,
      value: { document: { schema: 3 }, migrated: null },
    });
  });

  it('refuses one it has no step for', () => {
    expect(migrateSettings({ schema: 0 }, migrations, 3)).toMatchObject({ ok: false, error: { field: 'schema' } });
  });
});
