import * as z from 'zod/mini';
import { poolSchema } from './poolSchema';

/** 200, 201 and 202 of a write: the pool as it stands now. The token comes with 201 only (and with a repeat of that call). */
export const overrideAnswerSchema = z.object({
  pool: poolSchema,
  leaseToken: z.optional(z.string()),
  /** With 202: read again after this many milliseconds. */
  pollAfterMs: z.optional(z.number()),
});

/** 200 of a renewal. */
export const renewAnswerSchema = z.object({ leaseId: z.int(), remainingMs: z.number(), hardRemainingMs: z.number(), serverTime: z.number() });

/** A member as it is, or as it would be; null = the router cannot be read. */
const dryRunMemberSchema = z.object({ id: z.string(), weight: z.nullable(z.number()), shareBp: z.nullable(z.int()) });

/** 200 of any write to one pool with `?dryRun=true`. */
export const dryRunAnswerSchema = z.object({
  /** Shares after rounding down to what the router can express. */
  shares: z.record(z.string(), z.int()),
  before: z.array(dryRunMemberSchema),
  after: z.array(dryRunMemberSchema),
  /** What would be sent to the router, without secrets. */
  nativeRequest: z.string(),
});

/** Every closed reason an endpoint can refuse with. */
export const PROBLEM_CODES = [
  'malformed',
  'unknown_path',
  'unknown_pool',
  'unknown_target',
  'forbidden',
  'bad_credential',
  'lease_held',
  'drifted',
  'dirty_baseline',
  'key_in_flight',
  'lease_expired',
  'run_ended',
  'revision_stale',
  'out_of_range',
  'above_ceiling',
  'step_too_large',
  'not_representable',
  'starves_pool',
  'stale_evidence',
  'stale_fence',
  'key_reused',
  'frozen',
  'precondition_missing',
  'step_too_soon',
  'restoring',
  'router_failed',
  'internal',
  'not_supported',
] as const;

/** RFC 9457 problem document with a stable code. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(PROBLEM_CODES),
  /** With `lease_held`: who, and for how long still. */
  holder: z.optional(z.string()),
  remainingMs: z.optional(z.number()),
  /** With `step_too_soon` and `restoring`. */
  retryAfterMs: z.optional(z.number()),
});

/** One line of the append-only audit log. */
export const auditEventSchema = z.object({
  id: z.int(),
  at: z.number(),
  pool: z.nullable(z.string()),
  kind: z.string(),
  actor: z.string(),
  leaseId: z.nullable(z.int()),
  runId: z.nullable(z.string()),
  detail: z.string(),
});

export const auditListSchema = z.object({ events: z.array(auditEventSchema), next: z.nullable(z.int()) });

export type OverrideAnswer = z.infer<typeof overrideAnswerSchema>;
export type RenewAnswer = z.infer<typeof renewAnswerSchema>;
export type DryRunAnswer = z.infer<typeof dryRunAnswerSchema>;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
export type RoutingProblem = z.infer<typeof problemSchema>;
export type AuditEvent = z.infer<typeof auditEventSchema>;
export type AuditList = z.infer<typeof auditListSchema>;
