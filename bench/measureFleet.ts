import { directTransport } from '../src/adapters/prometheus/directTransport';
import { PrometheusMetrics } from '../src/adapters/prometheus/PrometheusMetrics';
import { MemoryLedger } from '../src/adapters/storage/MemoryLedger';
import { HOUR } from '../src/domain/base/Duration';
import type { Clock } from '../src/ports/Clock';
import { startPrometheus } from '../tests/support/Prometheus';
import { askBare } from './askBare';
import { BenchClock } from './BenchClock';
import { END } from './BenchHistory';
import { CountingMetrics } from './CountingMetrics';
import type { Figures } from './Figures';
import { fleetQuestions, windowOf } from './fleetQuestions';
import { measured } from './measured';
import { visitFleet, type Asked } from './visitFleet';

/** Days of the history that are asked for; the rest lets the first windows look back. */
const ASKED_DAYS = 21;

export interface FleetFigures {
  readonly services: number;
  readonly bare: Figures;
  readonly cold: Figures;
  readonly warm: Figures;
  /** An hour after the cold visit: the tail of every question. */
  readonly hourLater: Figures;
  /** What the server refused to answer whole, and got in halves. */
  readonly refusals: readonly string[];
}

/** All figures of one fleet, on one Prometheus, in one go. */
export async function measureFleet(services: number, dataDirectory: string): Promise<FleetFigures> {
  // Blocks of other lengths would be compacted in the background while we measure.
  const flags = ['--storage.tsdb.min-block-duration=2h', '--storage.tsdb.max-block-duration=2h'];
  const prometheus = await startPrometheus({ dataDirectory, flags });
  try {
    const metrics = new PrometheusMetrics(
      directTransport(() => prometheus.url),
      turnOfTheLoop,
      () => performance.now()
    );
    const before = END - HOUR;
    const refusals: string[] = [];
    // Once unmeasured, so that neither way pays for the first touch of the files.
    await askBare(metrics, askedAt(before));
    const bare = await figures(metrics, new BenchClock(before), async (m) => {
      refusals.push(...(await askBare(m, askedAt(before))));
      return null;
    });
    const ledger = new MemoryLedger();
    const visitAt = (now: number) => {
      const clock = new BenchClock(now);
      return figures(metrics, clock, (m) => visitFleet(m, ledger, clock, askedAt(now)));
    };
    const cold = await visitAt(before);
    const warm = await visitAt(before + cold.milliseconds);
    const hourLater = await visitAt(END);
    return { services, bare, cold, warm, hourLater, refusals };
  } finally {
    await prometheus.stop();
  }
}

const askedAt = (now: number): Asked[] =>
  fleetQuestions().map((question) => ({ question, window: windowOf(question, now, ASKED_DAYS) }));

type Work = (metrics: CountingMetrics) => Promise<number | null>;

async function figures(metrics: PrometheusMetrics, clock: Clock, work: Work): Promise<Figures> {
  const counting = new CountingMetrics(metrics, clock);
  const { value, milliseconds, longestBlock, peakHeap } = await measured(() => work(counting));
  return { milliseconds, firstPicture: value, longestBlock, peakHeap, ...counting.counts };
}

const turnOfTheLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
