import { setTimeout as sleep } from 'node:timers/promises';
import type { Death } from './Death';
import { HoldingProxy } from './HoldingProxy';

/** Of a search: its first steps take 45 s each. */
const RAISED_IN_MS = 180_000;
/** After the late raise was answered. */
const WATCHED_MS = 5_000;

/** A raise of a running test is held up on the wire until Stop has given everything back. It must never be applied. */
export const raiseDelayed: Death = {
  name: 'raise',
  what: 'raise delayed until after Stop',
  runs: 5,
  strike: async (stage, waitMs) => {
    const proxy = new HoldingProxy(stage.url);
    const url = await proxy.start();
    try {
      const held = proxy.hold((method, path, body) => method === 'PUT' && path.includes('/v1/override') && body.includes('"leaseToken"'));
      const run = await stage.start(await stage.openBrowser(), { kind: 'search' }, url);
      await stage.untilHeld(run);
      const late = await Promise.race([held, sleep(RAISED_IN_MS, null, { ref: false })]);
      if (late === null) {
        throw new Error(`the run did not raise: ${(await run.ending()) ?? 'goes on'}`);
      }
      const promisedMs = await stage.promise(run);
      const watch = stage.watch(run.target, 'router');
      await run.stop();
      const since = performance.now();
      const shareMs = await watch.timeToBaseline(since);
      const weightsMs = watch.timeToRelease(since);
      await sleep(waitMs);
      const { status, body } = await late.release();
      const isApplied = await watch.isOverriddenWithin(WATCHED_MS);
      const ending = await run.untilEnded();
      await run.page.close();
      const code = /"code":"(\w+)"/.exec(body)?.[1] ?? '';
      const broken = isApplied ? 'it was applied' : status < 400 ? `it was answered ${status}` : ending.ended ? null : 'the run did not end';
      return { weightsMs, shareMs, promisedMs, broken, ending: `late raise answered ${status} ${code}; ${ending.words}` };
    } finally {
      await proxy.stop();
    }
  },
};
