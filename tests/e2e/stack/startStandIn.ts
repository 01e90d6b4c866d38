import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildPlugin } from '../../../demo/cli/buildPlugin';
import { Progress } from '../../../demo/cli/progress';
import { stopDemo } from '../../../demo/cli/stopDemo';
import { isRunning } from '../../../demo/cli/processIdentity';
import { readRunningDemo } from '../../../demo/cli/runningDemo';
import { DemoPaths } from '../../../demo/demoPaths';
import { keeperPort } from '../../../demo/demoPorts';
import { startHost } from '../../../demo/host/server';
import { secretIn } from '../../../demo/router/secretIn';
import type { HostVariant } from '../../../demo/host/HostOptions';
import { RunDemo } from '../../../demo/runDemo';
import { freePortBlock } from './freePortBlock';
import { requireHostPackages } from './requireHostPackages';
import type { StackAddress } from './StackAddress';

const ROOT = path.resolve(__dirname, '../../..');
/** Kept between runs: a history that is there already saves most of the start. */
const STATE = path.join(ROOT, '.cache/e2e');
const PORTS = 100;

export interface StandIn {
  readonly address: StackAddress;
  stop(): Promise<void>;
}

/** The demo on ports of its own, and the stand-in host in front of a copy of the build. */
export async function startStandIn(variant: HostVariant): Promise<StandIn> {
  const paths = new DemoPaths(ROOT, path.join(STATE, 'demo'));
  const progress = new Progress(process.stdout);
  await clearLeftovers(paths.pidFile);
  await progress.step('Plugin', (note) => buildPlugin(paths, note, new AbortController().signal));
  await progress.step('Host packages', (note) => requireHostPackages(ROOT, variant, note));
  const distDir = path.join(STATE, 'dist');
  rmSync(distDir, { recursive: true, force: true });
  cpSync(paths.plugin, distDir, { recursive: true });

  const first = await freePortBlock(PORTS);
  const options = { stop: false, help: false, host: false, fresh: false, extraServices: 0 };
  const ports = { port: first, prometheusPort: first + 1, livePort: first + 2 };
  const demo = new RunDemo({ ...options, ...ports }, paths, progress, (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  try {
    const prometheusUrl = await demo.start();
    const dataDir = path.join(STATE, 'host');
    rmSync(dataDir, { recursive: true, force: true });
    const routing = { url: `http://127.0.0.1:${keeperPort({ web: first, prometheus: first + 1, live: first + 2 })}`, token: secretIn(paths.keeperToken) };
    const host = await progress.step('Host', () =>
      startHost({ port: 0, prometheusUrl, routing, distDir, provisioningDir: path.join(ROOT, 'provisioning'), dataDir, variant })
    );
    return {
      address: { hostUrl: host.url, prometheusUrl, distDir },
      stop: async () => {
        await host.stop();
        await demo.stop();
      },
    };
  } catch (reason) {
    await demo.stop();
    throw reason;
  }
}

/** A run that was killed leaves its servers behind; a run that is under way must not be disturbed. */
async function clearLeftovers(pidFile: string): Promise<void> {
  const running = readRunningDemo(pidFile);
  if (running && isRunning(running.main)) {
    throw new Error('Browser tests run already in this folder: wait for them or stop them.');
  }
  await stopDemo(pidFile);
}
