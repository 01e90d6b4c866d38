import { readdirSync, readFileSync } from 'node:fs';

const PARENT_FIELD = 1;

/**
 * Kills a process and all that came from it at once, as the kernel does when memory has run out: none can tell another,
 * and none outlives the first by a moment in which it still acts.
 */
export function killFamily({ pid }: { readonly pid?: number | undefined }): void {
  // Noted before the first dies: what is left of a tree has no root to be found by.
  for (const one of pid === undefined ? [] : familyOf(pid)) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // Gone with its parent.
    }
  }
}

/** Numbers of a process and of all that came from it. */
function familyOf(pid: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = parentOf(name);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [pid];
  for (const one of found) {
    found.push(...(children.get(one) ?? []));
  }
  return found;
}

/** 0 for a process that has gone meanwhile. */
function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name in brackets may hold blanks; fields are counted after it.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[PARENT_FIELD]);
  } catch {
    return 0;
  }
}
