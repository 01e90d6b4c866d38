import { valueOf } from '../base/Figure';
import { facts, judge, NO_BENCHMARK } from './serviceFacts.fixture';

describe('judgeService: policy', () => {
  it.each([
    ['the tier', {}, 1.5],
    ['an ATH that was an event', { athWasEvent: true }, 1],
    ['an exception', { eventFactor: 2, athWasEvent: true }, 2],
  ])('takes the event factor from %s', (_, change, factor) => {
    expect(judge(change).inputs?.eventFactor).toBe(factor);
  });

  it('does not lower the event factor of a P2 for an ATH it is not judged by', () => {
    const policy = { ...facts({ tier: 'P2' }).policy, eventFactor: 1.2, eventFactorAfterEvent: 1 };
    expect(judge({ tier: 'P2', policy, athWasEvent: true }).inputs?.eventFactor).toBe(1.2);
  });

  it.each([
    ['labels', {}, { kind: 'zone', zones: 3 }],
    ['the catalogue', { zones: new Map(), declaredZones: 2 }, { kind: 'zone', zones: 2 }],
    ['nobody', { zones: new Map() }, { kind: 'n+1' }],
    ['one zone only', { zones: new Map([['a', 48]]) }, { kind: 'n+1' }],
    ['a service without redundancy', { redundancy: 'none' as const }, { kind: 'none' }],
  ])('knows zones from %s', (_, change, survival) => {
    expect(judge(change).inputs?.survival).toEqual(survival);
  });

  it('says why N+1 stands in for a zone', () => {
    expect(judge({ zones: new Map() }).status.reasons.join()).toContain('zones are not known: judged by N+1');
    expect(judge({ zones: new Map([['a', 48]]) }).status.reasons.join()).toContain('losing it loses everything');
  });

  it('applies the slider to the peak', () => {
    const verdict = judge({}, { growth: 0.2 });
    expect(valueOf(verdict.peak)).toBeCloseTo(4428 * 1.2, 9);
    expect(verdict.status.kind).toBe('short');
    expect(JSON.stringify(verdict.peak.evidence)).toContain('ATH with +20 % = 4100 × 1.2 = 4920');
  });

  it('applies what-if inputs, and only those asked', () => {
    const overrides = {
      eventFactor: 1,
      reserve: 0.2,
      degradedReserve: 0,
      redundancy: 'n+1',
      instances: 10,
      benchmarkLow: 500,
    } as const;
    expect(judge({ benchmark: NO_BENCHMARK }, { overrides }).inputs).toMatchObject({
      eventFactor: 1,
      reserve: 0.2,
      degradedReserve: 0,
      survival: { kind: 'n+1' },
      limits: { benchmark: 500 },
      deployed: 10,
      burst: 1.08,
    });
    // Zones asked about are taken as even, whatever stands there now.
    expect(judge({}, { overrides: { zones: 4 } }).status.kind).toBe('ok');
    expect(judge({}, { overrides: { zones: 4 } }).inputs?.survival).toEqual({ kind: 'zone', zones: 4 });
  });

  it.each([
    [{ growth: -1 }, 'invalid growth: -1'],
    [{ growth: NaN }, 'invalid growth: NaN'],
    [{ overrides: { reserve: 1 } }, 'invalid what-if reserve: 1'],
    [{ overrides: { instances: 2.5 } }, 'invalid what-if instances: 2.5'],
    [{ overrides: { benchmarkLow: 0 } }, 'invalid what-if benchmarkLow: 0'],
    [{ overrides: { eventFactor: -1 } }, 'invalid what-if eventFactor: -1'],
  ])('refuses %p by name', (options, message) => {
    expect(() => judge({}, options)).toThrow(message);
  });
});
