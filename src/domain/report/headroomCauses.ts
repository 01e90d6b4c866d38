import { valueOf } from '../base/Figure';
import type { FleetRow } from '../capacity/FleetRow';
import type { HeadroomCause } from './ServiceChange';

/** Smaller changes of an input explain nothing. */
const WORTH = 0.005;

/** The inputs of the verdict that are others now: peak, instances judged at, benchmark. */
export function headroomCauses(before: FleetRow, now: FleetRow): readonly HeadroomCause[] {
  const inputs: ReadonlyArray<readonly [HeadroomCause['what'], (row: FleetRow) => number | null]> = [
    ['peak', ({ judgement }) => valueOf(judgement.peak)],
    ['instances', ({ judgement }) => judgement.inputs?.deployed ?? null],
    ['benchmark', ({ judgement }) => judgement.inputs?.limits.benchmark ?? null],
  ];
  return inputs.flatMap(([what, of]) => {
    const [from, to] = [of(before), of(now)];
    return from !== null && to !== null && Math.abs(to - from) > WORTH * Math.abs(from) ? [{ what, from, to }] : [];
  });
}
