import { stringify } from 'yaml';
import { continuationPort, type DemoPorts, keeperPort, loadGeneratorPort, routerMetricsPort } from '../demoPorts';
import { type LiveTarget } from '../live/liveTargets';
import { clientLabels } from '../model/clientSeries';

const LIVE = { scrape_interval: '5s', scrape_timeout: '2s' } as const;

function liveJob({ service, instances }: LiveTarget): object {
  return {
    job_name: service.name,
    ...LIVE,
    static_configs: instances.map(({ slot, port }) => {
      // The job label comes from the job's name; the others make the series those of the history.
      const { job: _job, ...labels } = clientLabels(service, slot);
      return { targets: [`127.0.0.1:${port}`], labels };
    }),
  };
}

function plainJob(name: string, port: number): object {
  return { job_name: name, ...LIVE, static_configs: [{ targets: [`127.0.0.1:${port}`] }] };
}

/** Prometheus' configuration for the live part; without targets it only serves what is stored. */
export function prometheusConfig(targets: readonly LiveTarget[], ports: DemoPorts): string {
  const continuation = {
    job_name: 'continuation',
    honor_labels: true,
    scrape_interval: '15s',
    scrape_timeout: '10s',
    static_configs: [{ targets: [`127.0.0.1:${continuationPort(ports)}`] }],
  };
  const jobs = [
    ...targets.map(liveJob),
    continuation,
    plainJob('haproxy', routerMetricsPort(ports)),
    plainJob('load-generator', loadGeneratorPort(ports)),
    plainJob('headroom-keeper', keeperPort(ports)),
  ];
  return stringify({ global: { scrape_interval: '15s' }, scrape_configs: targets.length > 0 ? jobs : [] });
}
