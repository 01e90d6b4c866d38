import * as z from 'zod/mini';
import { err, ok, type Result } from '../../base/Result';
import type { CanaryConfig, CanaryMetric, CanaryQuery, EffectSizeSettings } from './CanaryConfig';
import { unknownFields } from './unknownFields';

const number = z.number();
const text = z.optional(z.nullable(z.string()));
const flag = z.optional(z.nullable(z.boolean()));
const decimal = z.optional(z.nullable(number));
const factor = z.optional(z.nullable(number.check(z.gte(0))));
const percent = number.check(z.gte(0), z.lte(100));

const canary = z.object({
  direction: text,
  nanStrategy: text,
  critical: flag,
  mustHaveData: flag,
  muted: flag,
  outliers: z.optional(z.nullable(z.object({ strategy: text, outlierFactor: factor }))),
  effectSize: z.optional(z.nullable(z.object({ measure: text, allowedIncrease: decimal, allowedDecrease: decimal, criticalIncrease: decimal, criticalDecrease: decimal }))),
});

const metric = z.object({
  name: z.string().check(z.minLength(1)),
  groups: z.optional(z.nullable(z.array(z.string()))),
  query: z.optional(z.nullable(z.looseObject({ customInlineTemplate: text, customFilterTemplate: text, metricName: text, labelBindings: z.optional(z.nullable(z.array(z.string()))) }))),
  analysisConfigurations: z.optional(z.nullable(z.object({ canary: z.optional(z.nullable(canary)) }))),
});

const config = z.object({
  name: text,
  judge: z.optional(z.nullable(z.looseObject({ name: text }))),
  metrics: z.array(metric).check(z.minLength(1)),
  classifier: z.optional(
    z.nullable(
      z.object({
        groupWeights: z.optional(z.nullable(z.record(z.string(), percent))),
        scoreThresholds: z.optional(z.nullable(z.object({ pass: z.optional(z.nullable(percent)), marginal: z.optional(z.nullable(percent)) }))),
      })
    )
  ),
});

type RawMetric = z.infer<typeof metric>;
type RawQuery = NonNullable<RawMetric['query']>;
type RawEffectSize = NonNullable<NonNullable<z.infer<typeof canary>>['effectSize']>;

const OUR_JUDGE = 'NetflixACAJudge-v1.0';
const PROMQL = 'PromQL:';

export interface ParsedCanaryConfig {
  readonly config: CanaryConfig;
  /** What was ignored, for a person: unknown fields by name, another judge. */
  readonly notices: readonly string[];
}

/** Reads a Kayenta canary configuration (JSON text). An error names the field and what is wrong with it. */
export function parseCanaryConfig(json: string): Result<ParsedCanaryConfig, string> {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return err('The canary configuration is not JSON: paste the whole document, from { to }.');
  }
  const parsed = config.safeParse(raw);
  if (!parsed.success) {
    return err(parsed.error.issues.map((issue) => `${issue.path.length === 0 ? 'the document' : issue.path.map(String).join('.')}: ${issue.message}`).join('; '));
  }
  const { name, judge, metrics, classifier } = parsed.data;
  const twice = metrics.map((m) => m.name).find((n, i, all) => all.indexOf(n) !== i);
  if (twice !== undefined) {
    return err(`metrics: two of them are called ${twice}`);
  }
  const { pass = null, marginal = null } = classifier?.scoreThresholds ?? {};
  const notices = [...unknownFields(raw).map((field) => `${field} is not known and is ignored`), ...filterNotices(metrics), ...judgeNotice(judge?.name)];
  return ok({ notices, config: { name: name ?? '', metrics: metrics.map(toMetric), groupWeights: classifier?.groupWeights ?? {}, thresholds: { pass, marginal } } });
}

const filterNotices = (metrics: readonly RawMetric[]): readonly string[] =>
  metrics.flatMap(({ name, query }) => ((query?.customFilterTemplate ?? '') === '' ? [] : [`${name}: its filter template ${query?.customFilterTemplate} is not applied`]));

const judgeNotice = (name: string | null | undefined): readonly string[] =>
  name === undefined || name === null || name === OUR_JUDGE ? [] : [`judge.name is ${name}; it is judged as ${OUR_JUDGE}`];

function toMetric({ name, groups, query, analysisConfigurations }: RawMetric): CanaryMetric {
  const own = analysisConfigurations?.canary ?? {};
  return {
    name,
    groups: groups ?? [],
    query: toQuery(query ?? {}),
    direction: own.direction === 'increase' || own.direction === 'decrease' ? own.direction : 'either',
    nanStrategy: own.nanStrategy === 'replace' ? 'replace' : 'remove',
    removeOutliers: own.outliers?.strategy === 'remove',
    outlierFactor: own.outliers?.outlierFactor ?? 3,
    critical: own.critical ?? false,
    mustHaveData: own.mustHaveData ?? false,
    muted: own.muted ?? false,
    effectSize: toEffectSize(own.effectSize ?? {}),
  };
}

function toQuery({ customInlineTemplate, metricName, labelBindings }: RawQuery): CanaryQuery | null {
  const template = customInlineTemplate?.startsWith(PROMQL) === true ? customInlineTemplate.slice(PROMQL.length).trim() : '';
  if (template !== '') {
    return { template, metric: null, matchers: [] };
  }
  const metric = metricName ?? '';
  return metric === '' ? null : { template: null, metric, matchers: labelBindings ?? [] };
}

function toEffectSize({ measure, allowedIncrease, allowedDecrease, criticalIncrease, criticalDecrease }: RawEffectSize): EffectSizeSettings {
  const cles = measure === 'cles';
  const none = cles ? 0.5 : 1;
  return {
    measure: cles ? 'cles' : 'meanRatio',
    allowedIncrease: allowedIncrease ?? none,
    allowedDecrease: allowedDecrease ?? none,
    criticalIncrease: criticalIncrease ?? none,
    criticalDecrease: criticalDecrease ?? none,
  };
}
