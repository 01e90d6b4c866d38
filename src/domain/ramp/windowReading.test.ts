import { headroomJudge } from '../canary/headroomJudge';
import type { RunMode } from '../canary/Judge';
import type { RawSeries } from '../guards/RawSample';
import type { SubjectSamples } from '../guards/SubjectSamples';
import { SIGNAL } from './Signal';
import { judgedMetrics, judgeWindow, JUDGED, windowReading } from './windowReading';

const SCRAPE = 5_000;

/** A counter that grows by `rate` a second, scraped from `phase` on for `n` scrapes. */
const counter = (rate: number, phase: number, n = 14): RawSeries => Array.from({ length: n }, (_, i) => ({ at: phase + i * SCRAPE, value: 1_000 + rate * (phase / 1000 + i * 5) }));

const subject = (phase: number, over: Partial<SubjectSamples> = {}): SubjectSamples => ({
  subject: 'a',
  role: 'target',
  series: {
    [SIGNAL.requests]: [counter(40, phase)],
    [SIGNAL.errors]: [counter(2, phase)],
    [SIGNAL.cpu]: [counter(0.5, phase)],
    [SIGNAL.latencySum]: [counter(4, phase)],
    [SIGNAL.latencyCount]: [counter(40, phase)],
  },
  buckets: [
    { le: 0.1, series: [counter(30, phase)] },
    { le: Infinity, series: [counter(40, phase)] },
  ],
  ...over,
});

describe('one instance in a window of 20 s with scrapes of 5 s', () => {
  it.each([0, 1, 1_250, 2_500, 4_999])('reads the same whatever the phase of its scrapes: %d ms', (phase) => {
    const { demand, requests, errors, values } = windowReading(subject(phase), 10_000, 30_000, 0.1);
    expect(demand).toBeCloseTo(40, 9);
    expect(requests).toBeCloseTo(800, 9);
    expect(errors).toBeCloseTo(40, 9);
    expect(values[JUDGED.cpu]).toBeCloseTo(0.5, 9);
    expect(values[JUDGED.latency]).toBeCloseTo(0.1, 9);
    expect(values[JUDGED.tail]).toBeCloseTo(0.25, 9);
  });

  it('counts every request in one of its windows, and none in two', () => {
    const all = [10_000, 30_000].map((from) => windowReading(subject(2_500), from, from + 20_000, null).requests ?? 0);
    expect(all.reduce((sum, n) => sum + n, 0)).toBeCloseTo(40 * 40, 9);
  });

  it('takes CPU between the times of its own samples where another exporter has it', () => {
    const mixed = subject(0, { series: { [SIGNAL.requests]: [counter(40, 0)], [SIGNAL.cpu]: [counter(0.5, 3_300)] } });
    expect(windowReading(mixed, 10_000, 30_000, null).values[JUDGED.cpu]).toBeCloseTo(0.5, 9);
  });

  it('counts nothing from before the window', () => {
    const jump = counter(40, 2_500).map((s) => ({ ...s, value: s.at < 10_000 ? 0 : s.value }));
    expect(windowReading(subject(0, { series: { [SIGNAL.requests]: [jump] } }), 10_000, 30_000, null).demand).toBeCloseTo(40, 9);
  });

  it('ends with the newest sample where the next has not come', () => {
    const { demand, requests } = windowReading(subject(2_500, { series: { [SIGNAL.requests]: [counter(40, 2_500, 6)] } }), 10_000, 30_000, null);
    expect(demand).toBeCloseTo(40, 9);
    expect(requests).toBeCloseTo(600, 9);
  });

  it('does not take a sample long after the window for its end', () => {
    const gap = counter(40, 0).filter((s) => s.at <= 20_000 || s.at > 50_000);
    expect(windowReading(subject(0, { series: { [SIGNAL.requests]: [gap] } }), 10_000, 30_000, null).requests).toBeCloseTo(400, 9);
  });

  it.each<[string, readonly RawSeries[]]>([
    ['without a series', []],
    ['with one sample', [counter(40, 12_000, 1)]],
    ['with samples before it only', [counter(40, 0, 2)]],
  ])('knows nothing %s', (_name, series) => {
    expect(windowReading(subject(0, { series: { [SIGNAL.requests]: series } }), 10_000, 30_000, null)).toMatchObject({ demand: null, requests: null, errors: null });
  });
});

it('reads target and peers each by its own samples', () => {
  const window = judgeWindow([subject(0), { ...subject(4_900), subject: 'b', role: 'peer' }], null, 10_000, 30_000, null);
  expect(window?.target.demand).toBeCloseTo(40, 9);
  expect(window?.peers[0]?.demand).toBeCloseTo(40, 9);
});

describe('what the judge is asked about', () => {
  const TIMED = [SIGNAL.latencySum, SIGNAL.latencyCount];
  it.each<[string, Parameters<typeof judgedMetrics>[0], number | null, readonly string[]]>([
    ['all that is measured', { signals: new Set([...TIMED, SIGNAL.cpu]), buckets: true }, 0.5, ['latency', 'tail', 'cpu']],
    ['slow requests only where buckets tell them', { signals: new Set([...TIMED, SIGNAL.cpu]), buckets: false }, 0.5, ['latency', 'cpu']],
    ['slow requests only where the plan says what is slow', { signals: new Set([...TIMED, SIGNAL.cpu]), buckets: true }, null, ['latency', 'cpu']],
    ['no latency where none is measured', { signals: new Set([SIGNAL.cpu]), buckets: true }, 0.5, ['cpu']],
  ])('is %s', (_, facts, p99, names) => expect(judgedMetrics(facts, p99).map(({ name }) => name)).toEqual(names));

  it('is asked about slow requests to hold a load, and only told of them where a limit is looked for', () => {
    const reading = (slow: number) => ({ demand: 100, requests: 2_000, errors: 0, values: { [JUDGED.tail]: slow } });
    const windows = (n: number, slow: number) => Array.from({ length: n }, (__, i) => ({ from: i, to: i + 1, target: reading(slow), peers: [reading(0.01), reading(0.01)] }));
    const metrics = judgedMetrics({ signals: new Set(TIMED), buckets: true }, 0.5).filter(({ kind }) => kind === 'tail');
    const asked = (mode: RunMode) => headroomJudge.judge({ mode, metrics, windows: windows(6, 0.08), preRun: windows(40, 0.01), seed: 1 }).decision;
    expect([asked('hold'), asked('pair'), asked('limit')]).toEqual(['stop', 'stop', 'permit']);
  });
});
