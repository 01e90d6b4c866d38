import type { Command } from './Command';
import { freeze, unfreeze } from './freeze';
import { openapi } from './openapi';
import { serve } from './serve';
import { status } from './status';
import { stop } from './stop';

const COMMANDS: readonly Command[] = [serve, status, stop, freeze, unfreeze, openapi];
const DEFAULT_CONFIG = 'keeper.yaml';

/** Carries out a command line; answers the exit status. */
export async function runCommand(argv: readonly string[], env: NodeJS.ProcessEnv, print: (line: string) => void): Promise<number> {
  const { configPath, words } = withoutConfig(argv, env.HEADROOM_KEEPER_CONFIG ?? DEFAULT_CONFIG);
  const [name = '', ...args] = words;
  const command = COMMANDS.find((c) => c.name === name);
  if (command === undefined) {
    print(['usage: keeper [--config file] <command>', ...COMMANDS.map((c) => `  ${c.usage}`)].join('\n'));
    return name === '' || name === 'help' || name === '--help' ? 0 : 2;
  }
  try {
    return await command.run(args, { configPath, env, print });
  } catch (reason) {
    print(reason instanceof Error ? reason.message : String(reason));
    return 1;
  }
}

function withoutConfig(argv: readonly string[], otherwise: string): { readonly configPath: string; readonly words: readonly string[] } {
  const at = argv.indexOf('--config');
  const path = argv[at + 1];
  return at === -1 || path === undefined ? { configPath: otherwise, words: argv } : { configPath: path, words: [...argv.slice(0, at), ...argv.slice(at + 2)] };
}
