import { readdirSync, readFileSync } from 'node:fs';

const PARENT_FIELD = 1;

/** Numbers of a process and of all that came from it. */
export function descendantsOf(pid: number): readonly number[] {
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
