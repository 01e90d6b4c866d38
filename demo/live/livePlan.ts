import { readFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.object({
  timeline: z.object({ anchor: z.number(), start: z.number(), campaign: z.number() }),
  extraServices: z.number(),
  ports: z.object({ web: z.number(), prometheus: z.number(), live: z.number() }),
  /** When the live part began: its instances are those of this moment. */
  startedAt: z.number(),
});

/** What the processes of the live part have to know; written by the start command, read by each of them. */
export type LivePlan = z.infer<typeof schema>;

export function readLivePlan(file: string): LivePlan {
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
