import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 20;
const LONGEST_MS = 20_000;

/** Resolves once the answer is yes. @throws Error naming what was waited for */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, longestMs = LONGEST_MS): Promise<void> {
  const end = performance.now() + longestMs;
  while (!(await isSo())) {
    if (performance.now() > end) {
      throw new Error(`waited ${longestMs} ms in vain for ${what}`);
    }
    await sleep(EVERY_MS);
  }
}
