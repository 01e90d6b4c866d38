import * as z from 'zod/mini';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const seconds = z.number().check(z.gt(0), z.lte(86_400));
const basisPoints = z.int().check(z.gte(0), z.lte(10_000));

/** Where a secret is found; never in the file itself, so that the file can be shown. */
const secretSchema = z.union([z.strictObject({ env: name }), z.strictObject({ file: name })], 'must be `env: NAME` or `file: path`');

const limitsSchema = z.strictObject({
  /** Greatest share of one target, basis points. */
  ceilingBp: z._default(basisPoints, 5000),
  largestStepBp: z._default(basisPoints, 2500),
  minDwellSeconds: z._default(z.number().check(z.gte(0), z.lte(86_400)), 10),
  maxLifetimeSeconds: z._default(seconds, 7200),
  minTtlSeconds: z._default(seconds, 5),
  maxTtlSeconds: z._default(seconds, 120),
});

const poolConfigSchema = z.strictObject({
  id: name,
  router: name,
  routerPool: name,
  service: z._default(z.nullable(name), null),
  kind: z._default(z.enum(['instance', 'version']), 'instance'),
  members: z.record(name, name).check(z.refine((m) => Object.keys(m).length >= 2, 'needs two members at least: a share is a part of something')),
  /** Configured weight of each target; needed for routers that cannot be read. */
  baseline: z._default(z.nullable(z.record(name, z.number().check(z.gte(0)))), null),
  /** Of the metrics that guard the test: evidence is fresh for two of these and a second. */
  scrapeIntervalSeconds: z._default(seconds, 5),
  /** Refuse to start when only the keeper would end a lease. For services that must not depend on one process. */
  requireRouterLease: z._default(z.boolean(), false),
  limits: z.prefault(limitsSchema, {}),
});

/** The keeper's configuration file, YAML or JSON. */
export const configSchema = z.strictObject({
  listen: z.prefault(z.strictObject({ host: z._default(name, '127.0.0.1'), port: z._default(z.int().check(z.gte(0), z.lte(65_535)), 9470) }), {}),
  token: secretSchema,
  /** Folder for the journal, the audit log, the locks and the control directory; relative to the file. */
  stateDirectory: name,
  journal: z._default(name, 'journal.log'),
  auditLog: z._default(name, 'audit.jsonl'),
  controlDirectory: z._default(name, 'control'),
  routerTimeoutSeconds: z._default(z.number().check(z.gt(0), z.lte(30)), 2),
  routers: z.record(name, z.strictObject({ adapter: name, options: z._default(z.unknown(), {}), lockFile: z.optional(name) })),
  pools: z.array(poolConfigSchema).check(z.minLength(1)),
});

export type KeeperConfig = z.infer<typeof configSchema>;
export type PoolConfig = z.infer<typeof poolConfigSchema>;
