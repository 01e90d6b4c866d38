import { readConfig } from '../config/readConfig';
import { askKeeper, operator } from './askKeeper';
import type { Command } from './Command';
import { orderByFile } from './orderByFile';
import { portFailure } from './portFailure';

export const freeze: Command = {
  name: 'freeze',
  usage: 'freeze <reason>       put every baseline back and refuse every raise until `unfreeze`',
  run: async (words, context) => {
    const reason = words.join(' ');
    if (reason === '') {
      throw new Error('why? `freeze <reason>`: the reason is shown to everyone who is refused');
    }
    const located = await readConfig(context.configPath, context.env);
    const reply = await askKeeper(located, 'POST', '/v1/freeze', { reason });
    const failure = portFailure(reply);
    if (failure !== null) {
      return orderByFile(located, { order: 'freeze', reason, by: operator() }, failure, context);
    }
    context.print(reply?.status === 200 ? 'frozen; every baseline is back' : reply?.status === 202 ? 'frozen; a baseline is not confirmed yet' : `refused: ${JSON.stringify(reply?.body)}`);
    return reply?.status === 200 ? 0 : 1;
  },
};

export const unfreeze: Command = {
  name: 'unfreeze',
  usage: 'unfreeze              allow load tests again',
  run: async (_args, context) => {
    const located = await readConfig(context.configPath, context.env);
    const reply = await askKeeper(located, 'DELETE', '/v1/freeze');
    const failure = portFailure(reply);
    if (failure !== null) {
      return orderByFile(located, { order: 'unfreeze', by: operator() }, failure, context);
    }
    context.print(reply?.status === 200 ? 'not frozen' : `refused: ${JSON.stringify(reply?.body)}`);
    return reply?.status === 200 ? 0 : 1;
  },
};
