import * as z from 'zod/mini';
import { memberCountersSchema } from '../../../src/domain/routing/poolSchema';

const weight = z.number().check(z.gte(0));

/** Answer of `GET /pools` of a router with a lease of its own. */
export const leasePoolsSchema = z.object({ incarnation: z.string(), pools: z.array(z.string()) });

/** Answer of `GET /pool?pool=`, `POST /lease?pool=` and `POST /prolong?pool=`. */
export const leaseStateSchema = z.object({
  incarnation: z.string(),
  pool: z.string(),
  members: z.array(
    z.object({
      id: z.string(),
      weight,
      configured: z.nullable(weight),
      serving: z.boolean(),
      health: z.string(),
      counters: memberCountersSchema,
    })
  ),
  lease: z.nullable(z.object({ fence: z.int(), remaining_ms: z.number().check(z.gte(0)) })),
});

/** Answer of a call that was not carried out. */
export const leaseProblemSchema = z.object({
  code: z.enum(['stale_fence', 'other_incarnation', 'ignored', 'malformed', 'unknown_pool', 'unknown_member', 'unknown_path', 'refused']),
  detail: z.string(),
});

export type LeaseState = z.infer<typeof leaseStateSchema>;
export type LeaseProblem = z.infer<typeof leaseProblemSchema>;
