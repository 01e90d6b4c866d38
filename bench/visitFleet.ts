import { lastValueFrom, tap } from 'rxjs';
import { PageLocks } from '../src/adapters/browser/PageLocks';
import type { TimeWindow } from '../src/domain/base/TimeWindow';
import type { Question } from '../src/domain/promql/Question';
import { BrowserQueryLayer } from '../src/engine/queries/BrowserQueryLayer';
import type { Clock } from '../src/ports/Clock';
import type { Ledger } from '../src/ports/Ledger';
import type { Metrics } from '../src/ports/Metrics';

/** One question and how far back it is asked. */
export interface Asked {
  readonly question: Question;
  readonly window: TimeWindow;
}

/**
 * The questions of a fleet page through the query layer of a new tab, all at once. Resolves to the milliseconds until
 * the first picture: every "now" is answered and every history has shown what the ledger holds.
 */
export async function visitFleet(
  metrics: Metrics,
  ledger: Ledger,
  clock: Clock,
  asked: readonly Asked[]
): Promise<number> {
  const layer = new BrowserQueryLayer({
    metrics,
    ledger,
    locks: new PageLocks(),
    clock,
    dailySampleBudget: () => null,
  });
  const started = performance.now();
  const drawn = new Map<Question, number>();
  await Promise.all(
    asked.map(({ question, window }) => {
      const draw = () => drawn.has(question) || drawn.set(question, performance.now() - started);
      return question.step === null ? readNow(layer, question, draw) : readHistory(layer, question, window, draw);
    })
  );
  return Math.max(...drawn.values());
}

async function readNow(layer: BrowserQueryLayer, question: Question, draw: () => void): Promise<void> {
  const outcome = await layer.now('bench', question, new AbortController().signal);
  draw();
  if (!outcome.ok) {
    throw new Error(`${question.kpi}: ${outcome.error.message}`);
  }
}

async function readHistory(
  layer: BrowserQueryLayer,
  question: Question,
  window: TimeWindow,
  draw: () => void
): Promise<void> {
  const view = await lastValueFrom(layer.history('bench', question, window, 'history').pipe(tap(draw)));
  if (view.progress < 1) {
    throw new Error(`${question.kpi} was not read to the end: ${view.failures.map((f) => f.message).join(' ')}`);
  }
}
