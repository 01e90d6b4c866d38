import * as z from 'zod/mini';

const milliseconds = z.number().check(z.gte(0));

/** Null, or who froze everything, why, and since when in epoch milliseconds. */
export const frozenSchema = z.nullable(z.object({ reason: z.string(), by: z.string(), since: z.number() }));

/** Answer of `GET /v1/capabilities?pool=`: what the endpoint can promise for that pool; without `pool`, the least it promises for any. */
export const capabilitiesSchema = z.object({
  contract: z.literal('1'),
  /** Program and version behind the endpoint, for example `headroom-keeper 0.1.0`. */
  server: z.string(),
  /** Kind of router, for example `haproxy-socket`. */
  adapter: z.string(),
  shareStepBp: z.int().check(z.gte(1)),
  shareRangeBp: z.object({ min: z.int(), max: z.int() }),
  kinds: z.array(z.enum(['instance', 'version'])),
  /** How `effective` is known: counted from traffic, read from the router, an echo of what was written, or not at all. */
  verification: z.enum(['measured', 'router', 'echo', 'none']),
  propagationMs: z.object({ typical: milliseconds, max: milliseconds }),
  lease: z.object({
    enforcedBy: z.enum(['router', 'keeper', 'both']),
    minTtlSeconds: z.number(),
    maxTtlSeconds: z.number(),
    maxLifetimeSeconds: z.number(),
  }),
  /** Enforced: nobody but this endpoint can write weights, by no admin socket and no other call. Assumed: somebody could; it is noticed at the next read. */
  singleWriter: z.enum(['enforced', 'assumed']),
  /** Router: its counters can be read, so the endpoint itself ends an override above `ceilingRps`, within its second. Client: they cannot, so only what the client asks for bounds the demand. */
  demandCeiling: z.enum(['router', 'client']),
  dryRun: z.boolean(),
  evidenceAsOf: z.optional(z.boolean().register(z.globalRegistry, { description: 'It reads asOf of a request; an endpoint that does not say so is not sent it.' })),
  frozen: frozenSchema,
  /** Epoch milliseconds of the server's clock. */
  serverTime: z.number(),
  /** With 202 of a freeze: baselines are still being put back; read again after this many milliseconds. */
  pollAfterMs: z.optional(z.number()),
});

export type FrozenState = z.infer<typeof frozenSchema>;
export type RoutingCapabilities = z.infer<typeof capabilitiesSchema>;
