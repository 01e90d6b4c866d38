import { problemSchema } from '../../src/domain/routing/answerSchema';
import { readConfig } from '../config/readConfig';
import { askKeeper, operator } from './askKeeper';
import type { Command } from './Command';
import { orderByFile } from './orderByFile';
import { portFailure } from './portFailure';

export const stop: Command = {
  name: 'stop',
  usage: 'stop <pool>           put the baseline of a pool back, by port, by file, or from the journal',
  run: async ([pool], context) => {
    if (pool === undefined) {
      throw new Error('which pool? `stop <pool>`');
    }
    const located = await readConfig(context.configPath, context.env);
    if (!located.config.pools.some((p) => p.id === pool)) {
      throw new Error(`${pool} is not a pool of this configuration; it has ${located.config.pools.map((p) => p.id).join(', ')}`);
    }
    const reply = await askKeeper(located, 'DELETE', `/v1/override?pool=${encodeURIComponent(pool)}`);
    const failure = portFailure(reply);
    if (failure !== null) {
      return orderByFile(located, { order: 'stop', pool, by: operator() }, failure, context);
    }
    const problem = problemSchema.safeParse(reply?.body);
    context.print(problem.success ? problem.data.detail : reply?.status === 200 ? `${pool}: the baseline is back` : `${pool}: stopped; the baseline is not confirmed yet`);
    return reply?.status === 200 ? 0 : 1;
  },
};
