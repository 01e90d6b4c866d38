import { readFileSync } from 'node:fs';

const START_TIME_FIELD = 19;

/** A process told apart from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start in kernel ticks since boot. */
  readonly started: string;
}

function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name in brackets may hold blanks; fields are counted after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[START_TIME_FIELD];
  } catch {
    return undefined;
  }
}

export function identify(pid: number): ProcessIdentity {
  return { pid, started: startOf(pid) ?? '' };
}

export function isRunning({ pid, started }: ProcessIdentity): boolean {
  return started !== '' && startOf(pid) === started;
}
