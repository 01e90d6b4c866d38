import { Observable } from 'rxjs';
import { isAbortError } from '../ports/AbortError';

/**
 * Works on one value at a time; of those that arrive meanwhile only the newest is worked on next. Unlike `switchMap` it
 * finishes what it began, so that values that never rest still get an answer.
 * @param work rejects with AbortError when cancelled, which is not a failure
 */
export const newestInTurn =
  <In, Out>(work: (value: In, signal: AbortSignal) => Promise<Out>) =>
  (source: Observable<In>): Observable<Out> =>
    new Observable<Out>((subscriber) => {
      const stopped = new AbortController();
      let waiting: { readonly value: In } | null = null;
      let busy = false;
      let ended = false;
      const run = async (): Promise<void> => {
        busy = true;
        for (let next = waiting; next !== null; next = waiting) {
          waiting = null;
          subscriber.next(await work(next.value, stopped.signal));
        }
        busy = false;
        if (ended) {
          subscriber.complete();
        }
      };
      const subscription = source.subscribe({
        next: (value) => {
          waiting = { value };
          if (!busy) {
            void run().catch((error: unknown) => (isAbortError(error) ? undefined : subscriber.error(error)));
          }
        },
        error: (error: unknown) => subscriber.error(error),
        complete: () => {
          ended = true;
          if (!busy) {
            subscriber.complete();
          }
        },
      });
      return () => {
        subscription.unsubscribe();
        stopped.abort();
      };
    });
