import * as z from 'zod/mini';

const shareBp = z.int().check(z.gte(0), z.lte(10_000));
const counter = z.optional(z.number().check(z.gte(0)));

/** Router's own running totals of one member, where they can be read. */
export const memberCountersSchema = z.object({
  sent: counter,
  completed: counter,
  errors: counter,
  retries: counter,
  /** Requests waiting now; a gauge. */
  queue: counter,
});

export const memberSchema = z.object({
  id: z.string(),
  /** In the router's own unit; null = the router cannot be read. */
  weight: z.nullable(z.number().check(z.gte(0))),
  /** Of the traffic that serving members get; null = the router cannot be read. */
  shareBp: z.nullable(shareBp),
  /** Serving, and so counted when shares are worked out. */
  serving: z.boolean(),
  health: z.string(),
  counters: z.nullable(memberCountersSchema),
});

export const overrideSchema = z.object({
  /** Grows per pool for ever. */
  leaseId: z.int(),
  holder: z.string(),
  runId: z.string(),
  reason: z.string(),
  shares: z.record(z.string(), shareBp),
  seq: z.int(),
  remainingMs: z.number(),
  hardRemainingMs: z.number(),
});

/** Why the last override ended. */
export const endCauseSchema = z.enum(['stopped', 'expired', 'lifetime', 'lost', 'membership_changed', 'ceiling', 'frozen', 'keeper_restarted', 'diverged', 'router_error']);

/** How the last override ended. */
const lastEndSchema = z.object({
  leaseId: z.int(),
  runId: z.string(),
  cause: endCauseSchema,
  at: z.number(),
  by: z.optional(z.string().register(z.globalRegistry, { description: 'Who ended it, as the audit log names them; left out where nobody did, or where the endpoint does not know. A stop of a pool without an override leaves lastEnd as it was.' })),
});

/** Answer of `GET /v1/pool?id=`. */
export const poolSchema = z.object({
  id: z.string(),
  service: z.nullable(z.string()),
  kind: z.enum(['instance', 'version']),
  members: z.array(memberSchema),
  /** Also the ETag. */
  revision: z.int(),
  /** Weight of each member before any override. */
  baseline: z.record(z.string(), z.number()),
  override: z.nullable(overrideSchema),
  effective: z.object({
    /** Share of each member as the router has it; null when it cannot be known. */
    shares: z.nullable(z.record(z.string(), shareBp)),
    state: z.enum(['applied', 'propagating', 'diverged', 'unknown']),
    source: z.enum(['measured', 'router', 'echo', 'none']),
    observedAt: z.number(),
  }),
  lastEnd: z.nullable(lastEndSchema),
  limits: z.object({ ceilingBp: shareBp, largestStepBp: shareBp, minDwellSeconds: z.number(), maxLifetimeSeconds: z.number(), maxEvidenceAgeSeconds: z.number() }),
  serverTime: z.number(),
});

/** Answer of `GET /v1/pools?service=&after=&limit=`. */
export const poolListSchema = z.object({
  pools: z.array(z.object({ id: z.string(), service: z.nullable(z.string()), members: z.int(), overridden: z.boolean() })),
  /** Hand back as `after` for the next page; null on the last. */
  next: z.nullable(z.string()),
});

export type PoolMember = z.infer<typeof memberSchema>;
export type MemberCounters = z.infer<typeof memberCountersSchema>;
export type RoutingOverride = z.infer<typeof overrideSchema>;
export type OverrideEndCause = z.infer<typeof endCauseSchema>;
export type RoutingPool = z.infer<typeof poolSchema>;
export type PoolList = z.infer<typeof poolListSchema>;
