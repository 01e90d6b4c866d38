import * as z from 'zod/mini';

const seconds = z.number().check(z.gt(0), z.lte(86_400));
const text = z.string().check(z.minLength(1), z.maxLength(200));
const shareBp = z.int().check(z.gte(0), z.lte(10_000));
const evidenceAgeMs = z.number().check(z.gte(0));
const asOf = z.optional(
  z.number().register(z.globalRegistry, {
    description:
      "The server's time, epoch milliseconds as the caller reckons it from serverTime, at which the evidence was evidenceAgeMs old: what the call waits on the wire then counts as age. Left out, the evidence is as old as stated when the call arrives. Only for an endpoint whose capabilities say evidenceAsOf.",
  })
);

/** One target, or two for a side-by-side comparison. */
const shares = z.record(z.string().check(z.minLength(1), z.maxLength(200)), shareBp).check(
  z.refine((map) => {
    const targets = Object.keys(map).length;
    return targets >= 1 && targets <= 2;
  }, 'an override names one target, or two')
);

/** Body of `PUT /v1/override?pool=` that takes the lease. */
export const acquireSchema = z.strictObject({
  shares,
  ttlSeconds: seconds,
  runId: text,
  reason: text,
  holder: text,
  evidenceAgeMs,
  asOf,
  maxLifetimeSeconds: seconds,
  ceilingBp: shareBp,
  ceilingRps: z.nullable(z.number().check(z.gt(0))),
});

/** Body of `PUT /v1/override?pool=` that moves the share under a lease held. */
export const changeSchema = z.strictObject({
  shares,
  ttlSeconds: seconds,
  runId: text,
  reason: text,
  holder: text,
  evidenceAgeMs,
  asOf,
  leaseToken: text,
  /** Grows with every change of this lease. */
  seq: z.int().check(z.gte(0)),
});

/** Body of `POST /v1/override/renew?pool=`. */
export const renewSchema = z.strictObject({ leaseToken: text, ttlSeconds: seconds, evidenceAgeMs, asOf });

/** Body of `POST /v1/freeze`. */
export const freezeSchema = z.strictObject({ reason: text });

export type AcquireRequest = z.infer<typeof acquireSchema>;
export type ChangeRequest = z.infer<typeof changeSchema>;
export type RenewRequest = z.infer<typeof renewSchema>;
export type FreezeRequest = z.infer<typeof freezeSchema>;
