import { writeFileSync } from 'node:fs';
import { type ChildSpec } from '../cli/childProcesses';
import { type DemoPaths } from '../demoPaths';
import { type DemoPorts } from '../demoPorts';
import { BLOCK_HOURS } from '../history/blockRanges';
import { type LiveTarget } from '../live/liveTargets';
import { prometheusConfig } from './prometheusConfig';

export function prometheusUrl(ports: DemoPorts): string {
  return `http://127.0.0.1:${ports.prometheus}`;
}

/** How Prometheus is started: longer retention than its default of 15 days, which would delete the history. */
export function prometheusProcess(
  paths: DemoPaths,
  ports: DemoPorts,
  targets: readonly LiveTarget[],
  ...more: string[]
): ChildSpec {
  writeFileSync(paths.prometheusConfig, prometheusConfig(targets, ports));
  return {
    name: 'prometheus',
    command: 'prometheus',
    args: [
      `--config.file=${paths.prometheusConfig}`,
      `--storage.tsdb.path=${paths.data}`,
      '--storage.tsdb.retention.time=120d',
      // The length of our blocks: otherwise the first minutes go into compacting the history.
      `--storage.tsdb.max-block-duration=${BLOCK_HOURS}h`,
      `--web.listen-address=127.0.0.1:${ports.prometheus}`,
      '--log.level=warn',
      ...more,
    ],
    cwd: paths.state,
    isReady: () =>
      fetch(`${prometheusUrl(ports)}/-/ready`).then(
        (answer) => answer.ok,
        () => false
      ),
  };
}
