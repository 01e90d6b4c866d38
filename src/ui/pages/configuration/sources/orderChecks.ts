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

/**
 * Checks in one order at every visit, whichever was answered first: by kind, then by what they are about. Once all have
 * answered, what somebody should look at comes first; before, nothing jumps.
 */
export function orderChecks(checks: readonly Check[]): Check[] {
  const settled = checks.every(({ verdict }) => verdict !== 'running');
  const concern = ({ verdict }: Check): number => (settled ? CONCERN[verdict] : 0);
  return [...checks].sort((a, b) => concern(b) - concern(a) || rank(a) - rank(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

const CONCERN: Readonly<Record<Check['verdict'], number>> = { fail: 2, warn: 1, unknown: 0, pass: 0, running: 0 };

/** A kind nobody has placed stands last. */
function rank({ id }: Check): number {
  const at = KINDS.indexOf(id.split(':')[0] ?? '');
  return at < 0 ? KINDS.length : at;
}
