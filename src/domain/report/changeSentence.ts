import { countOf } from './countOf';
import type { ReportWords } from './ReportWords';
import type { HeadroomCause, ServiceChange } from './ServiceChange';

type Change<Kind extends ServiceChange['kind']> = Extract<ServiceChange, { kind: Kind }>;

/** A change in words; the service is named by whoever shows it. */
export function changeSentence(change: ServiceChange, words: ReportWords): string {
  switch (change.kind) {
    case 'new':
      return 'new this week';
    case 'gone':
      return `gone: ${change.lastSeen === null ? 'it sends no samples any more' : `last seen ${words.ago(change.lastSeen)}`}`;
    case 'status':
      return `${words.status(change.from)} → ${words.status(change.to)}`;
    case 'headroom':
      return headroom(change, words);
    case 'instances':
      return instances(change);
    case 'benchmark':
      return benchmark(change, words);
    case 'ath':
      return `new all-time high: ${change.atLeast ? 'at least ' : ''}${words.demand(change.value)}${was(change.before, words)}`;
  }
}

function headroom({ from, to, because }: Change<'headroom'>, words: ReportWords): string {
  const causes = because.map((cause) => causeWords(cause, words)).join('; ');
  return `headroom ${words.growth(from)} → ${words.growth(to)}${causes === '' ? '' : ` (${causes})`}`;
}

function causeWords({ what, from, to }: HeadroomCause, words: ReportWords): string {
  switch (what) {
    case 'peak':
      return `plain peak ${words.demand(from)} → ${words.demand(to)}`;
    case 'instances':
      return `judged at ${from} → ${countOf(to, 'instance')}`;
    case 'benchmark':
      return `safe limit ${words.demand(from)} → ${words.demand(to)} an instance`;
  }
}

const instances = ({ from, to }: Change<'instances'>): string =>
  `${countOf(Math.abs(to - from), 'instance')} ${to > from ? 'added' : 'removed'}: ${from} → ${to}`;

function benchmark({ benchmark: { low, origin, version }, before }: Change<'benchmark'>, words: ReportWords): string {
  return `new benchmark: ${words.demand(low)} an instance, ${origin}${version === null ? '' : `, version ${version}`}${was(before, words)}`;
}

const was = (before: number | null, words: ReportWords): string => (before === null ? '' : ` (was ${words.demand(before)})`);
