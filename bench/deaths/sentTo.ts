import type { LiveInstance } from '../../demo/live/liveTargets';

const COUNTED = /^http_requests_total\{.*\} (\d+)/gm;
const PATIENCE_MS = 1_000;

/** Requests that each instance has answered, by its own count. @throws Error when one does not answer */
export async function sentTo(instances: readonly LiveInstance[]): Promise<ReadonlyMap<string, number>> {
  const each = instances.map(async ({ slot, port }) => {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const counts = [...(await answer.text()).matchAll(COUNTED)].map(([, count]) => Number(count));
    return [slot.name, counts.reduce((sum, count) => sum + count, 0)] as const;
  });
  return new Map(await Promise.all(each));
}
