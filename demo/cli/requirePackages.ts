import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { DemoError } from './demoError';
import { type Note } from './progress';

const run = promisify(execFile);

/** Programs, or files by their whole path, and the Debian package of each. */
type Programs = Readonly<Record<string, string>>;

const DEMO_PROGRAMS: Programs = { prometheus: 'prometheus', promtool: 'prometheus', haproxy: 'haproxy' };
const SYSTEM_FOLDERS = ['/usr/sbin', '/sbin'];

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false
  );
}

async function isInstalled(program: string): Promise<boolean> {
  if (path.isAbsolute(program)) {
    return existsSync(program);
  }
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...SYSTEM_FOLDERS].filter(Boolean);
  const found = await Promise.all(folders.map((folder) => isExecutable(path.join(folder, program))));
  return found.includes(true);
}

async function missingPackages(programs: Programs): Promise<string[]> {
  const missing = new Set<string>();
  for (const [program, name] of Object.entries(programs)) {
    if (!(await isInstalled(program))) {
      missing.add(name);
    }
  }
  return [...missing];
}

async function mayInstall(): Promise<boolean> {
  return process.getuid?.() === 0 && (await isInstalled('apt-get'));
}

async function install(packages: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]): Promise<unknown> => run('apt-get', args, { env, maxBuffer: 1 << 26 });
  const add = (): Promise<unknown> => apt('install', '-y', '--no-install-recommends', ...packages);
  try {
    await add();
  } catch {
    // The package lists of a bare machine are empty or old.
    await apt('update');
    await add();
  }
  // Debian starts a server when it is installed; we bring our own configuration, and the port must be free.
  await Promise.all(packages.map((name) => run('service', [name, 'stop']).catch(() => undefined)));
}

/** Makes sure that Prometheus, HAProxy and what else is named are there: installs them as root on Debian, otherwise names what to install. */
export async function requirePackages(note: Note, more: Programs = {}): Promise<void> {
  const missing = await missingPackages({ ...DEMO_PROGRAMS, ...more });
  if (missing.length === 0) {
    return;
  }
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!(await mayInstall())) {
    throw new DemoError(`Not installed: ${missing.join(', ')}. On Debian or Ubuntu, as root: ${command}`);
  }
  note(`installing ${missing.join(', ')}`);
  try {
    await install(missing);
  } catch (error) {
    throw new DemoError(`Could not install ${missing.join(', ')}: ${String(error)}\nTry by hand: ${command}`);
  }
  note(`installed ${missing.join(', ')}`);
}
