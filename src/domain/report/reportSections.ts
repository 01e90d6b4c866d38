import { actionSentence } from './actionSentence';
import type { CapacityReport, IdleService, NewAth, OldBenchmark, ShortService } from './CapacityReport';
import { changeSentence } from './changeSentence';
import { countOf } from './countOf';
import type { ReportSection } from './ReportSection';
import type { ReportWords } from './ReportWords';

/** Held as they are now when the week before is judged: nobody keeps them. */
const HELD = 'Policy, prices, zones, autoscaler bounds and what CPU, bursts and skew say are those of now on both sides: what differs is demand, instances and benchmarks.';

/** A report as a person reads it: the same lines on the page and in Markdown. */
export function reportSections(report: CapacityReport, words: ReportWords): readonly ReportSection[] {
  const { summary, week } = report;
  return [
    {
      title: 'Next actions',
      lines: report.actions.map((action) => ({ facts: action.facts, text: actionSentence(action, words) })),
      nothing: summary.services === 0 ? 'There are no services.' : 'Nothing to do.',
      notes: [],
    },
    {
      title: `What changed since ${words.day(week.from)}`,
      lines: report.changes.map(({ facts, changes }) => ({ facts, text: changes.map((change) => changeSentence(change, words)).join('; ') })),
      nothing: nothingChanged(report),
      notes: [...report.notCompared.map(({ reason, services }) => `${countOf(services, 'service')} could not be compared: ${reason}.`), ...(isCompared(report) ? [HELD] : [])],
    },
    {
      title: 'Who is short',
      lines: report.short.map((short) => ({ facts: short.facts, text: shortWords(short) })),
      nothing: nobodyShort(report),
      notes: [],
    },
    {
      title: 'What to give back',
      lines: report.giveBack.map((idle) => ({ facts: idle.facts, text: idleWords(idle, words) })),
      nothing: 'Nothing that the figures allow to give back.',
      notes: unpriced(report),
    },
    {
      title: 'New all-time highs',
      lines: report.newAths.map((ath) => ({ facts: ath.facts, text: athWords(ath, words) })),
      nothing: isCompared(report) ? 'None this week.' : 'None is known.',
      notes: [],
    },
    {
      title: 'Oldest benchmarks',
      lines: report.oldBenchmarks.map((old) => ({ facts: old.facts, text: oldWords(old, words) })),
      nothing: 'None is older than 90 days or of another version than runs now.',
      notes: summary.withoutBenchmark === 0 ? [] : [`${countOf(summary.withoutBenchmark, 'service')} without any benchmark.`],
    },
  ];
}

const notComparedCount = ({ notCompared }: CapacityReport): number => notCompared.reduce((sum, { services }) => sum + services, 0);

/** True when the week before is known of any service. */
const isCompared = (report: CapacityReport): boolean => notComparedCount(report) < report.summary.services;

const nothingChanged = (report: CapacityReport): string =>
  isCompared(report) || report.summary.services === 0 ? 'Nothing that is worth a line.' : 'Not known.';

/** Who cannot be judged is not fine. */
function nobodyShort({ summary: { byStatus } }: CapacityReport): string {
  const dark = byStatus.unknown + byStatus.stale;
  return dark === 0 ? 'Nobody.' : `Nobody who can be judged; ${countOf(dark, 'service')} cannot be.`;
}

const shortWords = ({ add, atLeast, required, deployed }: ShortService): string =>
  `${atLeast ? 'at least ' : ''}${countOf(add, 'instance')} to add: ${required} required, ${deployed} deployed`;

const idleWords = ({ instances, pricePerMonth }: IdleService, words: ReportWords): string =>
  `${countOf(instances, 'instance')}, ${pricePerMonth === null ? 'price not known' : `${words.money(pricePerMonth)} a month`}`;

const athWords = ({ value, at, span, atLeast, before }: NewAth, words: ReportWords): string =>
  `${atLeast ? 'at least ' : ''}${words.demand(value)}, ${words.peakTime(at, span)}${before === null ? '' : `; before ${words.demand(before)}`}`;

const oldWords = ({ benchmark: { low, origin, at }, reasons }: OldBenchmark, words: ReportWords): string =>
  `${words.demand(low)} an instance, ${origin} of ${words.day(at)}: ${reasons.join('; ')}`;

function unpriced({ summary }: CapacityReport): readonly string[] {
  const { givesBackUnpriced, givesBackPerMonth } = summary;
  return givesBackUnpriced === 0 || givesBackPerMonth === null ? [] : [`The sum leaves out ${countOf(givesBackUnpriced, 'instance')} without a price.`];
}
