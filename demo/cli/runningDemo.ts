import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { identify, isRunning, type ProcessIdentity } from './processIdentity';

const identity = z.object({ pid: z.number(), started: z.string() });
const schema = z.object({ main: identity, children: z.array(identity.extend({ name: z.string() })) });

export interface NamedProcess extends ProcessIdentity {
  readonly name: string;
}

/** What the pid file says: the start command and the processes it started. */
export type RunningDemo = z.infer<typeof schema>;

/** The demo of the pid file as far as it still runs. */
export function readRunningDemo(file: string): RunningDemo | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const parsed = schema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isAnyRunning(demo: RunningDemo): boolean {
  return [demo.main, ...demo.children].some(isRunning);
}

export function writeRunningDemo(file: string, children: readonly NamedProcess[]): void {
  const demo: RunningDemo = { main: identify(process.pid), children: [...children] };
  writeFileSync(`${file}.new`, JSON.stringify(demo));
  renameSync(`${file}.new`, file);
}

export function forgetRunningDemo(file: string): void {
  rmSync(file, { force: true });
}
