import type { Figure } from '../base/Figure';
import { MINUTE } from '../base/Duration';
import { binary, number, type Expr } from '../promql/Expr';
import { InvalidName } from '../promql/InvalidName';
import { printExpr } from '../promql/printExpr';
import type { QuestionContext } from '../promql/QuestionContext';
import { labelledLimits, type LabelledLimit } from './labelledLimits';
import { demand } from './liveSeries';
import type { RecordingDocument } from './RecordingDocument';
import { recordingIdentity } from './recordingIdentity';
import { roundLimit } from './roundLimit';
import type { RuleSource, RuleSubject } from './RuleSource';
import { splitLimits } from './splitLimits';

/** Series that other systems can read over the Prometheus API; each carries grouping labels, tier and `headroom_profile`. */
export const CAPACITY_RECORDS = ['headroom:capacity:reqps', 'headroom:required:instances', 'headroom:headroom:growth'] as const;

type CapacityRecord = (typeof CAPACITY_RECORDS)[number];

const DOC = 'Recorded by Headroom for other systems, with the limits of the day it was written: the Recording rules tab says when they drift.';

/**
 * Rules that record capacity, required instances and headroom of each service that takes demand. A profile with a name
 * that PromQL does not take records nothing.
 */
export function capacityDocuments(source: RuleSource): readonly RecordingDocument[] {
  try {
    return CAPACITY_RECORDS.flatMap((record) => documentsOf(record, source));
  } catch (error) {
    if (error instanceof InvalidName) {
      return [];
    }
    throw error;
  }
}

/** Split like alert rules; the parts hold different services, so they may share a name. */
function documentsOf(record: CapacityRecord, { sourceUid, sourceName, context, subjects }: RuleSource): readonly RecordingDocument[] {
  const { profile } = context;
  const parts = splitLimits(subjects.flatMap((subject) => limitsOf(record, subject)));
  return parts.map((part, index): RecordingDocument => {
    const byKey = new Map(subjects.map((subject) => [subject.facts.service.key, subject]));
    const peaks = part.flatMap(({ service }) => peakOf(byKey.get(service.key)));
    const over = new Map(peaks.map(({ service, limit }) => [service.key, limit]));
    const peakFor = (key: string): number => (record === 'headroom:headroom:growth' ? (over.get(key) ?? 1) : 1);
    return {
      ...recordingIdentity({ uid: sourceUid, name: sourceName }, context, { record, interval: MINUTE, part: { index, of: parts.length } }),
      value: printExpr(valueOf(record, part, peaks, context)),
      doc: DOC,
      mark: {
        v: 1,
        intent: record,
        params: {},
        tier: null,
        source: sourceUid,
        profile: profile.id,
        group: [...profile.group],
        limits: part.map(({ service, limit }) => [profile.group.map((name) => service.labels[name] ?? ''), roundLimit(limit / peakFor(service.key))]),
      },
    };
  });
}

/**
 * Constants of services that take demand; a service that has gone has no capacity to report. Headroom is over the plain
 * peak, or over demand now where that is greater.
 */
function valueOf(record: CapacityRecord, limits: readonly LabelledLimit[], peaks: readonly LabelledLimit[], context: QuestionContext): Expr {
  const { group } = context.profile;
  // From raw series: rules do not read each other, and stay the same when recorded series come into use.
  const live = demand({ ...context, recorded: new Set() });
  const [constants, on] = [labelledLimits(limits, group), { on: group }];
  if (record !== 'headroom:headroom:growth') {
    return binary('and', constants, live, on);
  }
  // Many-to-one, which keeps the tier of the constants.
  const peak = labelledLimits(peaks, group);
  const greater = binary('or', binary('>', live, peak, on), binary('and', peak, live, on), on);
  return binary('-', binary('/', constants, greater, { ...on, bring: [] }), number(1));
}

function limitsOf(record: CapacityRecord, { facts, judgement }: RuleSubject): LabelledLimit[] {
  const figure = record === 'headroom:required:instances' ? judgement.required : judgement.capacity;
  const needsPeak = record === 'headroom:headroom:growth';
  if (!figure.known || (needsPeak && !isPositive(judgement.peak))) {
    return [];
  }
  return [{ service: facts.service, owner: null, limit: roundLimit(figure.value), labels: { tier: facts.tier } }];
}

const peakOf = (subject: RuleSubject | undefined): LabelledLimit[] =>
  subject?.judgement.peak.known ? [{ service: subject.facts.service, owner: null, limit: roundLimit(subject.judgement.peak.value) }] : [];

const isPositive = (figure: Figure): boolean => figure.known && figure.value > 0;
