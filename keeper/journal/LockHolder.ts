import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';

/** What a machine without /proc cannot tell. */
const UNTOLD = '-';

/** Who holds a lock, as its file says. */
export interface LockHolder {
  readonly pid: string;
  /** When the process was started, so that a number used again is not taken for it. */
  readonly start: string;
  /** Of the machine: another after every start of it. */
  readonly boot: string;
  /** Where the number counts: a container has its own, and process 1 of it is not process 1 of another. */
  readonly namespace: string;
}

/** This process; the text is another each time, so that two locks of one process are told apart. */
export function thisHolder(): { readonly holder: LockHolder; readonly text: string } {
  const { boot, namespace } = whereWeAre();
  const holder = { pid: String(process.pid), start: startOf(process.pid) ?? 'unknown', boot, namespace };
  return { holder, text: `${[holder.pid, holder.start, boot, namespace, randomBytes(6).toString('hex')].join(' ')}\n` };
}

/** The holder a file names; null for a file without a name in it. Earlier versions told number and start only, of a process of this place. */
export function readHolder(text: string): LockHolder | null {
  const { boot, namespace } = whereWeAre();
  const [pid = '', start = '', itsBoot = boot, itsNamespace = namespace] = text.trim().split(' ');
  return pid === '' ? null : { pid, start, boot: itsBoot, namespace: itsNamespace };
}

/** Whether the process can be looked up here: only then is its absence a proof. */
export function isOfThisPlace({ boot, namespace }: LockHolder): boolean {
  const here = whereWeAre();
  return boot === here.boot && namespace === here.namespace;
}

/** Whether its times are by the same clock. */
export const isOfThisMachine = ({ boot }: LockHolder): boolean => boot !== UNTOLD && boot === whereWeAre().boot;

/** For a holder of this place. */
export const isRunning = ({ pid, start }: LockHolder): boolean => startOf(Number(pid)) === start;

function whereWeAre(): Pick<LockHolder, 'boot' | 'namespace'> {
  return {
    boot: told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    namespace: told(() => readlinkSync('/proc/self/ns/pid')),
  };
}

function told(ask: () => string): string {
  try {
    return ask() || UNTOLD;
  } catch {
    return UNTOLD;
  }
}

/** When a process was started; null = there is no such process, or no /proc to ask. */
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
