import { writeList } from '../base/writeList';
import { TURNED_OFF } from './arming/GuardOffer';
import type { PreflightCheck } from './preflight';
import type { GuardPreview } from './previewGuards';

const TITLE = 'Guards';
/** Without one of these a run that goes wrong is seen late; the others are there for services that publish them. */
const CHIEF: ReadonlySet<string> = new Set(['errors', 'errors-hard', 'p99', 'cpu', 'memory', 'hang']);
/** A check is kept with the run, which has little room; the whole list stands beside it on the page. */
const LONGEST = 700;

/** What stands guard and what does not. A guard that was asked for by name and cannot be had refuses the run. Null = not looked at. */
export function guardsCheck(guards: readonly GuardPreview[] | null): Omit<PreflightCheck, 'id'> {
  if (guards === null) {
    return { title: TITLE, state: 'refuse', evidence: 'The samples could not be read, so no guard can be armed.' };
  }
  const armed = guards.filter((guard) => guard.armed);
  const counted = `${armed.length} of ${guards.length} are armed.`;
  const refusing = guards.filter((guard) => guard.refuses);
  if (refusing.length > 0) {
    return { title: TITLE, state: 'refuse', evidence: cut(`${told(refusing)}. Correct or remove it in the plan. ${counted}`) };
  }
  const past = armed.filter(({ reading }) => reading?.state === 'stop');
  const missing = guards.filter((guard) => !guard.armed && guard.words !== TURNED_OFF);
  const [chief, others] = [missing.filter(({ id }) => CHIEF.has(id)), missing.filter(({ id }) => !CHIEF.has(id))];
  const off = guards.filter((guard) => guard.words === TURNED_OFF).map(({ title }) => title);
  const late = armed.filter(({ words, reading }) => reading !== null && words !== reading.reason);
  const parts = [
    counted,
    ...(past.length > 0 ? [`Past its limit already, before any traffic is moved: ${told(past)}.`] : []),
    ...(chief.length > 0 ? [`Not armed: ${told(chief)}.`] : []),
    ...(others.length > 0 ? [`Not to be had here: ${writeList(others.map(({ title }) => title))}.`] : []),
    ...(late.length > 0 ? [`Weak: ${told(late)}.`] : []),
    ...(off.length > 0 ? [`Turned off: ${writeList(off)}.`] : []),
  ];
  return { title: TITLE, state: past.length + late.length + chief.length > 0 ? 'warn' : 'pass', evidence: cut(parts.join(' ')) };
}

const told = (guards: readonly GuardPreview[]): string => guards.map(({ title, words }) => `${title} (${words})`).join('; ');

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
