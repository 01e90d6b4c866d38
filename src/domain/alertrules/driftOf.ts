import { textHash } from '../promql/textHash';
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

/** Limits that are moments (two per cent of the time since 1970 is a year), or that a rule is there to see passed. */
const EXACT: ReadonlySet<string> = new Set(['benchmark-old', 'new-ath']);

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
  const what = editOf(existing, wanted, mark);
  if (what !== null) {
    return { kind: 'edited', what };
  }
  return isMadeAnew(mark, wanted.mark) ? { kind: 'outdated', limits: [], params: [MADE_ANEW] } : { kind: 'none' };
}

function limitChanges(rule: RuleMark, catalogue: RuleMark): LimitChange[] {
  const [before, after] = [byService(rule), byService(catalogue)];
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const exact = EXACT.has(catalogue.intent);
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

function parameterChanges(rule: RuleMark, catalogue: RuleMark): string[] {
  const changed = Object.entries(catalogue.params).flatMap(([name, now]) => {
    const before = rule.params[name];
    return before === now ? [] : [`${name}: the rule says ${before ?? 'nothing'}, you ask for ${now}`];
  });
  const { severity } = rule;
  return severity === undefined || severity === catalogue.severity ? changed : [...changed, `severity: the rule says ${severity}, the policy says ${catalogue.severity ?? 'nothing'}`];
}

/** A mark of before can only be compared while its limits are the same to the digit. */
const isAsMade = (expr: string, wanted: string, mark: RuleMark, catalogue: RuleMark): boolean =>
  mark.made === undefined ? !sameLimits(mark, catalogue) || expr.trim() === wanted.trim() : textHash(expr.trim()) === mark.made;

const sameLimits = (a: RuleMark, b: RuleMark): boolean => JSON.stringify(a.limits) === JSON.stringify(b.limits);

const MADE_ANEW = 'its query would be written differently now: owners, versions, the profile, or what the source holds have changed';

/** From the same limits another expression is made; while they are not the same to the digit, nobody can tell. */
const isMadeAnew = (rule: RuleMark, catalogue: RuleMark): boolean => rule.made !== undefined && rule.made !== catalogue.made && sameLimits(rule, catalogue);

function editOf(existing: ExistingRule, wanted: WantedRule, mark: RuleMark): string | null {
  if (existing.expr !== null && !isAsMade(existing.expr, wanted.value, mark, wanted.mark)) {
    return 'its query';
  }
  if (existing.threshold !== null && existing.threshold !== wanted.comparison.threshold) {
    return `its threshold: ${existing.threshold} instead of ${wanted.comparison.threshold}`;
  }
  return existing.holdFor !== null && existing.holdFor !== wanted.holdFor ? 'how long it must hold' : null;
}
