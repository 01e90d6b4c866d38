import type { Chunk, ChunkResult } from './Chunk';
import { simulateRun } from './simulateRun';

/** Many seeds, one after the other. A run that throws is a violation. */
export async function runChunk({ from, count }: Chunk): Promise<ChunkResult> {
  // Cancellations are thrown by the thousand here; nobody reads their stacks.
  Error.stackTraceLimit = 0;
  const outcomes: Record<string, number> = {};
  const violations: Array<{ seed: number; text: string }> = [];
  let steps = 0;
  let virtualSeconds = 0;
  for (let seed = from; seed < from + count; seed++) {
    try {
      const run = await simulateRun(seed);
      outcomes[run.outcome] = (outcomes[run.outcome] ?? 0) + 1;
      violations.push(...run.violations.map((text) => ({ seed, text })));
      steps += run.steps;
      virtualSeconds += run.seconds;
    } catch (reason) {
      violations.push({ seed, text: `threw ${String(reason)}` });
    }
  }
  return { runs: count, steps, virtualSeconds, outcomes, violations };
}
