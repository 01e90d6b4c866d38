import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { KeeperConfig } from './configSchema';
import { parseConfig } from './parseConfig';

export interface LocatedConfig {
  readonly config: KeeperConfig;
  readonly token: string;
  readonly journalPath: string;
  readonly auditPath: string;
  readonly controlPath: string;
  readonly stateDirectory: string;
  /** Router id -> its lock file: one keeper a router. */
  readonly lockPaths: Readonly<Record<string, string>>;
}

/**
 * Reads the file and the token it points to. Paths in it are relative to the file, and those of the state to its folder.
 * @throws Error naming the file and the field
 */
export async function readConfig(path: string, env: NodeJS.ProcessEnv): Promise<LocatedConfig> {
  const text = await readFile(path, 'utf8').catch((reason: Error) => {
    throw new Error(`${path} cannot be read: ${reason.message}`);
  });
  const here = dirname(resolve(path));
  try {
    const config = parseConfig(text);
    const state = resolve(here, config.stateDirectory);
    const locks = Object.entries(config.routers).map(([id, router]) => [id, resolve(state, router.lockFile ?? `router-${encodeURIComponent(id)}.lock`)]);
    return {
      config,
      token: await readToken(config.token, here, env),
      stateDirectory: state,
      journalPath: resolve(state, config.journal),
      auditPath: resolve(state, config.auditLog),
      controlPath: resolve(state, config.controlDirectory),
      lockPaths: Object.fromEntries(locks),
    };
  } catch (reason) {
    throw new Error(`${path}: ${reason instanceof Error ? reason.message : String(reason)}`);
  }
}

async function readToken(from: KeeperConfig['token'], here: string, env: NodeJS.ProcessEnv): Promise<string> {
  const token = 'env' in from ? (env[from.env] ?? '') : (await readFile(resolve(here, from.file), 'utf8')).trim();
  if (token.length < 16) {
    throw new Error(`token: ${'env' in from ? `the variable ${from.env}` : `the file ${from.file}`} holds ${token.length} characters; 16 are the least for a secret`);
  }
  return token;
}
