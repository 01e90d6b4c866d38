import type { LimitChange } from '../../../domain/alertrules/driftOf';
import type { RuleDocument } from '../../../domain/alertrules/RuleDocument';
import type { DriftedRule } from '../../../domain/alertrules/standingOf';
import { writeNumber } from '../../../domain/capacity/writeNumber';

/** Longer lists are counted. */
const SHOWN = 6;

/** What changed since a rule was written, line by line. */
export function driftWords({ rule, drift }: { readonly rule: Pick<RuleDocument, 'title' | 'mark'>; readonly drift: DriftedRule['drift'] }): readonly string[] {
  switch (drift.kind) {
    case 'unreadable':
      return [`${rule.title}: its note of what it was written from is gone or cannot be read. Saving writes it anew.`];
    case 'edited':
      return [`${rule.title}: somebody changed ${drift.what} in Grafana. Saving overwrites that.`];
    case 'outdated': {
      const limits = drift.limits.map((change) => limitWords(change, rule.mark.intent === 'benchmark-old'));
      const shown = limits.slice(0, SHOWN);
      const more = limits.length - shown.length;
      return [...drift.params, ...shown, ...(more > 0 ? [`and ${more} more services`] : [])];
    }
  }
}

function limitWords({ service, rule, catalogue }: LimitChange, isTime: boolean): string {
  const say = (limit: number): string => (isTime ? new Date(limit * 1000).toISOString().slice(0, 10) : writeNumber(limit));
  if (rule === null) {
    return `${service}: not in the rule yet`;
  }
  if (catalogue === null) {
    return `${service}: in the rule, and no longer among the services`;
  }
  return `${service}: the rule says ${say(rule)}, the catalogue says ${say(catalogue)}`;
}
