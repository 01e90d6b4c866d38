import { setTimeout as sleep } from 'node:timers/promises';
import type { Death } from './Death';

/** The keeper, `kill -9`; the demo starts it again only after 20 seconds. HAProxy must end the lease, and the run must end in words. */
export const keeperKilled: Death = {
  name: 'keeper',
  what: 'keeper killed (-9)',
  runs: 20,
  strike: async (stage, waitMs) => {
    const { run, watch, promisedMs } = await stage.raise(await stage.openBrowser());
    await sleep(waitMs);
    process.kill(stage.routing.pid('keeper'), 'SIGKILL');
    const since = performance.now();
    const shareMs = await watch.timeToBaseline(since);
    const weightsMs = watch.timeToRelease(since);
    const ending = await run.untilEnded();
    await run.page.close();
    return { weightsMs, shareMs, promisedMs, broken: ending.ended ? null : 'the run did not end', ending: ending.words };
  },
};
