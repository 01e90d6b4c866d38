import { fleetOrder } from '../../domain/capacity/fleetOrder';
import type { FleetRow } from '../../domain/capacity/FleetRow';
import { judgeService } from '../../domain/capacity/judgeService';
import type { FleetState } from '../fleet/FleetState';
import type { WorkSlices } from '../fleet/WorkSlices';

interface Judging {
  readonly rows: FleetRow[];
  sorted: readonly FleetRow[] | null;
}

const begun = new WeakMap<FleetState, Judging>();

/**
 * The fleet with its verdicts, worst first within a tier, as the fleet page shows it. Judged once however many ask, in
 * slices: whoever has a turn goes on where the last one stopped, so one who leaves takes nothing from the others.
 * @throws AbortError when the asker of these slices was cancelled
 */
export async function judgedRows(state: FleetState, slices: WorkSlices): Promise<readonly FleetRow[]> {
  const judging = begun.get(state) ?? { rows: [], sorted: null };
  begun.set(state, judging);
  const { services } = state.view;
  for (let facts = services[judging.rows.length]; facts; facts = services[judging.rows.length]) {
    judging.rows.push({ facts, judgement: judgeService(facts, { growth: 0, now: state.context.now }) });
    await slices.breathe();
  }
  judging.sorted ??= judging.rows.sort(fleetOrder);
  return judging.sorted;
}
