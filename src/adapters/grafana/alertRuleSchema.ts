import * as z from 'zod/mini';
import { parseDuration } from '../../domain/base/Duration';
import type { StoredRule } from '../../ports/AlertRules';

const texts = z.nullish(z.record(z.string(), z.string()));

const model = z.object({
  expr: z.optional(z.string()),
  conditions: z.optional(z.array(z.object({ evaluator: z.optional(z.object({ params: z.optional(z.array(z.number())) })) }))),
});

const shape = z.object({
  uid: z.string(),
  title: z.string(),
  folderUID: z.string(),
  ruleGroup: z.string(),
  for: z.optional(z.string()),
  labels: texts,
  annotations: texts,
  provenance: z.optional(z.string()),
  isPaused: z.optional(z.boolean()),
  record: z.nullish(z.object({ metric: z.string(), target_datasource_uid: z.optional(z.string()) })),
  data: z.nullish(z.array(z.object({ model: z.unknown() }))),
});

/** A rule of Grafana's provisioning API; null when it has not the shape of one. */
export function parseAlertRule(answer: unknown): StoredRule | null {
  const parsed = shape.safeParse(answer);
  if (!parsed.success) {
    return null;
  }
  const { data, ...rule } = parsed.data;
  const models = (data ?? []).map((query) => model.safeParse(query.model)).flatMap((m) => (m.success ? [m.data] : []));
  return {
    uid: rule.uid,
    title: rule.title,
    folderUid: rule.folderUID,
    group: rule.ruleGroup,
    labels: rule.labels ?? {},
    annotations: rule.annotations ?? {},
    paused: rule.isPaused ?? false,
    provisioned: rule.provenance === undefined || rule.provenance === '' ? null : rule.provenance,
    expr: models.find(({ expr }) => expr !== undefined)?.expr ?? null,
    threshold: models.flatMap(({ conditions }) => conditions?.[0]?.evaluator?.params ?? [])[0] ?? null,
    holdFor: holdFor(rule.for),
    record: rule.record ? { metric: rule.record.metric, target: rule.record.target_datasource_uid || null } : null,
  };
}

const holdFor = (text: string | undefined): number | null => (text === undefined || /^0+[smh]?$/.test(text) ? 0 : parseDuration(text));
