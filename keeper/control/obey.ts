import type { Keeper } from '../Keeper';
import type { KeeperAnswer } from '../pool/Refusal';
import type { ControlOrder } from './ControlOrder';

/** Carries out one order in the name of who gave it. */
export function obey(keeper: Keeper, order: ControlOrder): Promise<KeeperAnswer<unknown>> {
  switch (order.order) {
    case 'stop':
      return keeper.stop(order.pool, null, order.by);
    case 'freeze':
      return keeper.freeze(order.reason, order.by);
    case 'unfreeze':
      return keeper.unfreeze(order.by);
  }
}
