import { MINUTE } from '../base/Duration';
import { binary } from '../promql/Expr';
import { buildRule, type RulePlan } from './buildRule';
import type { Watched } from './Recipe';
import type { RuleDocument } from './RuleDocument';
import type { RuleSubject } from './RuleSource';
import { splitLimits } from './splitLimits';

/** A restart is no disappearance. */
const HOLD = 10 * MINUTE;

/**
 * A series that vanishes takes its alert with it, in Prometheus and in Grafana alike. For each series that rules look at
 * there is a rule on "limit without series". It names the services of the tier, whichever intent asked for it, so that
 * intents share it; services that are silent already, or never sent that series, are left out.
 */
export const vanishedRules = (plan: RulePlan, watched: readonly Watched[], subjects: readonly RuleSubject[]): readonly RuleDocument[] =>
  watched.flatMap(({ name, live, seen }) => {
    const about = `vanished-${name.replaceAll(' ', '-')}`;
    const companion: RulePlan = {
      ...plan,
      intent: 'vanished',
      about,
      params: {},
      severity: subjects[0]?.facts.policy.shortIs ?? plan.severity,
      title: `Gone: ${name}`,
      alertName: 'HeadroomSeriesGone',
      doc: `Series of ${name} that other rules of Headroom look at are no longer there: those rules are silent about this service. Where the service is gone for good, update the rules.`,
      measure: { value: (limits, { on }) => binary('unless', limits, live, { on }), watched: [] },
      comparison: { op: '>', threshold: 0 },
      interval: MINUTE,
      holdFor: HOLD,
      summary: [`has sent no ${name} for more than ten minutes.`],
    };
    const limits = subjects
      .filter(({ facts, judgement }) => judgement.status.kind !== 'stale' && seen(facts))
      .map(({ facts }) => ({ service: facts.service, owner: facts.owner, limit: 1 }));
    const parts = splitLimits(limits);
    return parts.map((part, index) => buildRule(companion, part, { index, of: parts.length }));
  });
