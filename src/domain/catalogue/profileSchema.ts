import * as z from 'zod/mini';
import { anchoredPattern } from './anchoredPattern';
import { isLabelName, isMetricName } from './PrometheusName';
import type { Matcher, Profile } from './Profile';

const says = (test: (value: string) => boolean, error: string) => z.string().check(z.refine(test, { error }));

const metric = says(isMetricName, 'must be a metric name: letters, digits, _ and :, not starting with a digit');

export const labelSchema = says(isLabelName, 'must be a label name: letters, digits and _, not starting with a digit');

const nonEmpty = z.string().check(z.minLength(1));

const readable = ({ op, value }: Matcher): boolean => !op.includes('~') || anchoredPattern(value).ok;

export const matcherSchema = z
  .strictObject({ label: labelSchema, op: z.enum(['=', '!=', '=~', '!~']), value: z.string() })
  .check(z.refine(readable, { error: 'must hold a valid regular expression (RE2)', path: ['value'] }));

const matchers = z.array(matcherSchema);

const counter = z.strictObject({
  metric,
  matchers: z.optional(matchers),
  native: z.optional(z.boolean()),
});

const latency = z.strictObject({
  metric,
  kind: z.enum(['classic', 'native']),
  unit: z._default(z.enum(['seconds', 'milliseconds']), 'seconds'),
  quantiles: z.optional(z.boolean()),
  matchers: z.optional(matchers),
});

const role = z.optional(labelSchema);

const labels = z.strictObject({
  instance: role,
  zone: role,
  version: role,
  spec: role,
  route: role,
  owner: role,
  tier: role,
});

const selected = z.strictObject({ matchers: z.array(matcherSchema).check(z.minLength(1)) });

const instances = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('instance-label') }),
  z.strictObject({ kind: z.literal('gauge'), gauge: counter, per: z.optional(labelSchema) }),
]);

const document = z.strictObject({
  id: says(
    (id) => /^[a-z0-9][a-z0-9-]{0,62}$/.test(id),
    'must be 1 to 63 small letters, digits and -, not starting with -'
  ),
  title: z.optional(nonEmpty),
  doc: z.optional(z.string()),
  detect: z.optional(metric),
  group: z.array(labelSchema).check(z.minLength(1)),
  labels: z.optional(labels),
  requests: counter,
  errors: z.optional(z.union([selected, z.strictObject({ counter })])),
  rejects: z.optional(selected),
  latency: z.optional(latency),
  inFlight: z.optional(counter),
  inFlightLimit: z.optional(counter),
  seenFrom: z.optional(z.enum(['service', 'router'])),
  instances: z.optional(instances),
  targetsLabel: z.optional(labelSchema),
});

/** A request profile as a form or a file states it; what can be told from the rest may be left out. */
export const profileSchema = z.pipe(
  document,
  z.transform((stated): Profile => ({
    ...stated,
    title: stated.title ?? stated.id,
    doc: stated.doc ?? '',
    detect: stated.detect ?? stated.requests.metric,
    labels: stated.labels ?? {},
    instances: stated.instances ?? { kind: 'instance-label' },
  }))
);
