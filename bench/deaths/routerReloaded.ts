import { setTimeout as sleep } from 'node:timers/promises';
import type { Death } from './Death';

/** HAProxy loads its configuration anew. The lease must be lost, and never be taken up again while it would have lasted. */
export const routerReloaded: Death = {
  name: 'router',
  what: 'HAProxy reloaded',
  runs: 5,
  strike: async (stage, waitMs) => {
    const { run, watch, promisedMs } = await stage.raise(await stage.openBrowser(), stage.url, 'instances');
    await sleep(waitMs);
    process.kill(stage.routing.pid('haproxy'), 'SIGUSR2');
    const since = performance.now();
    const shareMs = await watch.timeToBaseline(since);
    const weightsMs = watch.timeToRelease(since);
    const isBack = await watch.isOverriddenWithin(Math.max(0, promisedMs - (performance.now() - since)));
    const ending = await run.untilEnded();
    const end = (await stage.routing.pool(stage.service))?.lastEnd;
    const broken = isBack
      ? 'the share was applied again'
      : end?.runId !== run.run || end.cause !== 'lost'
        ? `the keeper says ${end?.cause ?? 'nothing'}`
        : ending.ended
          ? null
          : 'the run did not end';
    await run.page.close();
    return { weightsMs, shareMs, promisedMs, broken, ending: `lease ${end?.cause ?? '?'}; ${ending.words}` };
  },
};
