import * as z from 'zod/mini';
import { anchoredPattern } from './anchoredPattern';
import { defaultSettings } from './defaultSettings';
import { labelSchema, matcherSchema, profileSchema } from './profileSchema';
import { TIERS, type Tier } from './Tier';
import { DEFAULT_POLICY, type TierPolicy } from './TierPolicy';

const defaults = defaultSettings();

const tier = z.enum(TIERS);
const redundancy = z.enum(['zone', 'n+1', 'none']);
const share = z.number().check(z.gte(0), z.lt(1));
const factor = z.number().check(z.gt(0), z.lte(100));
const count = z.int().check(z.gte(1));
const nonEmpty = z.string().check(z.minLength(1));

const source = z.strictObject({
  uid: nonEmpty,
  profiles: z._default(z.array(nonEmpty), []),
  resources: z._default(z.enum(['process', 'kubernetes-mixin', 'cadvisor', 'node', 'auto', 'none']), 'auto'),
  scope: z._default(z.array(matcherSchema), []),
});

/** Missing fields take the tier's defaults; a degraded reserve that was not stated never exceeds the reserve that was. */
function policyOf(name: Tier) {
  const usual = DEFAULT_POLICY[name];
  const stated = z.strictObject({
    peakBasis: z._default(z.enum(['ath', 'third-highest-daily-peak-30d']), usual.peakBasis),
    eventFactor: z._default(factor, usual.eventFactor),
    eventFactorAfterEvent: z._default(factor, usual.eventFactorAfterEvent),
    reserve: z._default(share, usual.reserve),
    degradedReserve: z.optional(share),
    redundancy: z._default(redundancy, usual.redundancy),
    shortIs: z._default(z.enum(['critical', 'warning', 'information']), usual.shortIs),
  });
  return z
    .pipe(
      stated,
      z.transform((policy): TierPolicy => ({
        ...policy,
        degradedReserve: policy.degradedReserve ?? Math.min(usual.degradedReserve, policy.reserve),
      }))
    )
    .check(
      z.refine((policy) => policy.degradedReserve <= policy.reserve, {
        error: 'must not be above the reserve of normal operation',
        path: ['degradedReserve'],
      })
    );
}

const traits = z.strictObject({
  tier: z.optional(tier),
  owner: z.optional(z.string()),
  eventFactor: z.optional(factor),
  redundancy: z.optional(redundancy),
  zones: z.optional(count),
  concurrencyLimit: z.optional(z.number().check(z.gt(0))),
  coresPerInstance: z.optional(z.number().check(z.gt(0))),
  pricePerInstanceHour: z.optional(z.number().check(z.gte(0))),
  athWasEvent: z.optional(z.boolean()),
  hidden: z.optional(z.boolean()),
});

const pattern = z
  .string()
  .check(z.refine((text) => anchoredPattern(text).ok, { error: 'must be a valid regular expression (RE2, anchored)' }));

const rule = z.strictObject({ id: nonEmpty, match: z.record(labelSchema, pattern), traits });

const exception = z.strictObject({ service: nonEmpty, traits });

/** The stored document of schema 1. */
export const settingsSchema = z.strictObject({
  schema: z.literal(1),
  sources: z._default(z.array(source), []),
  customProfiles: z._default(z.array(profileSchema), []),
  policy: z._default(
    z.strictObject({
      P0: z._default(policyOf('P0'), DEFAULT_POLICY.P0),
      P1: z._default(policyOf('P1'), DEFAULT_POLICY.P1),
      P2: z._default(policyOf('P2'), DEFAULT_POLICY.P2),
    }),
    DEFAULT_POLICY
  ),
  defaultTier: z._default(tier, defaults.defaultTier),
  rules: z._default(z.array(rule), []),
  exceptions: z._default(z.array(exception), []),
  historyDays: z._default(z.int().check(z.gte(1), z.lte(400)), defaults.historyDays),
  dailySampleBudget: z._default(z.nullable(z.number().check(z.gt(0))), defaults.dailySampleBudget),
  currency: z._default(nonEmpty.check(z.maxLength(10)), defaults.currency),
});
