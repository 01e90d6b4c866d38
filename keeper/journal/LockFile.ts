import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Keeps a second keeper of this machine away from a router. A lock whose process is gone is taken over. */
export class LockFile {
  private constructor(private readonly path: string) {}

  /** @throws Error naming the process that holds the lock. */
  static async take(path: string): Promise<LockFile> {
    await mkdir(dirname(path), { recursive: true });
    const mine = `${process.pid} ${startOf(process.pid) ?? 'unknown'}\n`;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        const handle = await open(path, 'wx', 0o600);
        await handle.writeFile(mine);
        await handle.close();
        return new LockFile(path);
      } catch (reason) {
        await LockFile.removeIfLeft(path, reason);
      }
    }
    throw new Error(`${path} cannot be taken`);
  }

  async release(): Promise<void> {
    await rm(this.path, { force: true });
  }

  private static async removeIfLeft(path: string, reason: unknown): Promise<void> {
    if ((reason as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw reason;
    }
    const holder = await readFile(path, 'utf8').catch(() => '');
    const [pid = '', start = ''] = holder.trim().split(' ');
    if (pid !== '' && startOf(Number(pid)) === start) {
      throw new Error(`another keeper, process ${pid}, holds ${path}; one router and one journal have one keeper`);
    }
    await rm(path, { force: true });
  }
}

/** When a process was started, so that a number used again is not taken for it; null = there is no such process, or no /proc to ask. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return isAlive(pid) ? 'unknown' : null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
