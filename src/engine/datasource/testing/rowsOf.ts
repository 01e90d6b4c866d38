import { fleetOrder } from '../../../domain/capacity/fleetOrder';
import type { FleetRow } from '../../../domain/capacity/FleetRow';
import { judgeService } from '../../../domain/capacity/judgeService';
import type { FleetState } from '../../fleet/FleetState';

/** What `judgedRows` comes to, in one piece. */
export const rowsOf = ({ view, context }: FleetState): readonly FleetRow[] =>
  view.services.map((facts) => ({ facts, judgement: judgeService(facts, { growth: 0, now: context.now }) })).sort(fleetOrder);
