import { DAY, HOUR, MINUTE } from '../base/Duration';
import { unknown, valueOf } from '../base/Figure';
import type { JudgeOptions } from './JudgeOptions';
import { benchmark, measured, NOW, peak, judge, evenly, NO_BENCHMARK } from './serviceFacts.fixture';
import type { ServiceFacts } from './ServiceFacts';

const status = (change: Partial<ServiceFacts> = {}, options: Partial<JudgeOptions> = {}) => {
  const { kind, severity, reasons } = judge(change, options).status;
  return [kind, severity, reasons[0]];
};

describe('judgeService: status', () => {
  it.each([
    [
      'P0',
      { instances: measured(45, 'instances'), zones: evenly(15) },
      ['short', 'critical', 'short by 2: 47 required, 45 deployed'],
    ],
    [
      'P1',
      { tier: 'P1' as const, instances: measured(20, 'instances') },
      ['short', 'warning', 'short by 11: 31 required, 20 deployed'],
    ],
    [
      'P2',
      { tier: 'P2' as const, instances: measured(10, 'instances') },
      ['short', 'information', 'short by 6: 16 required, 10 deployed'],
    ],
  ])('a short %s is as severe as its tier says', (_, change, expected) => {
    expect(status(change)).toEqual(expected);
  });

  it.each([
    [
      'the peak',
      { ath: peak(0, { figure: unknown('reqps', 'history is being read', 'wait') }) },
      'history is being read; next: wait',
    ],
    ['the instance count', { instances: unknown('instances', 'no instance label') }, 'no instance label'],
    ['the benchmark', { benchmark: NO_BENCHMARK }, 'no benchmark yet; next: declare one'],
    ['the benchmark, its next step a sentence', { benchmark: { reason: 'no benchmark', next: 'Run a load test.' } }, 'no benchmark; next: run a load test'],
    [
      'a usable benchmark',
      { benchmark: benchmark(NaN) },
      "the benchmark's lower end is NaN; next: declare or measure it again",
    ],
    [
      'any demand',
      { ath: peak(0) },
      'the peak is 0: no demand was seen; next: check that the profile reads the right request counter',
    ],
    [
      'a first sample',
      { lastSeen: null },
      'no demand was ever seen; next: check that the profile reads the right request counter',
    ],
  ])('without %s it is unknown, with reason and next step', (_, change, reason) => {
    expect(status(change)).toEqual(['unknown', 'unknown', reason]);
  });

  it('figures that cannot be worked out say why, and are never 0', () => {
    const verdict = judge({ benchmark: NO_BENCHMARK });
    for (const figure of [verdict.capacity, verdict.headroom, verdict.required, verdict.spare, verdict.utilisation]) {
      expect(figure).toMatchObject({ known: false, reason: 'no benchmark yet', nextStep: 'declare one' });
    }
    expect([verdict.inputs, verdict.idle, verdict.marginProduct, valueOf(verdict.peak)]).toEqual([
      null,
      null,
      null,
      4428,
    ]);
  });

  it('short by another known limit is short without a benchmark', () => {
    const verdict = judge({
      benchmark: NO_BENCHMARK,
      coresPerInstance: 2,
      cpuPerRequest: measured(0.02, 'core-seconds/request'),
    });
    // 6642 × 0.02 / (2 × 0.85) = 78.1 → 79 survivors of 3 zones → 119.
    expect(verdict.status).toMatchObject({ kind: 'short', severity: 'critical' });
    expect(verdict.status.reasons).toEqual(
      [
        'short by 71 at least, by the limits that are known: 119 required, 48 deployed',
        'no benchmark yet; next: declare one',
        'losing zone a (16 of 48 ready) leaves 32 instances, 79 are needed',
      ].sort(
        (a, b) =>
          ['short', 'losin', 'no be'].indexOf(a.slice(0, 5)) - ['short', 'losin', 'no be'].indexOf(b.slice(0, 5))
      )
    );
    expect(verdict.required).toMatchObject({ value: 119, bound: 'at least' });
    expect(verdict.capacity).toMatchObject({ bound: 'at most' });
  });

  it('not short by another limit alone is not ok: it is unknown', () => {
    const verdict = judge({
      benchmark: NO_BENCHMARK,
      coresPerInstance: 8,
      cpuPerRequest: measured(0.01, 'core-seconds/request'),
    });
    expect([verdict.status.kind, verdict.inputs]).toEqual(['unknown', null]);
  });

  it.each([
    ['P0', 'unknown'],
    ['P1', 'ok'],
    ['P2', 'ok'],
  ] as const)('an estimate that fits makes a %s %s', (tier, kind) => {
    expect(judge({ tier, benchmark: benchmark(260, { origin: 'estimated' }) }).status.kind).toBe(kind);
  });

  it('an estimate that does not fit is short all the same', () => {
    expect(status({ benchmark: benchmark(200, { origin: 'estimated' }) })[0]).toBe('short');
  });

  it('an upper bound clears no tier, but can show a shortage', () => {
    const bound = (low: number) => benchmark(low, { origin: 'estimated', upperBoundOnly: true });
    expect(judge({ tier: 'P2', benchmark: bound(260) }).status.kind).toBe('unknown');
    expect(judge({ tier: 'P2', benchmark: bound(260) }).capacity).toMatchObject({ bound: 'at most' });
    expect(judge({ tier: 'P2', benchmark: bound(20) }).status.kind).toBe('short');
  });

  it('no samples for more than 15 minutes is stale, as severe as what it hides', () => {
    expect(status({ lastSeen: NOW - 15 * MINUTE })[0]).toBe('ok');
    const gone = { lastSeen: NOW - 2 * HOUR - 5 * MINUTE };
    expect(status(gone)).toEqual(['stale', 'unknown', 'no samples of demand: last seen 2 h 5 min ago']);
    expect(status({ ...gone, instances: measured(3, 'instances') }).slice(0, 2)).toEqual(['stale', 'critical']);
  });

  it('uneven zones are a status of their own, severe when losing the largest leaves too few', () => {
    // 31 survivors are needed.
    expect(
      status({
        zones: new Map([
          ['a', 17],
          ['b', 16],
          ['c', 15],
        ]),
      })
    ).toEqual(['unbalanced', 'information', 'zones are uneven: 17, 16, 15 instances']);
    expect(
      status({
        zones: new Map([
          ['a', 17],
          ['b', 16],
          ['c', 16],
        ]),
        instances: measured(49, 'instances'),
      })[0]
    ).toBe('ok');
    expect(
      status({
        zones: new Map([
          ['a', 20],
          ['b', 14],
          ['c', 14],
        ]),
      })
    ).toEqual(['unbalanced', 'critical', 'losing zone a (20 of 48 ready) leaves 28 instances, 31 are needed']);
    // Declared three, seen in one: losing it loses everything.
    expect(status({ zones: new Map([['a', 48]]), declaredZones: 3 }).slice(0, 2)).toEqual(['unbalanced', 'critical']);
  });

  it('a stale benchmark is used and marked', () => {
    const verdict = judge({ benchmark: benchmark(260, { at: NOW - 120 * DAY, version: 'v0' }) });
    expect(verdict.status).toEqual({
      kind: 'ok',
      severity: 'none',
      reasons: [
        'holds: 47 required, 1 spare',
        'the benchmark is 120 d old (more than 90 d)',
        'the benchmark is of version v0, v1 runs now',
      ],
    });
  });

  it('a benchmark of another instance spec is marked', () => {
    const specs = new Map([['m5.large', 48]]);
    expect(judge({ benchmark: benchmark(260, { spec: 'm5.4xlarge' }), specs }).status.reasons).toContain('the benchmark is of instance spec m5.4xlarge, m5.large runs now');
  });

  it('a young service says that its peak may be yet to come', () => {
    expect(judge({ firstSeen: NOW - 2 * DAY }).status.reasons).toContain(
      'only 2 d of history: the peak may be yet to come'
    );
  });
});
