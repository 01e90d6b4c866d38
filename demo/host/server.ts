import { buildClient } from './build';
import type { HostOptions, RunningHost } from './HostOptions';
import { serveHost } from './serveHost';

/** Bundles the browser side where needed and serves it on the loopback interface. */
export const startHost = async (options: HostOptions): Promise<RunningHost> =>
  serveHost(options, await buildClient(options.variant ?? 'grafana12'));
