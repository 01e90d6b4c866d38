import { judgeService } from '../capacity/judgeService';
import { facts, NOW } from '../capacity/serviceFacts.fixture';
import type { ServiceFacts } from '../capacity/ServiceFacts';
import { serviceRef } from '../catalogue/ServiceRef';
import type { QuestionContext } from '../promql/QuestionContext';
import { context } from '../promql/testing/questionContexts';
import type { RuleChoice } from './RuleChoice';
import type { RuleSource, RuleSubject } from './RuleSource';

export const EVERYBODY: RuleChoice = { tiers: ['P0', 'P1', 'P2'], owners: null, services: null };

/** A service of the source below, judged. */
export function subject(name: string, change: Partial<ServiceFacts> = {}, namespace = 'shop', group: readonly string[] = ['namespace', 'service']): RuleSubject {
  const labels = Object.fromEntries(group.map((label, i) => [label, i === group.length - 1 ? name : namespace]));
  const own = facts({ service: serviceRef('prom', 'prometheus-http', group, labels), ...change });
  return { facts: own, judgement: judgeService(own, { growth: 0, now: NOW }) };
}

/** Services read by the profile of Prometheus clients. */
export const ruleSource = (subjects: readonly RuleSubject[], changes: Partial<QuestionContext> = {}): RuleSource => ({
  sourceUid: 'prom',
  sourceName: 'Prometheus',
  context: context(changes),
  subjects,
});
