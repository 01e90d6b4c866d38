import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHost } from '../../demo/host/server';
import { startPrometheus } from '../../tests/support/Prometheus';
import { END } from '../BenchHistory';
import { MeteringProxy } from './MeteringProxy';

/** An app nobody configured: it reads the default data source. */
const DATA_SOURCE = (url: string) => `apiVersion: 1
datasources:
  - { name: Prometheus, uid: prometheus, type: prometheus, access: proxy, url: '${url}', isDefault: true }
`;

/** Everything behind the page that is measured. */
export interface Stage {
  /** Where Grafana, or what stands in for it, is; without a closing slash. */
  readonly url: string;
  readonly prometheusUrl: string;
  readonly meter: MeteringProxy;
  stop(): Promise<void>;
}

export interface StageOptions {
  readonly dataDirectory: string;
  readonly distDir: string;
  /** A running Grafana with the plugin; its default data source must be `http://127.0.0.1:<meterPort>`. */
  readonly grafanaUrl: string | undefined;
  readonly meterPort: number;
  /** What the page believes the time is. */
  readonly now: () => number;
}

export async function setStage({ dataDirectory, distDir, grafanaUrl, meterPort, now }: StageOptions): Promise<Stage> {
  const directory = await mkdtemp(join(tmpdir(), 'headroom-bench-'));
  // Blocks of other lengths would be compacted in the background while we measure.
  const flags = ['--storage.tsdb.min-block-duration=2h', '--storage.tsdb.max-block-duration=2h'];
  const prometheus = await startPrometheus({ dataDirectory, flags });
  const meter = new MeteringProxy(prometheus.url, () => Math.min(now(), END));
  const meterUrl = await meter.start(grafanaUrl === undefined ? 0 : meterPort);
  const host = grafanaUrl === undefined ? await standIn(directory, distDir, meterUrl) : null;
  return {
    url: (host?.url ?? grafanaUrl ?? '').replace(/\/$/, ''),
    prometheusUrl: prometheus.url,
    meter,
    stop: async () => {
      await host?.stop();
      await meter.stop();
      await prometheus.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The build is copied, so that a rebuild does not change a run under way. */
async function standIn(directory: string, dist: string, prometheusUrl: string) {
  const [distDir, provisioningDir] = [join(directory, 'dist'), join(directory, 'provisioning')];
  await cp(dist, distDir, { recursive: true });
  await mkdir(join(provisioningDir, 'datasources'), { recursive: true });
  await writeFile(join(provisioningDir, 'datasources', 'prometheus.yaml'), DATA_SOURCE(prometheusUrl));
  return startHost({ port: 0, prometheusUrl, distDir, provisioningDir, dataDir: join(directory, 'data') });
}
