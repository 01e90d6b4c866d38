import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ChildProcesses, type ChildSpec } from './cli/childProcesses';
import { type DemoPaths } from './demoPaths';
import { type DemoPorts, routerMetricsPort } from './demoPorts';
import { type LivePlan } from './live/livePlan';
import { type LiveTarget } from './live/liveTargets';
import { routerConfig } from './router/routerConfig';

function nodeProcess(paths: DemoPaths, name: string, script: string, ...args: string[]): ChildSpec {
  const file = path.join(paths.root, 'demo', 'live', script);
  return { name, command: process.execPath, args: ['--import', 'tsx', file, ...args], cwd: paths.root };
}

function routerProcess(paths: DemoPaths, ports: DemoPorts, targets: readonly LiveTarget[]): ChildSpec {
  const metrics = routerMetricsPort(ports);
  writeFileSync(paths.routerConfig, `${routerConfig(targets, metrics)}\n`);
  return {
    name: 'haproxy',
    command: 'haproxy',
    args: ['-db', '-f', paths.routerConfig],
    cwd: paths.state,
    isReady: () =>
      fetch(`http://127.0.0.1:${metrics}/metrics`).then(
        (answer) => answer.ok,
        () => false
      ),
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

export async function startLoad({ paths, children }: LivePart): Promise<void> {
  await children.start(nodeProcess(paths, 'load-generator', 'loadGenerator.ts', paths.planFile));
}

/** Starts the process that goes on telling of the services that are not live. */
export async function startContinuation({ paths, children }: LivePart): Promise<void> {
  const args = [paths.planFile, paths.continuationFile];
  await children.start(nodeProcess(paths, 'continuation', 'continuation.ts', ...args));
}
