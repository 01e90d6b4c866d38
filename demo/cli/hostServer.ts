import path from 'node:path';
import { type DemoPaths } from '../demoPaths';

export interface RunningHost {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the stand-in host in this process. */
export async function startHostServer(paths: DemoPaths, port: number, prometheusUrl: string): Promise<RunningHost> {
  // Loaded only when it is wanted: it bundles the browser side, and --no-host must do without.
  const { startHost } = await import('../host/server');
  return startHost({
    port,
    prometheusUrl,
    distDir: paths.plugin,
    provisioningDir: path.join(paths.root, 'provisioning'),
    dataDir: paths.in('host'),
  });
}
