import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../../domain/base/Duration';
import type { Question } from '../../domain/promql/Question';
import type { LabelledSeries } from '../../ports/Metrics';
import { BrowserQueryLayer } from './BrowserQueryLayer';
import { cellsOf, finalEnd } from './Cells';
import { FakePrometheus, wavySamples, type Asked, type Fate } from './testing/FakePrometheus';
import { JumpClock } from './testing/JumpClock';
import { DAILY_PEAK, HOURLY_MEAN } from './testing/questions';
import { TestLedger } from './testing/TestLedger';
import { TestLocks } from './testing/TestLocks';
import { visit } from './testing/visit';

const START = Date.UTC(2026, 2, 1, 9, 17);

interface Visit {
  /** Milliseconds since the visit before. */
  readonly later: number;
  /** Cells looked back. */
  readonly cells: number;
  readonly fates: readonly Fate[];
  readonly mostCells: number;
  readonly milliseconds: number;
  /** Views after which the visitor leaves; null = stays to the end. */
  readonly leavesAfter: number | null;
}

const fate = fc.constantFrom<Fate>(
  'answer',
  'answer',
  'answer',
  'unavailable',
  'timeout',
  'execution',
  'too-many-samples'
);
const visits = fc.array(
  fc.record<Visit>({
    later: fc.integer({ min: 0, max: 4 * DAY }),
    cells: fc.integer({ min: 1, max: 60 }),
    fates: fc.array(fate, { maxLength: 6 }),
    mostCells: fc.constantFrom(1, 3, 10, 1_000),
    milliseconds: fc.constantFrom(100, 3_000, 7_000),
    leavesAfter: fc.option(fc.integer({ min: 1, max: 4 })),
  }),
  { minLength: 1, maxLength: 6 }
);

const gaps = (row: number, at: number): boolean =>
  // A row that vanished, one that is new, and an outage of everything.
  (row === 1 && at > START) || (row === 2 && at < START + DAY) || (at > START - 9 * DAY && at < START - 6 * DAY);

class World {
  readonly clock = new JumpClock(START);
  readonly ledger = new TestLedger();
  readonly locks = new TestLocks();
  readonly prometheus = new FakePrometheus(this.clock, 4, wavySamples(START - 25 * DAY, gaps));

  tab(): BrowserQueryLayer {
    return new BrowserQueryLayer({
      metrics: this.prometheus,
      ledger: this.ledger,
      locks: this.locks,
      clock: this.clock,
      dailySampleBudget: () => null,
    });
  }

  async visit(question: Question, v: Visit): Promise<void> {
    this.clock.time += v.later;
    const before = this.prometheus.asked.length;
    this.prometheus.fate = (request) => v.fates[request - before - 1] ?? 'answer';
    this.prometheus.mostCells = v.mostCells;
    this.prometheus.milliseconds = v.milliseconds;
    const window = { from: this.clock.time - v.cells * (question.step ?? 0), to: this.clock.time };
    await visit(this.tab(), question, window, (views) => views.length === v.leavesAfter);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const finishing: Visit = {
  later: 20 * MINUTE,
  cells: 60,
  fates: [],
  mostCells: 1_000,
  milliseconds: 100,
  leavesAfter: null,
};

const asPlain = (rows: readonly LabelledSeries[]) =>
  rows
    .map(({ labels, series }) => ({ labels, start: series.start, step: series.step, values: [...series.values] }))
    .sort((a, b) => (JSON.stringify(a.labels) < JSON.stringify(b.labels) ? -1 : 1));

/** Ends of final cells that were answered, once for each answer. */
const finalCellsAnswered = (asked: readonly Asked[]): string[] =>
  asked
    .filter((a) => a.answered)
    .flatMap(({ expr, window, step, at }) => {
      const ends: string[] = [];
      for (let end = window.from; end <= Math.min(window.to, finalEnd(at, step)); end += step) {
        ends.push(`${expr} ${end}`);
      }
      return ends;
    });

describe.each<[string, Question]>([
  ['daily peaks', DAILY_PEAK],
  ['hourly means', HOURLY_MEAN],
])('%s, whatever the visits, chunk sizes, failures and cancellations', (_, question) => {
  it('finally equal a direct read, and no final cell is read twice', async () => {
    await fc.assert(
      fc.asyncProperty(visits, async (sequence) => {
        const world = new World();
        for (const v of [...sequence, finishing]) {
          await world.visit(question, v);
        }
        const step = question.step ?? HOUR;
        const window = { from: world.clock.time - 60 * step, to: world.clock.time };
        const views = await visit(world.tab(), question, window);
        const cells = cellsOf(question, step, window, world.clock.time);
        const direct = world.prometheus.direct(question.expr, { from: cells.from + step, to: cells.to }, step);
        expect(views.at(-1)).toMatchObject({ done: true, progress: 1, failures: [], stale: false });
        expect(asPlain(views.at(-1)?.rows ?? [])).toEqual(asPlain(direct));
        const answered = finalCellsAnswered(world.prometheus.asked);
        expect(answered).toHaveLength(new Set(answered).size);
      }),
      { numRuns: 60 }
    );
  });

  it('two tabs at once read every final cell once between them', async () => {
    const world = new World();
    const window = { from: START - 60 * (question.step ?? 0), to: START };
    const [one, two] = await Promise.all([visit(world.tab(), question, window), visit(world.tab(), question, window)]);
    expect(asPlain(two.at(-1)?.rows ?? [])).toEqual(asPlain(one.at(-1)?.rows ?? []));
    const answered = finalCellsAnswered(world.prometheus.asked);
    expect(answered).toHaveLength(new Set(answered).size);
  });
});
