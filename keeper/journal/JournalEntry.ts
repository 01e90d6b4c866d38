import * as z from 'zod/mini';
import { frozenSchema } from '../../src/domain/routing/capabilitiesSchema';
import { endCauseSchema } from '../../src/domain/routing/poolSchema';
import { nativeNamesSchema } from './NativeNames';
import { PROBLEM_STATUS, type KeeperProblem } from '../pool/PROBLEM_STATUS';

const KEEPER_PROBLEMS = Object.keys(PROBLEM_STATUS) as KeeperProblem[];

const weights = z.record(z.string(), z.number());
const tried = z.record(z.string(), z.array(z.number()));

const overrideRecordSchema = z.object({
  leaseId: z.int(),
  tokenHash: z.string(),
  holder: z.string(),
  actor: z.string(),
  runId: z.string(),
  reason: z.string(),
  shares: weights,
  seq: z.int(),
  weights,
  tried,
  baseline: weights,
  incarnation: z.nullable(z.string()),
  ending: z.nullable(endCauseSchema),
});

const poolRecordSchema = z.object({
  pool: z.string(),
  revision: z.int(),
  lastLeaseId: z.int(),
  fence: z.int(),
  baseline: z.nullable(weights),
  incarnation: z.nullable(z.string()),
  override: z.nullable(overrideRecordSchema),
  diverged: z.nullable(z.object({ since: z.number(), detail: z.string(), targets: weights })),
  lastEnd: z.nullable(z.object({ leaseId: z.int(), runId: z.string(), cause: endCauseSchema, at: z.number(), by: z.optional(z.string()) })),
  late: z.nullable(z.object({ tried, baseline: weights, until: z.number() })),
});

const refusalSchema = z.object({
  kind: z.literal('refused'),
  code: z.enum(KEEPER_PROBLEMS),
  detail: z.string(),
  holder: z.optional(z.string()),
  remainingMs: z.optional(z.number()),
  retryAfterMs: z.optional(z.number()),
});

const callRecordSchema = z.object({
  key: z.string(),
  pool: z.string(),
  bodyHash: z.string(),
  outcome: z.union([z.object({ kind: z.literal('done'), leaseId: z.int(), status: z.literal([200, 201, 202]) }), refusalSchema]),
  keepUntil: z.number(),
});

/**
 * One line of the journal. The last `pool` line of a pool counts, and so does the last `freeze`.
 * The names tell where an override was written, whatever the configuration says by then; journals of earlier versions have none.
 */
export const journalEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pool'), record: poolRecordSchema, names: z.optional(nativeNamesSchema) }),
  z.object({
    kind: z.literal('lease-ended'),
    lease: z.object({ pool: z.string(), leaseId: z.int(), tokenHash: z.string(), runId: z.string(), cause: endCauseSchema, at: z.number() }),
  }),
  z.object({ kind: z.literal('run-stopped'), run: z.object({ pool: z.string(), runId: z.string(), at: z.number() }) }),
  z.object({ kind: z.literal('call'), call: callRecordSchema }),
  z.object({ kind: z.literal('freeze'), frozen: frozenSchema }),
]);

export type JournalEntry = z.infer<typeof journalEntrySchema>;
