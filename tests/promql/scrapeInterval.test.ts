/** How often metrics are scraped, told from samples in a real Prometheus: whatever the phase, and across outages. */
import { HOUR, MINUTE, SECOND } from '../../src/domain/base/Duration';
import { scrapeIntervalFrom, scrapeIntervalQuestion } from '../../src/domain/promql/scrapeIntervalQuestion';
import { sourceFactsFrom, sourceFactsQuestion } from '../../src/domain/promql/sourceFactsQuestion';
import { askPrometheus } from '../support/askPrometheus';
import { OpenMetrics } from '../support/OpenMetrics';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';

const NOW = Date.UTC(2026, 0, 5, 8);

interface Scraped {
  readonly metric: string;
  readonly every: number;
  /** How long after the grid of its interval samples are taken, milliseconds. */
  readonly phase?: number;
  /** Not scraped from this long ago until that long ago. */
  readonly out?: readonly [from: number, to: number];
  readonly expected: number;
}

const CASES: readonly Scraped[] = [
  ...[1, 5, 10, 15, 20, 30, 60, 120, 180, 300].flatMap((s) =>
    // Samples at the very ends of a window, and just inside.
    [0, 250, 700 * s].map((phase) => ({ metric: `every_${s}_${phase}`, every: s * SECOND, phase, expected: s * SECOND }))
  ),
  { metric: 'out_until_now', every: 15 * SECOND, out: [5 * MINUTE, 20 * SECOND], expected: 15 * SECOND },
  { metric: 'out_in_the_middle', every: 15 * SECOND, out: [7 * MINUTE, 4 * MINUTE], expected: 15 * SECOND },
  { metric: 'out_for_long', every: 15 * SECOND, phase: 3_300, out: [8 * MINUTE, 3 * MINUTE + 5 * SECOND], expected: 15 * SECOND },
  { metric: 'out_twice_as_rare', every: 30 * SECOND, phase: 1_100, out: [6 * MINUTE, MINUTE], expected: 30 * SECOND },
  { metric: 'out_every_minute', every: MINUTE, phase: 7_000, out: [4 * MINUTE, MINUTE], expected: MINUTE },
  { metric: 'young', every: 15 * SECOND, phase: 2_000, out: [HOUR, MINUTE], expected: 15 * SECOND },
];

function samples(): string {
  return CASES.map(({ metric, every, phase = 0, out }) => {
    const series = new OpenMetrics(NOW - 30 * MINUTE + phase, NOW, every);
    const there = (t: number) => out === undefined || t < NOW - out[0] || t > NOW - out[1];
    return series.gauge(metric, { job: 'a' }, (t) => (there(t) ? 1 : null)).text();
  }).join('');
}

let prometheus: RunningPrometheus;

beforeAll(async () => {
  prometheus = await startPrometheus({ openMetrics: samples() });
});

afterAll(() => prometheus?.stop());

it.each(CASES)('$metric', async ({ metric, expected }) => {
  const rows = await askPrometheus(prometheus.url, scrapeIntervalQuestion(metric, []), NOW);
  expect(scrapeIntervalFrom(rows)).toBe(expected);
});

it.each([37 * SECOND, 71.3 * SECOND, 2 * MINUTE - 1])('is told the same %d ms earlier, whatever the phase of the looks', async (earlier) => {
  for (const { metric, expected } of CASES.filter(({ out }) => out === undefined)) {
    const rows = await askPrometheus(prometheus.url, scrapeIntervalQuestion(metric, []), NOW - earlier);
    expect([metric, scrapeIntervalFrom(rows)]).toEqual([metric, expected]);
  }
});

it('is told the same among other facts of many families', async () => {
  const requests = CASES.map(({ metric }) => ({ metric, candidates: ['job'] }));
  const { scrapeIntervals } = sourceFactsFrom(requests, await askPrometheus(prometheus.url, sourceFactsQuestion(requests, []), NOW));
  expect(Object.fromEntries(scrapeIntervals)).toEqual(Object.fromEntries(CASES.map(({ metric, expected }) => [metric, expected])));
});
