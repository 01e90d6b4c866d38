import { userInfo } from 'node:os';
import type { LocatedConfig } from '../config/readConfig';

const PATIENCE_MS = 8000;

/** What a running keeper answered; null = nobody listens, or not in time. */
export interface KeeperReply {
  readonly status: number;
  readonly body: unknown;
}

/** One call to the keeper of this configuration, with its own token. */
export async function askKeeper({ config, token }: LocatedConfig, method: string, path: string, body?: object): Promise<KeeperReply | null> {
  const { host, port } = config.listen;
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const headers = { authorization: `Bearer ${token}`, 'x-grafana-context': JSON.stringify({ login: operator() }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  try {
    const response = await fetch(`http://${address.includes(':') ? `[${address}]` : address}:${port}${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, body: await response.json() };
  } catch {
    return null;
  }
}

/** Who stands at the command line. */
export function operator(): string {
  try {
    return `${userInfo().username} at the command line`;
  } catch {
    return 'the command line';
  }
}
