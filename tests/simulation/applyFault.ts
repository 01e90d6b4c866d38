import type { RunController } from '../../src/engine/loadtest/RunController';
import type { SimulatedKeeper } from '../../src/engine/loadtest/simulated/SimulatedKeeper';
import type { SimulatedWorld } from '../../src/engine/loadtest/simulated/SimulatedWorld';
import type { Fault } from './Scenario';
import { noTrouble, type Trouble } from './Trouble';
import type { VirtualTime } from './VirtualTime';

/** Everything a fault can reach. */
export interface Stage {
  readonly time: VirtualTime;
  readonly world: SimulatedWorld;
  readonly keeper: SimulatedKeeper;
  readonly trouble: Trouble;
  readonly controller: RunController;
  readonly secondOperator: () => void;
}

/** Lets a fault begin; what it returns ends it. */
export function applyFault({ kind, lasts, size }: Fault, stage: Stage): () => void {
  const { time, world, keeper, trouble, controller } = stage;
  const target = world.members[0];
  const peer = world.members[1 + Math.floor(size * (world.members.length - 1))];
  const usual = noTrouble();
  const set = (changes: Partial<Trouble>): (() => void) => {
    Object.assign(trouble, changes);
    return () => Object.keys(changes).forEach((key) => Object.assign(trouble, { [key]: usual[key as keyof Trouble] }));
  };
  const nothing = (): void => undefined;
  // Nobody presses a button of a page that is frozen or dead.
  const inPage = (act: () => void): void => (time.world() < time.frozenUntil ? undefined : act());
  world.sync();
  switch (kind) {
    case 'none':
      return nothing;
    case 'telemetry-slow':
      return set({ telemetryDelay: 200 + size * 6_000 });
    case 'telemetry-failing':
      return set({ telemetryFails: true });
    case 'scrape-gap':
      world.blackout = true;
      return () => (world.blackout = false);
    case 'target-silent':
      return toggle(target, 'silent', true, false);
    case 'router-slow':
      return set({ routerDelay: 200 + size * 6_000 });
    case 'router-unreadable':
      return set({ unreadable: true });
    case 'answers-lost':
      return set({ answersLost: 0.3 + 0.7 * size });
    case 'requests-lost':
      return set({ requestsLost: 0.3 + 0.7 * size });
    case 'writes-delayed':
      return set({ writesDelayed: 0.3 + 0.7 * size });
    case 'session-rotates':
      return set({ blocked: true });
    case 'session-expired':
      set({ blocked: true });
      return nothing;
    case 'keeper-restart':
      keeper.restart();
      return set({ unreadable: lasts > 5_000 });
    case 'router-reset':
      keeper.resetRouter();
      return nothing;
    case 'target-ejected':
      return toggle(target, 'serving', false, true);
    case 'target-restarts':
      target?.restart(Math.round(time.world() / 1000));
      return nothing;
    case 'target-hangs':
      return toggle(target, 'fault', 'hang', 'none');
    case 'target-errors':
      return toggle(target, 'fault', 'errors', 'none');
    case 'peer-dies':
      return toggle(peer, 'serving', false, true);
    case 'peer-errors':
      return toggle(peer, 'fault', 'errors', 'none');
    case 'surge':
      world.surge = 1.2 + 1.5 * size;
      return () => (world.surge = 1);
    case 'traffic-vanishes':
      world.surge = 0.02 * size;
      return () => (world.surge = 1);
    case 'tab-freezes':
      // A dead tab does not wake.
      time.frozenUntil = Math.max(time.frozenUntil, time.world() + lasts);
      return nothing;
    case 'tab-dies':
      time.frozenUntil = Infinity;
      return nothing;
    case 'wall-clock-jumps':
      time.wallOffset = (size - 0.5) * 7_200_000;
      return nothing;
    case 'somebody-stops':
      keeper.stop(null);
      return nothing;
    case 'somebody-freezes':
      keeper.freeze('an incident');
      return () => keeper.freeze(null);
    case 'second-operator':
      stage.secondOperator();
      return nothing;
    case 'operator-stops':
      inPage(() => controller.stop('operator'));
      return nothing;
    case 'operator-holds':
      inPage(() => controller.hold('operator'));
      return () => inPage(() => controller.resume('operator'));
  }
}

function toggle<T extends object, K extends keyof T>(subject: T | undefined, key: K, bad: T[K], good: T[K]): () => void {
  if (subject === undefined) {
    return () => undefined;
  }
  subject[key] = bad;
  return () => {
    subject[key] = good;
  };
}
