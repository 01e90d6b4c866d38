import type { Check } from '../../../../engine/setup/SetupView';

/** Kinds of checks, each after what it rests on. */
const KINDS = [
  'reachable',
  'metrics',
  'labels',
  'choice',
  'scrape',
  'recorded',
  'services',
  'instances',
  'cpu',
  'autoscalers',
  'retention',
];

/** Checks in one order at every visit, whichever was answered first: by kind, then by what they are about. */
export const orderChecks = (checks: readonly Check[]): Check[] =>
  [...checks].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** A kind nobody has placed stands last. */
function rank({ id }: Check): number {
  const at = KINDS.indexOf(id.split(':')[0] ?? '');
  return at < 0 ? KINDS.length : at;
}
