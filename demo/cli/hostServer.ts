import path from 'node:path';
import { type DemoPaths } from '../demoPaths';
import { type DemoPorts, keeperPort } from '../demoPorts';
import { secretIn } from '../router/secretIn';

export interface RunningHost {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the stand-in host in this process. */
export async function startHostServer(paths: DemoPaths, ports: DemoPorts, prometheusUrl: string): Promise<RunningHost> {
  // Loaded only when it is wanted: it bundles the browser side, and --no-host must do without.
  const { startHost } = await import('../host/server');
  return startHost({
    port: ports.web,
    prometheusUrl,
    routing: { url: `http://127.0.0.1:${keeperPort(ports)}`, token: secretIn(paths.keeperToken) },
    distDir: paths.plugin,
    provisioningDir: path.join(paths.root, 'provisioning'),
    dataDir: paths.in('host'),
  });
}
