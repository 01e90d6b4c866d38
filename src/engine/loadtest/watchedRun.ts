import { isAbortError } from '../../ports/AbortError';
import { concatMap, from, map, Observable, of, scan, startWith, switchMap, takeWhile, timer, withLatestFrom } from 'rxjs';
import { err, type Result } from '../../domain/base/Result';
import type { RoutingOutcome } from '../../domain/routing/RoutingOutcome';
import type { RunLog } from '../../ports/RunStore';
import type { LoadTestPorts } from './LoadTestPorts';
import type { LoadTestView } from './LoadTestView';
import { routingValue } from './routingValue';
import { viewOfLog } from './viewOfLog';

const PERIOD = 2_000;
/** Looks at the contract for each look at the log. */
const LOG_EVERY = 3;

/** A run driven elsewhere, or whose driver died: what the log and the contract say of it. The one thing to do here is stop. */
export function watchedRun(first: RunLog, { router, store }: Pick<LoadTestPorts, 'router' | 'store'>, mayRun: boolean): Observable<LoadTestView> {
  const start = first.records.find((r) => r.event === 'start');
  const pool = start?.event === 'start' ? start.pool : null;
  const logs = timer(PERIOD * LOG_EVERY, PERIOD * LOG_EVERY).pipe(
    concatMap(() => store.run(first.run)),
    map((found) => (found.ok ? found.value : null)),
    // A log that cannot be read just now says no less than before.
    scan((known: RunLog, read) => read ?? known, first),
    startWith(first)
  );
  // Asked until it has answered once: it only says who holds a lease, and nothing waits for it.
  const capabilities = timer(0, PERIOD * LOG_EVERY).pipe(
    concatMap(() => read((signal) => router.capabilities(signal))),
    map((answer) => (answer.ok ? answer.value : null)),
    takeWhile((known) => known === null, true),
    startWith(null)
  );
  return logs.pipe(
    takeWhile((log) => log.open, true),
    switchMap((log) => (pool === null || !log.open ? of({ log, look: null }) : timer(0, PERIOD).pipe(concatMap(() => read((signal) => router.pool(pool, signal))), map((look) => ({ log, look }))))),
    withLatestFrom(capabilities),
    map(([{ log, look }, known]) => viewOfLog(log, look, known, mayRun))
  );
}

/** What the endpoint answers, or in words why it cannot be read just now. */
function read<T>(ask: (signal: AbortSignal) => Promise<RoutingOutcome<T>>): Observable<Result<T, string>> {
  return new Observable((subscriber) => {
    const abort = new AbortController();
    const reading = from(
      ask(abort.signal).then(
        (outcome) => {
          const value = routingValue(outcome);
          return value.ok ? value : err(value.error.message);
        },
        (reason: unknown) => {
          if (isAbortError(reason)) {
            return err('the read was given up for a stop');
          }
          throw reason;
        }
      )
    ).subscribe(subscriber);
    return () => {
      reading.unsubscribe();
      abort.abort();
    };
  });
}
