import { setTimeout as sleep } from 'node:timers/promises';

export interface Measured<T> {
  readonly value: T;
  readonly milliseconds: number;
  readonly longestBlock: number;
  readonly peakHeap: number;
}

const TICK = 5;

/** Runs work and watches the event loop and the heap meanwhile. Garbage of before is collected first where node allows it. */
export async function measured<T>(work: () => Promise<T>): Promise<Measured<T>> {
  globalThis.gc?.();
  await sleep(50);
  const before = heap();
  let peakHeap = 0;
  let longestBlock = 0;
  let last = performance.now();
  let lastCpu = process.cpuUsage();
  // A timer that comes late says how long the loop was held up; but not by more than this process has worked meanwhile,
  // or a busy machine would be counted against us.
  const watch = setInterval(() => {
    const now = performance.now();
    const worked = process.cpuUsage(lastCpu);
    longestBlock = Math.max(longestBlock, Math.min(now - last - TICK, (worked.user + worked.system) / 1000));
    last = now;
    lastCpu = process.cpuUsage();
    peakHeap = Math.max(peakHeap, heap() - before);
  }, TICK);
  const started = performance.now();
  try {
    const value = await work();
    const milliseconds = performance.now() - started;
    await sleep(2 * TICK);
    return { value, milliseconds, longestBlock, peakHeap };
  } finally {
    clearInterval(watch);
  }
}

const heap = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
