import { Observable } from 'rxjs';
import { AlertFold } from '../../domain/alertrules/AlertFold';
import { breachExpr, type RuleDocument } from '../../domain/alertrules/RuleDocument';
import { DAY, SECOND } from '../../domain/base/Duration';
import type { Labels } from '../../domain/base/Labels';
import { timeAt } from '../../domain/base/Series';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import { isAbortError } from '../../ports/AbortError';
import type { Clock } from '../../ports/Clock';
import type { LabelledSeries, Metrics, QueryFailure } from '../../ports/Metrics';
import { chunkSizeAfter, chunkSizeAfterRefusal, firstChunkSize } from '../queries/ChunkSize';
import { nextMove } from '../queries/NextMove';
import { answeredInPart, unusableAnswer } from '../queries/unusableAnswer';
import type { Preview } from './Preview';

// Outline: ask for breaches only, at the rule's own interval, oldest chunk first and each as large as the server bears;
// feed the evaluations into the fold one by one; tell after every chunk how far it is.

/** Raw series guessed to stand behind a rule, until the first answer tells. */
const SERIES_GUESS = 2_000;
/** A source that is away is asked this often again, after a pause. */
const TRIES = 3;
const PAUSE = 5 * SECOND;

export interface PreviewPorts {
  readonly metrics: Pick<Metrics, 'range'>;
  readonly clock: Clock;
}

/** When a rule would have fired in the last `days`. Completes; cancelled by unsubscribing. */
export const previewRule = (ports: PreviewPorts, rule: RuleDocument, days: number): Observable<Preview> =>
  new Observable((subscriber) => {
    const abort = new AbortController();
    read(ports, rule, days, abort.signal, (preview) => subscriber.next(preview)).then(
      () => subscriber.complete(),
      (reason: unknown) => (isAbortError(reason) ? subscriber.complete() : subscriber.error(reason))
    );
    return () => abort.abort();
  });

async function read(
  { metrics, clock }: PreviewPorts,
  rule: RuleDocument,
  days: number,
  signal: AbortSignal,
  emit: (preview: Preview) => void
): Promise<void> {
  const step = rule.interval;
  const window = evaluations(clock.now(), days, step);
  const fold = new AlertFold(rule.holdFor);
  const expr = breachExpr(rule);
  const told = (at: number): Preview => ({
    uid: rule.uid,
    window,
    progress: at > window.to ? 1 : (at - window.from) / (window.to - window.from + step),
    done: false,
    instances: fold.instances(),
    failure: null,
  });
  let size = firstChunkSize(0, SERIES_GUESS);
  let from = window.from;
  let tries = 0;
  let missing: QueryFailure | null = null;
  while (from <= window.to) {
    const to = Math.min(window.to, from + (size - 1) * step);
    const cells = (to - from) / step + 1;
    const outcome = await metrics.range(rule.source.uid, expr, { from, to }, step, signal);
    signal.throwIfAborted();
    const failure = outcome.ok ? unusableAnswer(outcome.value, expr) : outcome.error;
    if (outcome.ok && !failure) {
      const { data, stats } = outcome.value;
      missing ??= answeredInPart(outcome.value, expr);
      feed(fold, data, { from, to }, step);
      size = chunkSizeAfter(size, { cells, rows: data.length, bytes: stats.bytes, milliseconds: stats.milliseconds, peakSamples: stats.peakSamples ?? null });
      from = to + step;
      tries = 0;
      emit(told(from));
    } else if (failure && nextMove(failure) === 'smaller' && cells > 1) {
      size = chunkSizeAfterRefusal(cells);
    } else if (failure && nextMove(failure) === 'later' && tries < TRIES) {
      tries++;
      await clock.sleep(PAUSE, signal);
    } else {
      emit({ ...told(from), done: true, failure });
      return;
    }
  }
  emit({ ...told(from), done: true, failure: missing });
}

/** Multiples of the interval in the last days, up to now. */
function evaluations(now: number, days: number, step: number): TimeWindow {
  const to = Math.floor(now / step) * step;
  return { from: Math.ceil((now - days * DAY) / step) * step, to };
}

function feed(fold: AlertFold, rows: readonly LabelledSeries[], { from, to }: TimeWindow, step: number): void {
  const at = new Map<number, Map<string, Labels>>();
  for (const { labels, series } of rows) {
    const key = JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
    series.values.forEach((value, i) => {
      if (!Number.isNaN(value)) {
        const time = timeAt(series, i);
        const breaches = at.get(time) ?? new Map<string, Labels>();
        breaches.set(key, labels);
        at.set(time, breaches);
      }
    });
  }
  for (let time = from; time <= to; time += step) {
    fold.evaluate(time, at.get(time) ?? NONE);
  }
}

const NONE: ReadonlyMap<string, Labels> = new Map();
