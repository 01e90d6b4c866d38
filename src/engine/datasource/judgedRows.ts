import { fleetOrder } from '../../domain/capacity/fleetOrder';
import type { FleetRow } from '../../domain/capacity/FleetRow';
import { judgeService } from '../../domain/capacity/judgeService';
import type { FleetState } from '../fleet/FleetState';

const judged = new WeakMap<FleetState, readonly FleetRow[]>();

/** The fleet with its verdicts, worst first within a tier, as the fleet page shows it; judged once however many ask. */
export function judgedRows(state: FleetState): readonly FleetRow[] {
  const known = judged.get(state);
  if (known) {
    return known;
  }
  const rows = state.view.services.map((facts) => ({
    facts,
    judgement: judgeService(facts, { growth: 0, now: state.context.now }),
  }));
  const sorted = rows.sort(fleetOrder);
  judged.set(state, sorted);
  return sorted;
}
