import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface PrometheusOptions {
  /** Samples to be there from the start, in OpenMetrics text; the closing `# EOF` may be left out. */
  readonly openMetrics?: string | AsyncIterable<string>;
  /** A rule file. */
  readonly rules?: string;
  /** Scrape configurations, as a JSON value; nothing is scraped without. */
  readonly scrape?: readonly object[];
  readonly flags?: readonly string[];
  /** A data directory made before; it is left in place. Without it a new one is made and removed. */
  readonly dataDirectory?: string;
}

export interface RunningPrometheus {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the `prometheus` found on the path, on a free port of this machine, with nothing to scrape. */
export async function startPrometheus(options: PrometheusOptions = {}): Promise<RunningPrometheus> {
  const directory = await mkdtemp(join(tmpdir(), 'headroom-prometheus-'));
  const data = options.dataDirectory ?? join(directory, 'data');
  const discard = () => rm(directory, { recursive: true, force: true });
  try {
    if (options.openMetrics !== undefined) {
      await backfill(options.openMetrics, join(directory, 'samples.txt'), data);
    }
    const config = await writeConfig(directory, options.rules, options.scrape);
    const port = await freePort();
    const flags = [`--config.file=${config}`, `--storage.tsdb.path=${data}`, `--web.listen-address=127.0.0.1:${port}`];
    const server = spawn('prometheus', [...flags, '--storage.tsdb.retention.time=10y', ...(options.flags ?? [])], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const url = `http://127.0.0.1:${port}`;
    await untilReady(server, url);
    return { url, stop: () => stop(server).then(discard) };
  } catch (reason) {
    await discard();
    throw reason;
  }
}

/** Turns OpenMetrics text into blocks of a data directory. */
export async function backfill(samples: string | AsyncIterable<string>, file: string, data: string): Promise<void> {
  await pipeline(Readable.from(withEnd(samples)), createWriteStream(file));
  // Wide blocks: promtool reads the whole file once for each block it writes.
  const flags = ['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', '--max-block-duration=486h', file, data];
  await finished(spawn('promtool', flags, { stdio: ['ignore', 'ignore', 'pipe'] }));
  await rm(file);
}

async function* withEnd(samples: string | AsyncIterable<string>): AsyncGenerator<string> {
  let last = '';
  for await (const part of typeof samples === 'string' ? [samples] : samples) {
    last = part === '' ? last : part;
    yield part;
  }
  if (!last.trimEnd().endsWith('# EOF')) {
    yield last === '' || last.endsWith('\n') ? '# EOF\n' : '\n# EOF\n';
  }
}

async function writeConfig(directory: string, rules: string | undefined, scrape: readonly object[] = []): Promise<string> {
  const config = join(directory, 'prometheus.yml');
  const ruleFile = join(directory, 'rules.yml');
  await writeFile(ruleFile, rules ?? '');
  await writeFile(
    config,
    `global: { evaluation_interval: 1s }\nrule_files: [${rules === undefined ? '' : JSON.stringify(ruleFile)}]\nscrape_configs: ${JSON.stringify(scrape)}\n`
  );
  return config;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** Resolves when the process ends well; rejects with what it said on its error output. */
function finished(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const said = lastWords(child);
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${child.spawnfile} ended with ${code}: ${said()}`))
    );
  });
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  const said = lastWords(server);
  let ended: Error | null = null;
  server.once('error', (reason) => (ended = reason));
  server.once('exit', (code) => (ended = new Error(`prometheus ended with ${code}: ${said()}`)));
  for (;;) {
    const ready = await fetch(`${url}/-/ready`).then(
      (r) => r.ok,
      () => false
    );
    if (ready) {
      return;
    }
    if (ended) {
      throw ended;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function lastWords(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (text = (text + part).slice(-2_000)));
  return () => text;
}

function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}
