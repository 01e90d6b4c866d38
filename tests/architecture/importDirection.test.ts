/** @jest-environment node */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import ts from 'typescript';

// Read rather than imported: the table is an ES module shared with the lint configuration.
const table = readFileSync(path.join(__dirname, 'importZones.mjs'), 'utf8');
const layers = [...table.matchAll(/\{ folder: '([^']+)', may: \[([^\]]*)\] \}/g)].map((m) => ({
  folder: m[1] ?? '',
  may: [...(m[2] ?? '').matchAll(/'([^']+)'/g)].map((x) => x[1] ?? ''),
}));
const ROOT = path.resolve(__dirname, '../..');
const inside = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`);

function importsOf(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(path.join(ROOT, file), 'utf8'), true, true)
    .importedFiles.map((f) => f.fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => path.posix.normalize(path.posix.join(path.posix.dirname(file), name)));
}

// What Grafana loads first; it hands over to a composition root in `wiring` at once.
const isEntry = (file: string) => /^src\/((datasource|panels\/\w+)\/)?module\.tsx?$/.test(file);

describe('import direction', () => {
  const files = globSync('{src,demo,keeper}/**/*.{ts,tsx}', { cwd: ROOT, ignore: ['**/node_modules/**'] });

  it('reads the table and finds files in every layer', () => {
    expect(layers.length).toBeGreaterThanOrEqual(10);
    for (const { folder } of layers) {
      expect([folder, files.some((f) => inside(f, folder))]).toEqual([folder, true]);
    }
  });

  it('every import keeps to its layer', () => {
    const offences = files.flatMap((file) => {
      const layer = layers.find(({ folder }) => inside(file, folder));
      if (!layer || isEntry(file)) {
        return [];
      }
      const allowed = [layer.folder, ...layer.may];
      return importsOf(file)
        .filter((target) => target.startsWith('src/') || (layer.folder.startsWith('src') && !target.startsWith('src')))
        .filter((target) => !allowed.some((folder) => inside(target, folder)))
        .map((target) => `${file} imports ${target}`);
    });
    expect(offences).toEqual([]);
  });

  it('every source file belongs to a layer or is an entry', () => {
    const homeless = files.filter((f) => f.startsWith('src/') && !layers.some(({ folder }) => inside(f, folder)));
    expect(homeless.filter((f) => !isEntry(f))).toEqual([]);
  });

  it('the pure domain imports no framework', () => {
    const offences = files
      .filter((f) => inside(f, 'src/domain') && !f.includes('.test.'))
      .flatMap((f) =>
        ts
          .preProcessFile(readFileSync(path.join(ROOT, f), 'utf8'), true, true)
          .importedFiles.map((i) => i.fileName)
          .filter((name) => /^(react|rxjs|@grafana|@emotion)/.test(name))
          .map((name) => `${f} imports ${name}`)
      );
    expect(offences).toEqual([]);
  });
});
