import type { Figure } from '../base/Figure';
import type { FleetRow } from './FleetRow';

/** Everything a number of the row cannot say by itself: reasons of the status, what is unknown and why, stale, partial. */
export function evidenceNotes({ facts, judgement }: FleetRow): readonly string[] {
  const figures: ReadonlyArray<readonly [name: string, figure: Figure]> = [
    ['demand', facts.demandNow],
    ['instances', facts.instances],
    ['ATH', facts.ath.figure],
    ['capacity', judgement.capacity],
    ['headroom', judgement.headroom],
  ];
  return [...new Set([...judgement.status.reasons, ...figures.flatMap(([name, figure]) => notesOf(name, figure))])];
}

function notesOf(name: string, figure: Figure): readonly string[] {
  const { stale, partial } = figure.evidence;
  return [
    ...(figure.known ? boundOf(name, figure.bound) : [`${name} unknown: ${figure.reason}`]),
    ...(stale ? [`${name} is stale`] : []),
    ...(partial ? [`${name} is partial: history is being read`] : []),
  ];
}

const boundOf = (name: string, bound: 'at least' | 'at most' | undefined): readonly string[] => (bound ? [`${name} is ${bound} this`] : []);
