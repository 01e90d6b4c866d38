import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { globSync } from 'glob';

const KIB = 1024;

/** Most a file may weigh, gzipped. The entry may be loaded on any Grafana page; a page is loaded when it is opened. */
export const BUDGETS: ReadonlyArray<{ readonly what: string; readonly pattern: string; readonly bytes: number }> = [
  { what: 'app entry', pattern: 'module.js', bytes: 15 * KIB },
  { what: 'nested entry', pattern: '{datasource,panels}/**/module.js', bytes: 60 * KIB },
  { what: 'page chunk', pattern: '*.js', bytes: 200 * KIB },
];

export interface FileSize {
  readonly file: string;
  readonly what: string;
  readonly bytes: number;
  readonly budget: number;
}

/** Gzipped size of every script of a build with the budget that holds for it; the first matching budget counts. */
export function fileSizes(dist: string): FileSize[] {
  const seen = new Set<string>();
  return BUDGETS.flatMap(({ what, pattern, bytes }) =>
    globSync(pattern, { cwd: dist })
      .sort()
      .filter((file) => !seen.has(file) && seen.add(file))
      .map((file) => ({ file, what, bytes: gzipSync(readFileSync(path.join(dist, file))).length, budget: bytes }))
  );
}

export const sizeProblems = (sizes: readonly FileSize[]): string[] =>
  sizes.filter((s) => s.bytes > s.budget).map((s) => `${s.what} ${s.file}: ${s.bytes} bytes gzipped, ${s.budget} allowed`);
