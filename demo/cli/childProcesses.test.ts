/** @jest-environment node */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ChildProcesses, type ChildSpec } from './childProcesses';
import { type DemoError } from './demoError';
import { isRunning } from './processIdentity';
import { readRunningDemo } from './runningDemo';
import { stopDemo } from './stopDemo';
import { waitUntil } from './waitUntil';

let folder = '';
let pidFile = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'demo-children-'));
  pidFile = path.join(folder, 'running.json');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function nodeChild(name: string, script: string): ChildSpec {
  return { name, command: process.execPath, args: ['-e', script], cwd: folder };
}

function group(onEnd: (error: DemoError) => void = () => undefined): ChildProcesses {
  return new ChildProcesses(path.join(folder, 'logs'), pidFile, onEnd);
}

const SERVES = 'process.send("ready"); setInterval(() => {}, 1000)';

describe('processes of the demo', () => {
  it('are in the pid file while they run, and gone after stopping', async () => {
    const children = group();
    await children.start(nodeChild('one', SERVES));
    await children.start(
      nodeChild('two', `process.on("SIGTERM", () => setTimeout(() => process.exit(), 50)); ${SERVES}`)
    );
    const running = readRunningDemo(pidFile);
    expect(running?.children.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(running?.children.every(isRunning)).toBe(true);
    await children.stopAll();
    expect(running?.children.some(isRunning)).toBe(false);
  });

  it('that end at their start are named with the end of their log', async () => {
    const start = group().start(nodeChild('broken', 'console.error("no such port"); process.exit(3)'));
    await expect(start).rejects.toThrow(/broken ended at its start \(exit code 3\)[^]*no such port/);
  });

  it('that cannot be started are named', async () => {
    const spec = { ...nodeChild('absent', ''), command: path.join(folder, 'nothing-here') };
    await expect(group().start(spec)).rejects.toThrow('absent ended at its start');
  });

  it('that may be started again are, and the demo goes on', async () => {
    const ended: DemoError[] = [];
    const children = group((error) => ended.push(error));
    await children.start({ ...nodeChild('keeper', SERVES), restartAfterMs: 50 });
    const pid = (): number | undefined => readRunningDemo(pidFile)?.children[0]?.pid;
    const first = pid() ?? 0;
    process.kill(first, 'SIGKILL');
    expect(await waitUntil(() => pid() !== undefined && pid() !== first, 10_000)).toBe(true);
    const running = readRunningDemo(pidFile);
    expect(running?.children.map(({ name }) => name)).toEqual(['keeper']);
    expect(running?.children.every(isRunning)).toBe(true);
    await children.stopAll();
    expect(ended).toEqual([]);
    expect(running?.children.some(isRunning)).toBe(false);
  });

  it('that die later are told of, with the end of their log', async () => {
    const told = new Promise<DemoError>((resolve) => {
      const script = 'process.send("ready"); setTimeout(() => { console.error("out of luck"); process.exit(1) }, 150)';
      void group(resolve).start(nodeChild('fragile', script));
    });
    expect((await told).message).toMatch(/fragile ended unexpectedly \(exit code 1\)[^]*out of luck/);
  });

  it('left behind by a killed demo are stopped by the pid file, and nothing else is', async () => {
    const children = group();
    await children.start(nodeChild('orphan', SERVES));
    const demo = readRunningDemo(pidFile);
    const orphan = demo?.children[0];
    expect(orphan).toBeDefined();
    // This process is in the file too; a changed start time makes it another process with the same number.
    const text = readFileSync(pidFile, 'utf8').replace(`"started":"${demo?.main.started}"`, '"started":"1"');
    writeFileSync(pidFile, text);
    expect(await stopDemo(pidFile)).toBe('Stopped 1 processes.');
    expect(orphan && isRunning(orphan)).toBe(false);
  });

  it('are not looked for when no demo ran', async () => {
    expect(await stopDemo(pidFile)).toBe('No demo runs here.');
  });
});
