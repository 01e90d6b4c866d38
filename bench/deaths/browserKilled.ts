import { setTimeout as sleep } from 'node:timers/promises';
import type { Death } from './Death';
import { RunBrowser } from './RunBrowser';

/** The whole browser, `kill -9`. Its lease must run out. */
export const browserKilled: Death = {
  name: 'browser',
  what: 'browser killed (-9)',
  runs: 20,
  strike: async (stage, waitMs) => {
    const browser = await RunBrowser.open(stage.url);
    try {
      const { run, watch, promisedMs } = await stage.raise(browser);
      await sleep(waitMs);
      browser.killAll();
      const since = performance.now();
      const shareMs = await watch.timeToBaseline(since);
      const end = (await stage.routing.pool(stage.service))?.lastEnd;
      const ended = end?.runId === run.run ? end.cause : 'nothing of this run';
      return { weightsMs: watch.timeToRelease(since), shareMs, promisedMs, broken: ended === 'expired' ? null : `the keeper says ${ended}`, ending: `lease ${ended}` };
    } finally {
      await browser.close();
    }
  },
};
