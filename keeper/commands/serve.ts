import pino from 'pino';
import { readConfig } from '../config/readConfig';
import { startKeeper } from '../startKeeper';
import type { Command } from './Command';

export const serve: Command = {
  name: 'serve',
  usage: 'serve                 run the keeper until told to stop; baselines are put back before it goes',
  run: async (_args, { configPath, env }) => {
    const logger = pino({ level: env.HEADROOM_KEEPER_LOG ?? 'info', redact: ['req.headers.authorization'] });
    const running = await startKeeper(await readConfig(configPath, env), logger, true);
    logger.info({ url: running.url }, 'the keeper listens');
    const signal = await new Promise<string>((resolve) => {
      process.once('SIGTERM', resolve);
      process.once('SIGINT', resolve);
    });
    logger.info({ signal }, 'the keeper is shutting down');
    const restored = await running.stop();
    if (!restored) {
      logger.error({}, 'not every baseline is confirmed and written down; the next start will go on with it');
    }
    return restored ? 0 : 1;
  },
};
