import { HOUR } from '../base/Duration';
import { binary, call, number, over, selector, sumBy, type Expr } from '../promql/Expr';
import { printExpr } from '../promql/printExpr';
import { groupName } from './buildRule';
import type { IntentOf } from './Intent';
import { intentInfo } from './INTENTS';
import type { RuleDocument } from './RuleDocument';
import type { RuleSource } from './RuleSource';
import { ruleUid } from './ruleUid';

const LAST_TICK = 'headroom_keeper_last_tick_timestamp_seconds';
const ACTIVE = 'headroom_keeper_active_overrides';
/** So long a keeper that vanished is remembered. */
const MEMORY = 6 * HOUR;
/** A keeper is one target of Prometheus. */
const TARGET = ['job', 'instance'];

/** One rule for each data source: a keeper that held an override and has not ticked since. It needs no companion: it remembers. */
export function keeperRules(intent: IntentOf<'override-silent'>, sources: readonly RuleSource[]): readonly RuleDocument[] {
  const info = intentInfo(intent.kind);
  const each = new Map(sources.map((source) => [source.sourceUid, source]));
  return [...each.values()].map(({ sourceUid, sourceName }) => ({
    uid: ruleUid({ about: intent.kind, tier: null, source: sourceUid, profile: '', choice: '', part: 0 }),
    title: info.title,
    alertName: info.alertName,
    intent: intent.kind,
    tier: null,
    severity: 'critical',
    source: { uid: sourceUid, name: sourceName },
    group: groupName(info.interval),
    interval: info.interval,
    holdFor: info.holdFor,
    value: printExpr(silence()),
    comparison: { op: '>', threshold: intent.seconds },
    labels: { severity: 'critical', headroom_intent: intent.kind },
    annotations: {
      summary: ['The keeper ', { label: 'instance' }, ' held an override and has been silent for ', { value: 'seconds' }, '.'],
      description: [info.doc],
    },
    mark: { v: 1, intent: intent.kind, params: { seconds: intent.seconds }, tier: null, source: sourceUid, profile: '', group: [], limits: [] },
  }));
}

/** Seconds since the last tick, of keepers that held an override when last heard of. */
function silence(): Expr {
  const last = (metric: string): Expr => call('last_over_time', over(selector(metric), MEMORY));
  const held = binary('>', sumBy(TARGET, last(ACTIVE)), number(0));
  return binary('and', binary('-', call('time'), last(LAST_TICK)), held, { on: TARGET });
}
