import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import type { Labels } from '../../src/domain/base/Labels';

const run = promisify(execFile);

/** A sample each minute (or interval); null leaves it out, `stale` marks the series as gone. */
export type Minutes = ReadonlyArray<number | null | 'stale'>;

export interface RuleSeries {
  readonly name: string;
  readonly labels: Labels;
  readonly minutes: Minutes;
}

/** What an expression must answer at a minute: rows by their labels. */
export interface Expected {
  readonly expr: string;
  readonly minute: number;
  readonly rows: ReadonlyArray<{ readonly labels: Labels; readonly value: number }>;
}

/** Runs `promtool test rules`: loads the rules and series, evaluates at every interval. @returns null when all is as expected, else what differed */
export async function testRules(rules: string, series: readonly RuleSeries[], expected: readonly Expected[], interval = '1m'): Promise<string | null> {
  const directory = await mkdtemp(join(tmpdir(), 'headroom-rules-'));
  try {
    await writeFile(join(directory, 'rules.yml'), rules);
    await writeFile(join(directory, 'test.yml'), stringify(document(series, expected, interval), { aliasDuplicateObjects: false, lineWidth: 0 }));
    await run('promtool', ['check', 'rules', join(directory, 'rules.yml')]);
    await run('promtool', ['test', 'rules', join(directory, 'test.yml')], { maxBuffer: 64 * 1024 * 1024 });
    return null;
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as { stdout?: string; stderr?: string; message: string };
    return `${stdout}\n${stderr}` || message;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const document = (series: readonly RuleSeries[], expected: readonly Expected[], interval: string) => ({
  rule_files: ['rules.yml'],
  evaluation_interval: interval,
  tests: [
    {
      interval,
      input_series: series.map(({ name, labels, minutes }) => ({
        series: `${name}${labelText(labels)}`,
        values: minutes.map((value) => (value === null ? '_' : String(value))).join(' '),
      })),
      promql_expr_test: expected.map(({ expr, minute, rows }) => ({
        expr,
        eval_time: `${minute}m`,
        exp_samples: rows.map(({ labels, value }) => ({ labels: labelText(labels), value })),
      })),
    },
  ],
});

const labelText = (labels: Labels): string =>
  `{${Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(', ')}}`;
