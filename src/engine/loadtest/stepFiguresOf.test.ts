import type { SubjectSamples } from '../../domain/guards/SubjectSamples';
import { SIGNAL } from '../../domain/ramp/Signal';
import { stepFiguresOf } from './stepFiguresOf';

/** A counter that grows by `rate` a second, scraped every five seconds from `phase` on. */
const counter = (rate: number, phase: number) => Array.from({ length: 12 }, (_, i) => ({ at: phase + i * 5_000, value: rate * (phase / 1000 + i * 5) }));

const subject = (name: string, role: SubjectSamples['role'], rate: number, phase: number, errors: number | null = 1): SubjectSamples => ({
  subject: name,
  role,
  series: { [SIGNAL.requests]: [counter(rate, phase)], [SIGNAL.cpu]: [counter(rate / 100, phase)], ...(errors !== null && { [SIGNAL.errors]: [counter(errors, phase)] }) },
  buckets: [],
});

const STEP = { index: 2, from: 10_000, to: 32_000 };

it.each<[string, number]>([
  ['with the step', 0],
  ['in the middle of it', 2_500],
  ['just before the next', 4_900],
])('tells the demand of an instance whatever the phase of its scrape: %s', (_name, phase) => {
  const { target } = stepFiguresOf(STEP, [subject('a', 'target', 40, phase)]);
  expect(target.demandRps).toBeCloseTo(40, 9);
  expect(target.cpuCores).toBeCloseTo(0.4, 9);
  expect(target.errorRatio).toBeCloseTo(1 / 40, 9);
});

it('does not take errors that nobody counts for none', () => {
  expect(stepFiguresOf(STEP, [subject('a', 'target', 40, 0, null)]).target.errorRatio).toBeNull();
});

it('means the peers, and names dependencies', () => {
  const curves = stepFiguresOf(STEP, [subject('b', 'peer', 10, 0), subject('c', 'peer', 30, 1_000), subject('db', 'dependency', 7, 0)]);
  expect(curves.peers.demandRps).toBeCloseTo(20, 9);
  expect(curves.dependencies.map(({ name }) => name)).toEqual(['db']);
  expect(curves.target.demandRps).toBeNull();
});

it('knows nothing of a step in which nothing was sampled', () => {
  expect(stepFiguresOf({ index: 1, from: 900_000, to: 950_000 }, [subject('a', 'target', 40, 0)]).target).toMatchObject({ demandRps: null, cpuCores: null, errorRatio: null });
});

it.each<[string, readonly number[], number | null]>([
  ['are all alike', [1, 1, 1], 1],
  // CPU a request of 10, 10 and 20 ms at the same demand: p90 18 ms, all together 40 / 3 ms.
  ['of which one is dear', [1, 1, 2], 18 / (40 / 3)],
  ['are not there', [], null],
])('tells how the cost of peers spreads that %s', (_, costs, spread) => {
  const peers = costs.map((cost, i) => ({ ...subject(`p${i}`, 'peer', 10, 0), series: { [SIGNAL.requests]: [counter(10, 0)], [SIGNAL.cpu]: [counter(cost / 10, 0)] } }));
  const found = stepFiguresOf(STEP, peers).peerSpread;
  expect(found).toEqual(spread === null ? null : expect.closeTo(spread, 9));
});
