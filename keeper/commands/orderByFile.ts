import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import type { LocatedConfig } from '../config/readConfig';
import { ControlDirectory, type ControlOrder } from '../control/ControlDirectory';
import { startKeeper, type RunningKeeper } from '../startKeeper';
import type { CommandContext } from './Command';

const PATIENCE_MS = 8000;
const LOOK_EVERY_MS = 200;

/**
 * The way in when the port does not answer. A keeper that still runs finds the order in its control directory; where none runs,
 * this process takes the locks, becomes one for a moment, and so restores what the journal says is overridden.
 */
export async function orderByFile(located: LocatedConfig, order: ControlOrder, { print }: CommandContext): Promise<number> {
  print('the port does not answer');
  const alone = await startKeeper(located, pino({ level: 'silent' }), false).catch(() => null);
  return alone === null ? leaveOrder(located, order, print) : carryOutAlone(alone, order, print);
}

async function carryOutAlone(alone: RunningKeeper, order: ControlOrder, print: (line: string) => void): Promise<number> {
  print('no keeper runs: restoring from the journal');
  if (order.order === 'stop') {
    await alone.keeper.stop(order.pool, null, order.by);
  } else if (order.order === 'freeze') {
    await alone.keeper.freeze(order.reason, order.by);
  } else {
    await alone.keeper.unfreeze(order.by);
  }
  const restored = await alone.stop();
  print(restored ? 'done; every baseline is back' : 'a baseline could not be put back; look at the router');
  return restored ? 0 : 1;
}

async function leaveOrder(located: LocatedConfig, order: ControlOrder, print: (line: string) => void): Promise<number> {
  const file = await new ControlDirectory(located.controlPath).leave(order);
  print(`a keeper holds the locks: left the order in ${file}`);
  for (let waited = 0; waited < PATIENCE_MS && existsSync(file); waited += LOOK_EVERY_MS) {
    await pause(LOOK_EVERY_MS);
  }
  print(existsSync(file) ? 'the keeper has not taken it; end its process and start it again: a start restores' : 'the keeper has carried it out');
  return existsSync(file) ? 1 : 0;
}
