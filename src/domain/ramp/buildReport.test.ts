import { DAY } from '../base/Duration';
import { facts as factsOfService, measured, peak } from '../capacity/serviceFacts.fixture';
import { buildReport, type ReportInputs } from './buildReport';
import { parseStoredRun } from './parseStoredRun';
import { reportMarkdown } from './reportMarkdown';
import type { StepRecord } from './RampState';
import type { NamedFigures, StepCurves } from './RunReport';
import { facts, NOW } from './run.fixture';
import type { StoredRun } from './StoredRun';

const step = (index: number, rps: number, over: Partial<StepRecord> = {}): StepRecord => ({
  index,
  purpose: 'climb',
  shareBp: rps * 10,
  offeredRps: rps,
  demand: { mean: rps, se: 2, n: 12 },
  measuredShare: rps / 1_000,
  from: NOW + index * 60_000,
  to: NOW + index * 60_000 + 50_000,
  result: 'carried',
  why: 'no guard was passed',
  verdict: null,
  ...over,
});

const verdict = { judge: 'Headroom judge', decision: 'permit', reason: 'after 6 windows all proven not worse', nextLook: null, metrics: [], score: null } as const;

const stored: StoredRun = {
  outcome: { kind: 'limit-found', interval: { mean: 400, low: 396, high: 420 }, limitedBy: 'CPU of a: 91 %' },
  steps: [step(1, 200), step(2, 300), step(3, 420, { result: 'failed', why: 'CPU of a: 91 %' }), step(4, 400, { purpose: 'confirm', verdict })],
  ending: { releasedAt: NOW + 400_000, baselineAt: NOW + 403_000, byContract: true, byMetrics: true, recoveredAt: NOW + 405_000 },
  startedAt: NOW,
  maxShare: 0.42,
  maxRps: 421,
  harmed: 17,
  fault: { at: NOW + 396_000, clearAt: NOW + 391_000 },
  rehearsal: { at: NOW, returnMs: 3_400, server: 'keeper 1' },
  facts: facts(),
  checks: [{ title: 'Autoscaler', state: 'warn', evidence: 'not pinned' }],
  warnings: ['the autoscaler may change the instances'],
};

const figures = (rps: number, cost: number) => ({ demandRps: rps, cpuCores: rps * cost, memoryBytes: 1e9, meanSeconds: rps > 350 ? 0.05 : 0.02, p99Seconds: 0.2, errorRatio: 0.001 });
const named = (name: string): NamedFigures => ({ name, ...figures(50, 0.01) });

const curves: readonly StepCurves[] = stored.steps.map((s) => ({ index: s.index, target: figures(s.offeredRps, 0.009), peers: figures(150, 0.01), peerSpread: 1, apis: [named('/checkout')], dependencies: [named('payments')] }));

/** A peak of 900 requests/s and six instances of which four are needed: nothing is kept free, nothing must be survived. */
const bare = factsOfService({ tier: 'P2' });
const service = factsOfService({
  tier: 'P2',
  policy: { ...bare.policy, peakBasis: 'ath', eventFactor: 1.5, reserve: 0, degradedReserve: 0 },
  redundancy: 'none',
  ath: peak(900),
  burst: measured(1, 'factor'),
  instances: measured(6, 'instances'),
  zones: new Map(),
  versions: new Map(),
  firstSeen: NOW - 90 * DAY,
  lastSeen: NOW,
});

const inputs = (over: Partial<ReportInputs> = {}): ReportInputs => ({
  runId: 'r1',
  service: 'shop/checkout',
  pool: 'web',
  target: 'a',
  by: 'ed',
  reason: 'before the sale',
  startedAt: NOW,
  endedAt: NOW + 405_000,
  stored,
  curves,
  serviceFacts: service,
  link: '/explore?from=1&to=2',
  dashboard: '/d/headroom-service?from=1&to=2',
  earlier: [{ runId: 'r0', at: NOW - 86_400_000, version: 'v0', spec: 'm5', interval: { mean: 440, low: 434, high: 450 } }],
  ...over,
});

/** Paths of everything that is empty: null, an empty text, an empty list, a number that is none. */
function empty(value: unknown, path = ''): string[] {
  if (value === null || value === undefined || value === '' || (typeof value === 'number' && !Number.isFinite(value))) {
    return [path];
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? [path] : value.flatMap((one, i) => empty(one, `${path}[${i}]`));
  }
  return typeof value === 'object' ? Object.entries(value).flatMap(([key, one]) => empty(one, path === '' ? key : `${path}.${key}`)) : [];
}

