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

const STEPS: readonly TestStep[] = [
  { kind: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { kind: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  jest('unit'),
  { kind: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { kind: 'package', command: ['npm', 'run', '--silent', 'check:package'] },
  jest('integration', '-c', 'jest.integration.config.js'),
  browser('browser 12.3', 'grafana12'),
  browser('browser 13.2', 'grafana13'),
];

interface Outcome {
  readonly step: TestStep;
  readonly counts: TestCounts;
  readonly seconds: number;
}

async function runStep(step: TestStep): Promise<Outcome> {
  console.log(`\n── ${step.kind}: ${step.command.join(' ')}`);
  const [program, ...args] = step.command;
  const started = performance.now();
  const exit = await new Promise<number>((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...step.env } });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
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
  for (const step of STEPS) {
    outcomes.push(await runStep(step));
  }
  process.exitCode = report(outcomes) ? 0 : 1;
}

void main();
