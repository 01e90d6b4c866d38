import * as z from 'zod/mini';
import type { RuleHealth } from '../../ports/RecordingRules';

const rule = z.object({
  uid: z.string(),
  health: z.optional(z.string()),
  lastError: z.optional(z.string()),
  lastEvaluation: z.optional(z.string()),
});
const answer = z.object({ data: z.object({ groups: z.array(z.object({ rules: z.array(z.unknown()) })) }) });

const LONGEST = 300;

/** Health of rules by uid, from Grafana's own list of rules. @throws ZodError when it is none */
export function parseRuleHealth(body: unknown): ReadonlyMap<string, RuleHealth> {
  const rules = z.parse(answer, body).data.groups.flatMap(({ rules: members }) => members.map((member) => rule.safeParse(member)));
  return new Map(rules.flatMap((parsed) => (parsed.success ? [[parsed.data.uid, healthOf(parsed.data)] as const] : [])));
}

function healthOf({ health, lastError, lastEvaluation }: z.infer<typeof rule>): RuleHealth {
  const at = Date.parse(lastEvaluation ?? '');
  // A rule that never ran says "ok" and the year 1.
  if (!(at > 0)) {
    return { kind: 'waiting' };
  }
  if (lastError !== undefined && lastError !== '') {
    return { kind: 'error', at, message: lastError.replace(/\s+/g, ' ').trim().slice(0, LONGEST) };
  }
  switch (health) {
    case 'error':
      return { kind: 'error', at, message: 'Grafana does not say why' };
    case 'nodata':
      return { kind: 'no-data', at };
    case 'ok':
      return { kind: 'ok', at };
    default:
      return { kind: 'waiting' };
  }
}
