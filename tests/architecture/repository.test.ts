import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';

const ROOT = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const readme = read('README.md');

describe('the README', () => {
  const map = /### Architecture[\s\S]*?```\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const named = [...map.matchAll(/^\s*(src\/[a-z/]+)/gm)].map((m) => m[1] ?? '');

  it('names folders that exist', () => {
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((folder) => !existsSync(path.join(ROOT, folder)))).toEqual([]);
  });

  it('names every folder of src and of the domain', () => {
    const foldersOf = (parent: string) => readdirSync(path.join(ROOT, parent), { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => `${parent}/${e.name}`);
    const all = [...foldersOf('src'), ...foldersOf('src/domain')].filter((f) => f !== 'src/img');
    expect(all.filter((folder) => !named.includes(folder))).toEqual([]);
  });

  it('names scripts that exist', () => {
    const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);
    const used = [...readme.matchAll(/npm run ([a-z0-9:]+)/g)].map((m) => m[1] ?? '');
    expect(used.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  it('points to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((m) => m[1] ?? '');
    expect(links.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it('gives CI the same test command', () => {
    expect(readme).toContain('`npm ci && npm test`');
    const run = read('.ci/run');
    expect(run).toMatch(/^npm ci\b/m);
    expect(run).toMatch(/^npm test$/m);
  });
});

/** Everything that is written here, by hand. */
const OURS = '{src,keeper,bench,demo,scripts,tests}';
const ignore = ['**/node_modules/**', 'dist/**'];
const linesOf = (file: string): number => read(file).split('\n').length - 1;

/** Longer than they should be; a file that was split leaves this list. */
const TOO_LONG = ['tests/integration/alertRules.test.ts', 'tests/promql/kubernetes.test.ts', 'tests/routers/realRouters.test.ts'];

describe('source files', () => {
  const files = globSync(`${OURS}/**/*.{ts,tsx,mjs,js,lua}`, { cwd: ROOT, ignore });
  const unfinished = [/\bTO[D]O\b/, /\bFIX[M]E\b/, /@ts-ignor[e]/, /@ts-nochec[k]/];
  const marked = (of: readonly string[], marks: readonly RegExp[]) => of.filter((f) => marks.some((mark) => mark.test(read(f))));

  it('are there', () => {
    expect([...new Set(files.map((f) => f.split('/')[0]))].sort()).toEqual(['bench', 'demo', 'keeper', 'scripts', 'src', 'tests']);
  });

  it('are at most 300 lines long', () => {
    expect(files.filter((f) => linesOf(f) > 300 && !TOO_LONG.includes(f))).toEqual([]);
  });

  it('hold nothing unfinished', () => {
    expect(marked(files, unfinished)).toEqual([]);
  });

  it('switch no check off', () => {
    expect(marked(files.filter((f) => /^(src|keeper|bench|scripts)\//.test(f)), [/eslint-disabl[e]/])).toEqual([]);
  });
});

describe('tests', () => {
  it('all run', () => {
    const files = globSync(`${OURS}/**/*.{test,spec}.{ts,tsx}`, { cwd: ROOT, ignore });
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((f) => f.startsWith('keeper/')).length).toBeGreaterThan(10);
    expect(files.filter((f) => /\b(it|test|describe)\.(only|skip|todo)\b/.test(read(f)) && !f.includes('tests/architecture'))).toEqual([]);
  });
});
