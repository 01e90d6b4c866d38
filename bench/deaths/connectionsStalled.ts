import { setTimeout as sleep } from 'node:timers/promises';
import type { Death } from './Death';
import { HoldingProxy, STALLED_PATH } from './HoldingProxy';
import { until } from '../../tests/routers/support/until';

/** As many as Chromium opens to one host. */
const CONNECTIONS = 6;
const STOP = /^DELETE .*\/v1\/override$/;

/** Stop is pressed while six calls of somebody else, never answered, hold every connection of the browser. The lease must do it. */
export const connectionsStalled: Death = {
  name: 'stalled',
  what: 'Stop behind six stalled connections',
  runs: 5,
  strike: async (stage, waitMs) => {
    const proxy = new HoldingProxy(stage.url);
    const url = await proxy.start();
    try {
      const { run, watch, promisedMs } = await stage.raise(await stage.openBrowser(), url);
      await sleep(waitMs);
      await run.page.evaluate(([path, count]) => {
        for (let i = 0; i < count; i++) {
          void fetch(`${path}${i}?${Math.random()}`).catch(() => undefined);
        }
      }, [STALLED_PATH, CONNECTIONS] as const);
      await until(() => proxy.stalledCalls === CONNECTIONS, 'six stalled connections');
      await run.stop();
      const since = performance.now();
      const shareMs = await watch.timeToBaseline(since);
      const weightsMs = watch.timeToRelease(since);
      const gotThrough = proxy.passed.some((call) => STOP.test(call));
      proxy.breakStalled();
      const ending = await run.untilEnded();
      await run.page.close();
      return { weightsMs, shareMs, promisedMs, broken: brokenBy(gotThrough, ending.ended), ending: ending.words };
    } finally {
      await proxy.stop();
    }
  },
};

/** A stall that let the stop through blocked nothing, so the lease was not what brought the traffic back. */
function brokenBy(stopGotThrough: boolean, ended: boolean): string | null {
  if (stopGotThrough) {
    return 'the stop got through: nothing was stalled';
  }
  return ended ? null : 'the run did not end';
}
