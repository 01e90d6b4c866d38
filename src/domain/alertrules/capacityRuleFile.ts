import type { Figure } from '../base/Figure';
import { binary, number, type Expr } from '../promql/Expr';
import { InvalidName } from '../promql/InvalidName';
import { printExpr } from '../promql/printExpr';
import { PROFILE_LABEL } from '../promql/RecordedName';
import type { QuestionContext } from '../promql/QuestionContext';
import { labelledLimits, type LabelledLimit } from './labelledLimits';
import { demand } from './liveSeries';
import { roundLimit } from './roundLimit';
import type { RuleSource, RuleSubject } from './RuleSource';
import { splitLimits } from './splitLimits';
import { yamlDocument, type YamlValue } from './yamlDocument';

/** Series that other systems can read over the Prometheus API; each carries grouping labels, tier and `headroom_profile`. */
export const CAPACITY_RECORDS = ['headroom:capacity:reqps', 'headroom:required:instances', 'headroom:headroom:growth'] as const;

type CapacityRecord = (typeof CAPACITY_RECORDS)[number];

/**
 * Rule file that records capacity, required instances and headroom of each service that takes demand. A file of its own:
 * its limits are of the day it was written, so it must be loaded anew when they drift, and must not be filled backwards.
 */
export function capacityRuleFile(sources: readonly RuleSource[]): string {
  const groups = sources.flatMap(groupOf);
  return `# Capacity, required instances and headroom, written by Headroom with the limits of today. Do not fill it backwards.\n${yamlDocument({ groups })}`;
}

function groupOf(source: RuleSource): YamlValue[] {
  const { profile, scope } = source.context;
  const fixed = scope.filter(({ op }) => op === '=').map(({ label, value }) => [label, value] as const);
  const labels = { [PROFILE_LABEL]: profile.id, ...Object.fromEntries(fixed) };
  try {
    const rules = CAPACITY_RECORDS.flatMap((record) => exprsOf(record, source).map((expr): YamlValue => ({ record, expr, labels })));
    return rules.length === 0 ? [] : [{ name: `headroom-${profile.id}-capacity`, interval: '1m', rules }];
  } catch (error) {
    if (error instanceof InvalidName) {
      return [];
    }
    throw error;
  }
}

/** Split like alert rules; the parts hold different services, so they may share a name. */
function exprsOf(record: CapacityRecord, { context, subjects }: RuleSource): readonly string[] {
  const limits = subjects.flatMap((subject) => limitsOf(record, subject));
  return splitLimits(limits).map((part) => {
    const keys = new Set(part.map(({ service }) => service.key));
    const peaks = subjects.filter(({ facts }) => keys.has(facts.service.key)).flatMap(peakOf);
    return printExpr(valueOf(record, part, peaks, context));
  });
}

/**
 * Constants of services that take demand; a service that has gone has no capacity to report. Headroom is over the plain
 * peak, or over demand now where that is greater.
 */
function valueOf(record: CapacityRecord, limits: readonly LabelledLimit[], peaks: readonly LabelledLimit[], context: QuestionContext): Expr {
  const { group } = context.profile;
  const [constants, live, on] = [labelledLimits(limits, group), demand(context), { on: group }];
  if (record !== 'headroom:headroom:growth') {
    return binary('and', constants, live, on);
  }
  const peak = labelledLimits(peaks, group);
  const greater = binary('or', binary('>', live, peak, on), binary('and', peak, live, on), on);
  return binary('-', binary('/', constants, greater, on), number(1));
}

function limitsOf(record: CapacityRecord, { facts, judgement }: RuleSubject): LabelledLimit[] {
  const figure = record === 'headroom:required:instances' ? judgement.required : judgement.capacity;
  const needsPeak = record === 'headroom:headroom:growth';
  if (!figure.known || (needsPeak && !isPositive(judgement.peak))) {
    return [];
  }
  return [{ service: facts.service, owner: null, limit: roundLimit(figure.value), labels: { tier: facts.tier } }];
}

const peakOf = ({ facts, judgement }: RuleSubject): LabelledLimit[] =>
  judgement.peak.known ? [{ service: facts.service, owner: null, limit: roundLimit(judgement.peak.value) }] : [];

const isPositive = (figure: Figure): boolean => figure.known && figure.value > 0;
