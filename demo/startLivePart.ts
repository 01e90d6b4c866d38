import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ChildProcesses, type ChildSpec } from './cli/childProcesses';
import { type DemoPaths } from './demoPaths';
import { type DemoPorts, keeperPort, leasePort, routerMetricsPort } from './demoPorts';
import { type LivePlan } from './live/livePlan';
import { type LiveTarget } from './live/liveTargets';
import { keeperConfig } from './router/keeperConfig';
import { routerConfig } from './router/routerConfig';
import { secretIn } from './router/secretIn';

function nodeProcess(paths: DemoPaths, name: string, script: string, ...args: string[]): ChildSpec {
  const file = path.join(paths.root, 'demo', 'live', script);
  return { name, command: process.execPath, args: ['--import', 'tsx', file, ...args], cwd: paths.root };
}

const KEEPER_RESTART_MS = 20_000;

function answersOk(url: string): Promise<boolean> {
  return fetch(url).then(
    (answer) => answer.ok,
    () => false
  );
}

function routerProcess(paths: DemoPaths, ports: DemoPorts, targets: readonly LiveTarget[]): ChildSpec {
  const metrics = routerMetricsPort(ports);
  const lease = { leasePort: leasePort(ports), leaseToken: secretIn(paths.leaseToken), scripts: path.join(paths.root, 'keeper', 'routers') };
  // The lease token stands in it.
  writeFileSync(paths.routerConfig, `${routerConfig(targets, { metricsPort: metrics, ...lease })}\n`, { mode: 0o600 });
  return {
    name: 'haproxy',
    command: 'haproxy',
    // Under a master, which loads the configuration anew at SIGUSR2.
    args: ['-W', '-db', '-f', paths.routerConfig],
    cwd: paths.state,
    isReady: () => answersOk(`http://127.0.0.1:${metrics}/metrics`),
  };
}

export interface LivePart {
  readonly paths: DemoPaths;
  readonly plan: LivePlan;
  readonly targets: readonly LiveTarget[];
  readonly children: ChildProcesses;
}

/** Starts the instances, then the router: the other way round it would find them down and refuse the first requests. */
export async function startFleet({ paths, plan, targets, children }: LivePart): Promise<void> {
  writeFileSync(paths.planFile, JSON.stringify(plan));
  const starts = targets.map(({ service }) =>
    children.start(
      nodeProcess(paths, service.name, 'liveService.ts', paths.planFile, `${service.namespace}/${service.name}`)
    )
  );
  await Promise.all(starts);
  await children.start(routerProcess(paths, plan.ports, targets));
}

/** Starts the keeper beside the router, whose lease it uses. */
export async function startKeeper({ paths, plan, targets, children }: LivePart): Promise<void> {
  // Beside a Grafana in another container both must know it from outside.
  secretIn(paths.keeperToken, process.env.HEADROOM_KEEPER_TOKEN);
  writeFileSync(paths.keeperConfig, `${JSON.stringify(keeperConfig(paths, plan.ports, targets), null, 2)}\n`);
  await children.start({
    name: 'keeper',
    command: process.execPath,
    args: [path.join(paths.root, 'keeper', 'run.mjs'), '--config', paths.keeperConfig, 'serve'],
    cwd: paths.root,
    // Long enough to see that the lease in HAProxy needs nobody.
    restartAfterMs: KEEPER_RESTART_MS,
    isReady: () => answersOk(`http://127.0.0.1:${keeperPort(plan.ports)}/metrics`),
  });
}

export async function startLoad({ paths, children }: LivePart): Promise<void> {
  await children.start(nodeProcess(paths, 'load-generator', 'loadGenerator.ts', paths.planFile));
}

/** Starts the process that goes on telling of the services that are not live. */
export async function startContinuation({ paths, children }: LivePart): Promise<void> {
  const args = [paths.planFile, paths.continuationFile];
  await children.start(nodeProcess(paths, 'continuation', 'continuation.ts', ...args));
}
