import * as z from 'zod/mini';
import { TIERS } from '../catalogue/Tier';
import { RESOURCE_LIMITS } from './RESOURCE_LIMITS';

const bp = z.int().check(z.gte(1), z.lte(10_000));
const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const positive = z.number().check(z.gt(0), z.lte(1e9));
const ratio = z.number().check(z.gt(0), z.lte(1));
const seconds = z.number().check(z.gt(0), z.lte(600));
const orNull = <T extends z.ZodMiniType>(schema: T) => z.nullable(schema);

const ascending = z.array(bp).check(
  z.minLength(1),
  z.maxLength(40),
  z.refine((shares) => shares.every((share, i) => i === 0 || share > (shares[i - 1] ?? 0)), 'must grow from step to step')
);

const course = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('steps'), sharesBp: ascending }),
  z.strictObject({ kind: z.literal('curve'), fromBp: bp, toBp: bp, count: z.int().check(z.gte(1), z.lte(40)), shape: z.enum(['linear', 'exponential']) }),
  z.strictObject({ kind: z.literal('search'), priorRps: orNull(positive) }),
]);

const guards = z.strictObject({
  cpuSoft: orNull(ratio),
  cpuHard: orNull(ratio),
  p99Seconds: orNull(seconds),
  errorRatio: ratio,
  leastErrors: z.int().check(z.gte(1), z.lte(1e6)),
  errorRatioHard: ratio,
  rejectRatio: orNull(ratio),
  memory: orNull(ratio),
  // Plans of before these guards have none of them.
  gc: z._default(orNull(ratio), RESOURCE_LIMITS.gc),
  threads: z._default(orNull(ratio), RESOURCE_LIMITS.threads),
  pools: z._default(orNull(ratio), RESOURCE_LIMITS.pools),
  files: z._default(orNull(ratio), RESOURCE_LIMITS.files),
  eventLoopSeconds: z._default(orNull(seconds), RESOURCE_LIMITS.eventLoopSeconds),
  throttled: z._default(orNull(ratio), RESOURCE_LIMITS.throttled),
  peers: z.boolean(),
});

const dependency = z.strictObject({ service: text(2000), direction: z.enum(['downstream', 'upstream']), p99Seconds: orNull(seconds), pool: orNull(text(200)) });

const extraGuard = z.strictObject({
  title: text(80),
  metric: text(500),
  measure: z.enum(['gauge', 'rate', 'gauge-ratio', 'rate-ratio']),
  of: orNull(text(500)),
  limit: z.number().check(z.gt(0), z.lte(1e15)),
  windowSeconds: z.int().check(z.gte(0), z.lte(300)),
  on: z.enum(['target', 'peers', 'both']),
  role: z.enum(['safety', 'limit']),
});

const judge = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('headroom'), stopShift: z.number().check(z.gt(1), z.lte(10)), permitShift: z.number().check(z.gt(1), z.lte(10)) }),
  z.strictObject({ kind: z.literal('aca'), config: text(200_000), pass: z.number().check(z.gte(0), z.lte(100)), marginal: z.number().check(z.gte(0), z.lte(100)) }),
]);

const limits = z.strictObject({
  shareBp: bp,
  demandRps: orNull(positive),
  stepBp: bp,
  runSeconds: z.int().check(z.gte(60), z.lte(14_400)),
  harmedRequests: z.number().check(z.gte(1), z.lte(1e9)),
});

/** Shape of a stored or typed plan; what lies between fields is checked by `planProblem`. */
export const planSchema = z.strictObject({
  schema: z.literal(1),
  name: text(80),
  service: text(2000),
  pool: text(200),
  target: text(200),
  pairedWith: orNull(text(200)),
  result: z.enum(['limit', 'hold', 'pair']),
  course,
  goal: orNull(z.strictObject({ rps: positive, errorRatio: ratio })),
  dwellSeconds: z.int().check(z.gte(10), z.lte(300)),
  ttlSeconds: z.int().check(z.gte(5), z.lte(300)),
  guards,
  dependencies: z._default(z.array(dependency).check(z.maxLength(10)), []),
  extraGuards: z.array(extraGuard).check(z.maxLength(20)),
  judge,
  limits,
  reason: text(200),
  tier: z.enum(TIERS),
  stateless: z.boolean(),
});
