import { writeList } from '../base/writeList';
import type { AlertSeen, AlertsSeen } from './AlertsSeen';
import type { PreflightCheck } from './preflight';

const TITLE = 'No alert firing';
const MOST = 4;

/** Nothing may fire on the service or what it depends on. Whoever could not be asked, and a rule that cannot tell, are never taken for quiet. */
export function quietCheck(seen: readonly AlertsSeen[]): Omit<PreflightCheck, 'id'> {
  const told = (state: AlertSeen['state']): readonly string[] =>
    seen.flatMap((one) => (one.known ? [...new Set(one.alerts.filter((alert) => alert.state === state).map(({ name, about }) => `${name} (${one.by}, on ${about})`))] : []));
  const [firing, unclear, advice] = [told('firing'), told('unclear'), told('advice')];
  if (firing.length > 0) {
    return { title: TITLE, state: 'refuse', evidence: `Firing now: ${listed(firing)}. Wait until it is over, or find out what it means first.` };
  }
  const notKnown = seen.flatMap((one) => (one.known ? [] : [`${one.by}: ${one.reason}`]));
  if (seen.length === 0 || notKnown.length > 0) {
    const why = seen.length === 0 ? 'Alerts could not be read' : `Not everything could be asked. ${notKnown.join(' ')}`;
    return { title: TITLE, state: 'warn', evidence: `${why.replace(/\.$/, '')}. Look yourself before you go on.` };
  }
  if (unclear.length > 0) {
    return { title: TITLE, state: 'warn', evidence: `Rules that have no data or fail, so that nobody knows: ${listed(unclear)}. Look yourself before you go on.` };
  }
  const planning = advice.length === 0 ? '' : ` Only advice does: ${listed(advice)}.`;
  return { title: TITLE, state: 'pass', evidence: `None of the rules of ${writeList(seen.map(({ by }) => by))} fires on the service or on a dependency the plan names.${planning}` };
}

const listed = (all: readonly string[]): string => `${writeList(all.slice(0, MOST))}${all.length > MOST ? ` and ${all.length - MOST} more` : ''}`;