describe('the report of a finished run', () => {
  it('has every field filled', () => {
    const report = buildReport(inputs({ stored: { ...stored, outcome: { kind: 'stopped-by-guard', guard: 'cpu', rps: 420, reason: 'CPU of a: 91 %' } } }));
    // A verdict's details are empty by nature: no next look after the last, no score of a judge without scores.
    const allowed = /^verdicts\[\d+\]\.verdict\.(nextLook|metrics|score)$/;
    expect(empty(report).filter((path) => !allowed.test(path))).toEqual([]);
  });

  it('notices a field that is empty', () => {
    expect(empty(buildReport(inputs({ serviceFacts: null })))).toContain('required');
    expect(empty(buildReport(inputs({ curves: [] })))).toContain('steps[0].target.cpuCores');
  });

  const without = (over: Partial<StepCurves>): Partial<ReportInputs> => ({ curves: curves.map((c) => ({ ...c, ...over })) });
  const fields = (of: 'target' | 'peers', field: keyof (typeof curves)[0]['target']) => without({ [of]: { ...curves[0]?.[of], [field]: null } });
  const kept = (over: Partial<StoredRun>): Partial<ReportInputs> => ({ stored: { ...stored, ...over } });

  /** What the design says a report holds, where it stands, and what it comes from: without that the test above would fail. */
  it.each<[string, string, Partial<ReportInputs>]>([
    ['benchmark with its interval', 'benchmark', kept({ outcome: { kind: 'inconclusive', missing: 'time' }, steps: [] })],
    ['demand of the target in each step', 'steps[0].target.demandRps', { ...fields('target', 'demandRps'), ...kept({ steps: stored.steps.map((s) => ({ ...s, demand: null })) }) }],
    ['CPU of the target', 'steps[0].target.cpuCores', fields('target', 'cpuCores')],
    ['memory of the target', 'steps[0].target.memoryBytes', fields('target', 'memoryBytes')],
    ['p99 of the target', 'steps[0].target.p99Seconds', fields('target', 'p99Seconds')],
    ['errors of the target', 'steps[0].target.errorRatio', fields('target', 'errorRatio')],
    ['demand of its peers', 'steps[0].peers.demandRps', fields('peers', 'demandRps')],
    ['CPU of its peers', 'steps[0].peers.cpuCores', fields('peers', 'cpuCores')],
    ['memory of its peers', 'steps[0].peers.memoryBytes', fields('peers', 'memoryBytes')],
    ['p99 of its peers', 'steps[0].peers.p99Seconds', fields('peers', 'p99Seconds')],
    ['errors of its peers', 'steps[0].peers.errorRatio', fields('peers', 'errorRatio')],
    ['each of the top five APIs', 'steps[0].apis', without({ apis: [] })],
    ['response time of an API under load', 'steps[0].apis[0].p99Seconds', without({ apis: [{ ...named('/checkout'), p99Seconds: null }] })],
    ['each dependency', 'steps[0].dependencies', without({ dependencies: [] })],
    ['response time of a dependency under load', 'steps[0].dependencies[0].meanSeconds', without({ dependencies: [{ ...named('payments'), meanSeconds: null }] })],
    ['trend of CPU over demand', 'cpuTrend', fields('target', 'cpuCores')],
    ['knee', 'knee', fields('target', 'meanSeconds')],
    ['required at the all-time high', 'required', { serviceFacts: null }],
    ['instances that can go', 'spareInstances', { serviceFacts: null }],
    ['verdicts with reasons', 'verdicts', kept({ steps: stored.steps.map((s) => ({ ...s, verdict: null })) })],
    ['time from fault to baseline', 'faultToBaselineMs', kept({ fault: null })],
    ['time to recover', 'timeToRecoverMs', kept({ ending: { ...stored.ending, recoveredAt: null } })],
    ['the way back as rehearsed', 'measuredReturnMs', kept({ rehearsal: null })],
    ['link to a dashboard of the same time range', 'dashboard', { dashboard: '' }],
    ['comparison with the release before', 'comparison', { earlier: [] }],
    ['what the comparison is with', 'comparison.against.version', { earlier: [{ runId: 'r0', at: NOW, version: null, spec: 'm5', interval: { mean: 1, low: 1, high: 1 } }] }],
  ])('%s is missed when it is not there', (_name, path, over) => expect(empty(buildReport(inputs(over)))).toContain(path));

  it.each<[string, string]>([
    ['what limited it', 'limitedBy'],
    ['bottleneck', 'bottleneck'],
    ['knee in words', 'kneeWords'],
    ['version', 'version'],
    ['spec', 'spec'],
    ['comparison in words', 'comparisonWords'],
    ['fault to baseline in words', 'faultToBaselineWords'],
  ])('%s says why where it is not known', (_name, field) => {
    const bare = buildReport(inputs({ stored: { ...stored, outcome: { kind: 'inconclusive', missing: 'time' }, steps: [], facts: null, fault: null }, curves: [], serviceFacts: null, earlier: [] }));
    expect(String(Object.entries(bare).find(([key]) => key === field)?.[1] ?? '').length).toBeGreaterThan(10);
  });

  it.each([
    ['maximum share', 'maxShare', 0.42],
    ['deployed instances', 'deployedInstances', 5],
  ] as const)('%s is that of the run', (_name, field, expected) => expect(buildReport(inputs())[field]).toBe(expected));

  it('gives the benchmark with its interval, and less of it for the fleet when the target is cheaper than its peers', () => {
    const { benchmark, required, spareInstances } = buildReport(inputs());
    expect(benchmark).toMatchObject({ mean: 400, low: 396, high: 420 });
    expect(benchmark?.cpuRatio).toBeCloseTo(0.9, 9);
    expect(benchmark?.fleetRps).toBeCloseTo(396 * 0.9, 9);
    expect(required).toEqual({ instances: 4, athRps: 900, eventFactor: 1.5 });
    expect(spareInstances).toBe(2);
  });

  it('finds the knee and the trend of CPU', () => {
    const { knee, cpuTrend } = buildReport(inputs());
    expect(knee?.rps).toBe(400);
    expect(cpuTrend?.slope).toBeCloseTo(0.009, 9);
    expect(cpuTrend?.intercept).toBeCloseTo(0, 9);
  });

  it.each([
    ['an inconclusive run', { kind: 'inconclusive', missing: 'time' }],
    ['a run without steps', { kind: 'stopped-by-operator', by: 'ann' }],
  ] as const)('of %s gives no benchmark and says so', (_name, outcome) => {
    const report = buildReport(inputs({ stored: { ...stored, outcome, steps: [] }, curves: [] }));
    expect(report.benchmark).toBeNull();
    expect(report.benchmarkWords).toContain('no benchmark');
    expect(report.required).toBeNull();
  });

  it('of a run somebody else closed says what was not measured, never 0', () => {
    const report = buildReport(inputs({ stored: { ...stored, outcome: { kind: 'lost-control', reason: 'the controller died', known: 'the traffic is back' }, facts: null, harmed: null, maxShare: null, maxRps: null } }));
    expect(report).toMatchObject({ harmedRequests: null, maxShare: null, maxRps: null, deployedInstances: null });
    const text = reportMarkdown(report);
    for (const line of ['Maximum share not measured, maximum demand not measured', 'instances deployed: not measured', 'Requests harmed: not measured']) {
      expect(text).toContain(line);
    }
  });

  it('as Markdown carries every field and no markup of its data', () => {
    const text = reportMarkdown(buildReport(inputs({ reason: 'a <b>bold</b> | `reason`' })));
    const wanted = ['r1', 'shop/checkout', 'web', 'ed', 'limit', '396 to 420', 'CPU of a: 91 %', 'Knee', 'v1', 'm5', '/checkout', 'payments', 'Headroom judge', '3.4 s', '17', 'Autoscaler', '/explore?from=1&to=2', '/d/headroom-service?from=1&to=2', '900 requests/s x 1.5', 'This release (v1) carries 9 % less per instance than v0'];
    expect(wanted.filter((word) => !text.includes(word))).toEqual([]);
    expect(text).not.toContain('<b>');
    expect(text).toContain('\\|');
  });
});

describe('what is kept of a run', () => {
  it('is read back as it was written', () => {
    expect(parseStoredRun(JSON.parse(JSON.stringify(stored)))).toMatchObject({ outcome: stored.outcome, steps: stored.steps, ending: stored.ending });
  });

  it.each([['nothing', null], ['another shape', { outcome: { kind: 'won' } }], ['a text', 'x']])('%s is not taken for one', (_name, raw) => {
    expect(parseStoredRun(raw)).toBeNull();
  });
});
