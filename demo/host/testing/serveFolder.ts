import type { HostOptions, RunningHost } from '../HostOptions';
import { serveHost } from '../serveHost';
import type { HostFolder } from './HostFolder';

/** A host on a free port over a test folder, without a browser bundle: these tests are about what the server answers. */
export function serveFolder(folder: HostFolder, change: Partial<HostOptions> = {}): Promise<RunningHost> {
  const { root, distDir, dataDir, provisioningDir } = folder;
  const assets = { entry: 'main.js', styles: [], workers: {}, dir: root, packagesDir: root };
  return serveHost({ port: 0, prometheusUrl: '', distDir, dataDir, provisioningDir, ...change }, assets);
}
