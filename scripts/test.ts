import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { requirePackages } from '../demo/cli/requirePackages';
import { jestCounts } from './jestCounts.ts';
import { playwrightCounts } from './playwrightCounts.ts';
import type { TestCounts, TestStep } from './TestStep.ts';

// `npm test`: every kind of test in one command. A step that fails does not keep the others from running; the table at
// the end counts by kind.
const ROOT = path.resolve(__dirname, '..');
const REPORTS = path.join(ROOT, '.cache', 'reports');
const reportOf = (step: TestStep): string => path.join(REPORTS, `${step.kind.replace(/\W+/g, '-')}.json`);

const jest = (kind: string, ...more: string[]): TestStep => ({
  kind,
  command: ['npx', 'jest', ...more, '--json', '--outputFile', path.join(REPORTS, `${kind}.json`)],
  counts: jestCounts,
});

const browser = (kind: string, line: string): TestStep => ({
  kind,
  command: ['npx', 'playwright', 'test'],
  env: { HEADROOM_LINE: line, PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(REPORTS, `${kind.replace(/\W+/g, '-')}.json`) },
  counts: playwrightCounts,
});

/** Stages follow each other. Lanes of one stage run side by side: each keeps about one core busy, and none minds the other. */
const STAGES: ReadonlyArray<ReadonlyArray<readonly TestStep[]>> = [
  [
    [
      { kind: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
      { kind: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
      // What the last step would otherwise wait for.
      { kind: 'packages 13.2', command: ['npx', 'tsx', 'scripts/hostPackages.ts'] },
    ],
    [
      jest('unit'),
      { kind: 'build', command: ['npm', 'run', '--silent', 'build'] },
      { kind: 'package', command: ['npm', 'run', '--silent', 'check:package'] },
    ],
  ],
  [[jest('integration', '-c', 'jest.integration.config.js')]],
  [[browser('browser 12.3', 'grafana12')]],
  [[browser('browser 13.2', 'grafana13')]],
];

interface Outcome {
  readonly step: TestStep;
  readonly counts: TestCounts;
  readonly seconds: number;
}

async function runLane(lane: readonly TestStep[], alone: boolean): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of lane) {
    outcomes.push(await runStep(step, alone));
  }
  return outcomes;
}

/** Beside others a step says what it has to say when it is done, so that words do not mix. */
async function runStep(step: TestStep, alone: boolean): Promise<Outcome> {
  const head = `\n── ${step.kind}: ${step.command.join(' ')}`;
  const [program, ...args] = step.command;
  const started = performance.now();
  if (alone) {
    console.log(head);
  }
  const said: Buffer[] = [];
  const exit = await new Promise<number>((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...step.env } });
    child.stdout?.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
  if (!alone) {
    console.log(`${head}\n${Buffer.concat(said).toString()}`);
  }
  return { step, counts: countsOf(step, exit), seconds: (performance.now() - started) / 1000 };
}

function countsOf(step: TestStep, exit: number): TestCounts {
  const whole: TestCounts = { passed: exit === 0 ? 1 : 0, failed: exit === 0 ? 0 : 1, skipped: 0, leftOut: [] };
  if (!step.counts || !existsSync(reportOf(step))) {
    // A step that should have written a report and did not has not run.
    return step.counts ? { ...whole, passed: 0, failed: 1 } : whole;
  }
  const counts = step.counts(reportOf(step));
  return exit !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function report(outcomes: readonly Outcome[]): boolean {
  const sum = (pick: (c: TestCounts) => number) => outcomes.reduce((total, { counts }) => total + pick(counts), 0);
  console.log('\nkind            passed  failed  skipped  seconds');
  for (const { step, counts, seconds } of outcomes) {
    const cells = [counts.passed, counts.failed, counts.skipped].map((n, i) => String(n).padStart([6, 8, 9][i] ?? 8)).join('');
    console.log(`${step.kind.padEnd(16)}${cells}${seconds.toFixed(0).padStart(9)}`);
  }
  const leftOut = [...new Set(outcomes.flatMap(({ counts }) => counts.leftOut))];
  if (leftOut.length > 0) {
    console.log('\nleft out here, with GRAFANA_URL they run:');
    leftOut.forEach((title) => console.log(`  ${title}`));
  }
  for (const title of outcomes.flatMap(({ counts }) => counts.secondTry ?? [])) {
    console.log(`passed at the second try only: ${title}`);
  }
  console.log(`\n${sum((c) => c.passed)} passed, ${sum((c) => c.failed)} failed, ${sum((c) => c.skipped)} skipped`);
  return sum((c) => c.failed) === 0;
}

const ROUTERS = { nginx: 'nginx', '/usr/lib/nginx/modules/ngx_http_lua_module.so': 'libnginx-mod-http-lua' };

async function main(): Promise<void> {
  await requirePackages(console.log, process.env.CHROMIUM_PATH ? ROUTERS : { ...ROUTERS, chromium: 'chromium' });
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const outcomes: Outcome[] = [];
  for (const lanes of STAGES) {
    const ran = await Promise.all(lanes.map((lane) => runLane(lane, lanes.length === 1)));
    outcomes.push(...ran.flat());
  }
  process.exitCode = report(outcomes) ? 0 : 1;
}

void main();
