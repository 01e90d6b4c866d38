import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type DemoPaths } from '../demoPaths';
import { DemoError } from './demoError';
import { type Note } from './progress';

const SOURCES = ['src', 'plugin.json', 'webpack.config.ts', 'package.json'];

async function newest(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isDirectory()) {
    return found?.mtimeMs ?? 0;
  }
  const times = await Promise.all((await readdir(file)).map((name) => newest(path.join(file, name))));
  return Math.max(0, ...times);
}

async function isCurrent(paths: DemoPaths): Promise<boolean> {
  const built = await newest(path.join(paths.plugin, 'module.js'));
  const changed = await Promise.all(SOURCES.map((name) => newest(path.join(paths.root, name))));
  return built > 0 && built >= Math.max(...changed);
}

function run(paths: DemoPaths, log: string, signal: AbortSignal): Promise<number> {
  const handle = openSync(log, 'w');
  const build = spawn('npm', ['run', 'build'], { cwd: paths.root, stdio: ['ignore', handle, handle], signal });
  closeSync(handle);
  return new Promise((resolve) => {
    build.on('error', () => resolve(1));
    build.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Builds the plugin when there is no build, or sources are newer than it. */
export async function buildPlugin(paths: DemoPaths, note: Note, signal: AbortSignal): Promise<void> {
  if (await isCurrent(paths)) {
    note('up to date');
    return;
  }
  note('npm run build');
  mkdirSync(paths.logs, { recursive: true });
  const log = path.join(paths.logs, 'build.log');
  if ((await run(paths, log, signal)) !== 0) {
    throw new DemoError(`The plugin does not build: see ${log}`);
  }
}
