import { SECOND } from '../../domain/base/Duration';
import type { Clock } from '../../ports/Clock';
import type { RunStore } from '../../ports/RunStore';
import type { LogKept } from './RunLogWriter';

/** Waits between tries: the first, doubled up to the longest. */
const FIRST = 5 * SECOND;
const LONGEST = 300 * SECOND;

/**
 * Sends the records that wait in this browser, again and again until none does: nobody else can see the end of a run
 * before that. Ends early where the store refuses this person; the next record, or the next page, tries again.
 * @param told what became of each try
 */
export async function flushWaiting(store: Pick<RunStore, 'flush'>, clock: Pick<Clock, 'sleep'>, told: (kept: LogKept) => void = () => undefined): Promise<void> {
  for (let wait = FIRST; ; wait = Math.min(LONGEST, 2 * wait)) {
    const { waiting, problem } = await store.flush();
    const kept = waiting === 0 ? 'stored' : problem?.kind === 'forbidden' ? 'refused' : 'waiting';
    told(kept);
    if (kept !== 'waiting') {
      return;
    }
    await clock.sleep(wait);
  }
}
