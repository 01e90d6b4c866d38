import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import type { LocatedConfig } from '../config/readConfig';
import { ControlDirectory } from '../control/ControlDirectory';
import type { ControlOrder } from '../control/ControlOrder';
import { obey } from '../control/obey';
import { orderResultOf, type OrderResult } from '../control/OrderResult';
import { LockHeld } from '../journal/LockHeld';
import { startKeeper, type RunningKeeper } from '../startKeeper';
import type { CommandContext } from './Command';

const PATIENCE_MS = 12_000;
const LOOK_EVERY_MS = 200;

/**
 * The way in when the port fails. A keeper that still runs finds the order in its control directory; where none runs,
 * this process takes the locks, becomes one for a moment, and so restores what the journal says is overridden.
 * @param why what the port did, in words
 * @throws Error saying why no keeper can be started here, unless it is that one runs; nothing was ordered then
 */
export async function orderByFile(located: LocatedConfig, order: ControlOrder, why: string, { print }: CommandContext): Promise<number> {
  print(why);
  try {
    return await carryOutAlone(await startKeeper(located, pino({ level: 'silent' }), false), order, print);
  } catch (reason) {
    if (reason instanceof LockHeld) {
      return leaveOrder(located, order, print);
    }
    throw reason;
  }
}

async function carryOutAlone(alone: RunningKeeper, order: ControlOrder, print: (line: string) => void): Promise<number> {
  print('no keeper runs: restoring from the journal');
  const { outcome, detail } = orderResultOf(await obey(alone.keeper, order));
  const restored = await alone.stop();
  if (outcome === 'failed') {
    print(`not carried out: ${detail}`);
    return 1;
  }
  print(restored ? 'done; every baseline is back' : 'a baseline could not be put back; look at the router');
  return restored ? 0 : 1;
}

async function leaveOrder(located: LocatedConfig, order: ControlOrder, print: (line: string) => void): Promise<number> {
  const control = new ControlDirectory(located.controlPath);
  const file = await control.leave(order);
  print(`a keeper holds the locks: left the order in ${file}`);
  for (let waited = 0; waited < PATIENCE_MS && existsSync(file); waited += LOOK_EVERY_MS) {
    await pause(LOOK_EVERY_MS);
  }
  const result = await control.takeResult(file);
  if (result !== null) {
    print(WORDS[result.outcome](result.detail));
    return result.outcome === 'done' ? 0 : 1;
  }
  print(
    existsSync(file)
      ? 'the keeper has not carried it out yet. It stays there, for this keeper or the next to be started; remove the file to withdraw it. If nothing happens, end the process of the keeper and start it again: a start restores'
      : 'the keeper took it and left no word of what became of it; ask `status` and look at its log'
  );
  return 1;
}

const WORDS: Readonly<Record<OrderResult['outcome'], (detail: string) => string>> = {
  done: () => 'the keeper has carried it out',
  unconfirmed: (detail) => `the keeper has begun: ${detail}; ask \`status\``,
  failed: (detail) => `the keeper could not carry it out: ${detail}`,
};
