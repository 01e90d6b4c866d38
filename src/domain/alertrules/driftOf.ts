import { readMark, MARK, type RuleMark } from './RuleMark';
import type { RuleDocument } from './RuleDocument';

/** A rule as it stands somewhere. */
export interface ExistingRule {
  readonly annotations: Readonly<Record<string, string>>;
  /** PromQL of its first query; null when it has none. */
  readonly expr: string | null;
  readonly threshold: number | null;
  /** Milliseconds; null when it cannot be read. */
  readonly holdFor: number | null;
}

export interface LimitChange {
  /** Name of the service, its scope before it. */
  readonly service: string;
  /** Null when the rule does not have it yet. */
  readonly rule: number | null;
  /** Null when nothing is to be said of it any more. */
  readonly catalogue: number | null;
}

/** How a rule that is there differs from what would be written now. */
export type Drift =
  | { readonly kind: 'none' }
  /** Limits, services or parameters changed since. */
  | { readonly kind: 'outdated'; readonly limits: readonly LimitChange[]; readonly params: readonly string[] }
  /** Written from the same facts, but somebody changed it. */
  | { readonly kind: 'edited'; readonly what: string }
  /** It carries our uid and no mark that can be read. */
  | { readonly kind: 'unreadable' };

/** Closer than this is the same limit: estimates are made anew all the time. */
const NOISE = 0.02;

/** What a rule is compared by. */
export type WantedRule = Pick<RuleDocument, 'mark' | 'value' | 'comparison' | 'holdFor'>;

export function driftOf(existing: ExistingRule, wanted: WantedRule): Drift {
  const mark = readMark(existing.annotations[MARK]);
  if (mark === null) {
    return { kind: 'unreadable' };
  }
  const limits = limitChanges(mark, wanted.mark);
  const params = parameterChanges(mark, wanted.mark);
  if (limits.length > 0 || params.length > 0) {
    return { kind: 'outdated', limits, params };
  }
  const what = editOf(existing, wanted, sameLimits(mark, wanted.mark));
  return what === null ? { kind: 'none' } : { kind: 'edited', what };
}

function limitChanges(rule: RuleMark, catalogue: RuleMark): LimitChange[] {
  const [before, after] = [byService(rule), byService(catalogue)];
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  // Its limits are moments: two per cent of the time since 1970 is a year.
  const exact = catalogue.intent === 'benchmark-old';
  return names.flatMap((service) => {
    const [old, now] = [before.get(service) ?? null, after.get(service) ?? null];
    const same = old !== null && now !== null && (exact ? old === now : isClose(old, now));
    return same ? [] : [{ service, rule: old, catalogue: now }];
  });
}

const byService = ({ limits }: RuleMark): ReadonlyMap<string, number> => new Map(limits.map(([values, limit]) => [values.join('/'), limit]));

/** Whole numbers (instances) count exactly. */
const isClose = (a: number, b: number): boolean =>
  Number.isInteger(a) && Number.isInteger(b) && Math.abs(a) < 10_000 ? a === b : Math.abs(a - b) <= NOISE * Math.max(Math.abs(a), Math.abs(b));

const parameterChanges = (rule: RuleMark, catalogue: RuleMark): string[] =>
  Object.entries(catalogue.params).flatMap(([name, now]) => {
    const before = rule.params[name];
    return before === now ? [] : [`${name}: the rule says ${before ?? 'nothing'}, you ask for ${now}`];
  });

const sameLimits = (a: RuleMark, b: RuleMark): boolean => JSON.stringify(a.limits) === JSON.stringify(b.limits);

/** The expression can only be compared while its limits are the same to the digit. */
function editOf(existing: ExistingRule, wanted: WantedRule, exact: boolean): string | null {
  if (exact && existing.expr !== null && existing.expr.trim() !== wanted.value.trim()) {
    return 'its query';
  }
  if (existing.threshold !== null && existing.threshold !== wanted.comparison.threshold) {
    return `its threshold: ${existing.threshold} instead of ${wanted.comparison.threshold}`;
  }
  return existing.holdFor !== null && existing.holdFor !== wanted.holdFor ? 'how long it must hold' : null;
}
