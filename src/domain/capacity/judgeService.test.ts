import * as fc from 'fast-check';
import { MINUTE } from '../base/Duration';
import { unknown, valueOf, type KnownFigure } from '../base/Figure';
import { eventMargin } from './eventMargin';
import { headroom } from './headroom';
import { requiredInstances } from './requiredInstances';
import { benchmark, measured, NOW, peak, judge, evenly } from './serviceFacts.fixture';

describe('judgeService: figures', () => {
  it('of a P0 with all known agree with the arithmetic', () => {
    const verdict = judge();
    expect([verdict.peak, verdict.designDemand, verdict.required, verdict.spare].map(valueOf)).toEqual([
      4428, 6642, 47, 1,
    ]);
    expect(valueOf(verdict.capacity)).toBeCloseTo(Math.min(48 * 182, 32 * 221), 9);
    expect(valueOf(verdict.headroom)).toBeCloseTo(7072 / 4428 - 1, 12);
    expect(verdict.asked).toBeCloseTo(0.5, 12);
    expect(verdict.marginProduct).toBeCloseTo(2.647, 3);
    expect(verdict.status).toEqual({ kind: 'ok', severity: 'none', reasons: ['holds: 47 required, 1 spare'] });
  });

  it('carry the arithmetic and what it rests on as evidence', () => {
    const { origins, asOf, coverage } = judge().required.evidence;
    expect(origins[0]).toEqual({
      kind: 'derived',
      lines: [
        'plain peak = 4100 × 1.08 = 4428',
        'design demand = 4428 × 1.5 = 6642',
        'base: benchmark = ceil(6642 × 1 / (260 × 0.7)) = 37',
        'base = 37',
        'base after loss: benchmark = ceil(6642 × 1 / (260 × 0.85)) = 31',
        'base after loss = 31',
        'required = least n with n ≥ 37 and n - ceil(n / 3) ≥ 31 = 47',
      ],
    });
    expect(origins.map((o) => o.kind)).toEqual(expect.arrayContaining(['policy', 'query', 'declared']));
    expect([asOf, coverage]).toEqual([NOW - MINUTE, 0.99]);
  });

  it.each([
    ['load-test', {}, 'measured'],
    ['declared', { origin: 'declared' as const }, 'declared'],
    ['estimated', { origin: 'estimated' as const }, 'estimated'],
    ['extrapolated', { origin: 'estimated' as const, extrapolated: true }, 'extrapolated'],
  ])('are as good as their weakest input: %s', (_, change, quality) => {
    expect((judge({ benchmark: benchmark(260, change) }).required as KnownFigure).quality).toBe(quality);
  });

  it('of a censored peak are bounds', () => {
    const verdict = judge({ ath: peak(4100, { censored: true }) });
    expect(verdict.peak).toMatchObject({ value: 4428, bound: 'at least' });
    expect(verdict.required).toMatchObject({ value: 47, bound: 'at least' });
    expect(verdict.headroom).toMatchObject({ bound: 'at most' });
    expect((verdict.capacity as KnownFigure).bound).toBeUndefined();
    expect(verdict.status.reasons.join()).toContain('true demand was at least this');
  });

  it('use the third-highest daily peak for a P2', () => {
    const verdict = judge({ tier: 'P2' });
    // 3000 × 1.08 / (260 × 0.8) = 15.6.
    expect([verdict.peak, verdict.required].map(valueOf)).toEqual([3240, 16]);
    expect(verdict.headroomAfterLoss).toMatchObject({ known: false, reason: 'the policy asks nothing to be survived' });
  });

  it('take 1 and say so when burst or skew is unknown', () => {
    const verdict = judge({ burst: unknown('factor', 'too few windows') });
    expect(valueOf(verdict.peak)).toBe(4100);
    expect(verdict.status.reasons).toContain('burst is not known (too few windows): 1 is assumed');
  });

  it('judge an autoscaled service at its maximum, never by the few of the night', () => {
    const autoscaler = { min: 6, max: 60, desired: 9 };
    const verdict = judge({ instances: measured(9, 'instances'), zones: evenly(3), autoscaler });
    expect([verdict.inputs?.deployed, valueOf(verdict.spare), verdict.status.kind]).toEqual([60, 13, 'ok']);
    expect(JSON.stringify(verdict.spare.evidence)).toContain("autoscaler's maximum: 60 (9 ready now)");
  });

  it('round an averaged count of instances down', () => {
    expect(judge({ instances: measured(46.9, 'instances') }).inputs?.deployed).toBe(46);
  });
});

describe('judgeService: property', () => {
  it('its figures are those of the capacity functions for its inputs, and short is spare below 0', () => {
    const numbers = fc.record({
      demand: fc.double({ min: 0.1, max: 1e5, noNaN: true }),
      low: fc.double({ min: 0.1, max: 1e4, noNaN: true }),
      each: fc.integer({ min: 1, max: 300 }),
      growth: fc.double({ min: -0.5, max: 2, noNaN: true }),
      tier: fc.constantFrom('P0' as const, 'P1' as const, 'P2' as const),
    });
    fc.assert(
      fc.property(numbers, ({ demand, low, each, growth, tier }) => {
        const given = {
          tier,
          ath: peak(demand),
          thirdPeak: peak(demand),
          benchmark: benchmark(low),
          instances: measured(3 * each, 'instances'),
          zones: evenly(each),
        };
        const verdict = judge(given, { growth });
        const inputs = verdict.inputs;
        if (inputs === null) {
          throw new Error('all is known');
        }
        expect(valueOf(verdict.required)).toBe(requiredInstances(inputs));
        expect(valueOf(verdict.headroom)).toBe(headroom(inputs));
        expect(valueOf(verdict.eventMargin)).toBe(eventMargin(inputs));
        expect(verdict.status.kind === 'short').toBe((valueOf(verdict.spare) ?? 0) < 0);
      })
    );
  });
});
