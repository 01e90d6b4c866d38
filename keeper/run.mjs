// Program: the keeper, `npm run keeper -- …`, as one file that is bundled, and compiled, again only when a source of it has changed.
// A keeper that is started again owes a baseline within two seconds; translating its sources first takes a busy machine longer than that.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const FOLDER = path.join(ROOT, '.cache/keeper');
const BUNDLE = path.join(FOLDER, 'keeper.cjs');
/** What packages are there: stands for all that comes from them. */
const PACKAGES = ['package-lock.json', 'node_modules/.package-lock.json'];
const MARK = '// sources: ';

/** Of a file's time and size; one that has gone counts as changed. */
const stampOf = (file) => {
  const found = statSync(path.join(ROOT, file), { throwIfNoEntry: false });
  return found ? `${file} ${found.mtimeMs} ${found.size}` : file;
};

const hashOf = (text) => createHash('sha256').update(text).digest('hex');

/** The bundle that is there, when the sources in its first line are as they were; else null. */
function currentBundle() {
  try {
    const text = readFileSync(BUNDLE, 'utf8');
    const { files, hash } = JSON.parse(text.slice(MARK.length, text.indexOf('\n')));
    return hashOf(files.map(stampOf).join('\n')) === hash ? text : null;
  } catch {
    return null;
  }
}

async function bundle() {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['keeper/cli.ts'],
    outdir: FOLDER,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    metafile: true,
    write: false,
  });
  const files = [...Object.keys(metafile.inputs).filter((file) => !file.includes('node_modules/')), ...PACKAGES];
  const text = `${MARK}${JSON.stringify({ files, hash: hashOf(files.map(stampOf).join('\n')) })}\n${outputFiles[0].text}`;
  mkdirSync(FOLDER, { recursive: true });
  readdirSync(FOLDER).filter((name) => name.endsWith('.code')).forEach((name) => rmSync(path.join(FOLDER, name), { force: true }));
  put(BUNDLE, text);
  return text;
}

/** In one step: another keeper may start at the same moment. */
function put(file, content) {
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
}

function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Runs the bundle from compiled code where that is there. The engine refuses code of another version of itself, but not of another source: hence the name. */
function run(text) {
  const code = path.join(FOLDER, `${hashOf(text)}.code`);
  const cachedData = read(code);
  const script = new Script(`(function (require, module, exports) {${text}\n})`, { filename: BUNDLE, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(createRequire(BUNDLE), module, module.exports);
  if (cachedData === undefined || script.cachedDataRejected) {
    put(code, script.createCachedData());
  }
}

run(currentBundle() ?? (await bundle()));
