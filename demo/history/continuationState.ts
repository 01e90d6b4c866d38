import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { type SimulationStart } from '../model/serviceSimulation';

const schema = z.object({ at: z.number(), counters: z.record(z.string(), z.number()) });

/** Hands the counters at the end of the history to the process that continues them. */
export function writeContinuationState(file: string, { at, counters }: SimulationStart): void {
  writeFileSync(file, JSON.stringify({ at, counters: Object.fromEntries(counters) }));
}

export function readContinuationState(file: string): SimulationStart {
  const { at, counters } = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { at, counters: new Map(Object.entries(counters)) };
}
