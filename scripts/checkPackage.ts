import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nestedModuleProblems } from './nestedModuleProblems.ts';
import { packageProblems } from './packageProblems.ts';
import { fileSizes, sizeProblems } from './sizeProblems.ts';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

async function check(): Promise<void> {
  const problems = packageProblems(dist, version);
  const sizes = problems.length === 0 ? fileSizes(dist) : [];
  for (const { file, what, bytes, budget } of sizes) {
    console.log(`${(bytes / 1024).toFixed(1).padStart(7)} KiB of ${budget / 1024} KiB gzipped  ${what.padEnd(12)} ${file}`);
  }
  problems.push(...sizeProblems(sizes), ...(sizes.length === 0 ? [] : await nestedModuleProblems(dist)));
  problems.forEach((problem) => console.error(`package: ${problem}`));
  console.log(problems.length === 0 ? 'package check: nothing to object to' : `package check: ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

void check();
