import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
// yazl: writes zip files and nothing else, no dependencies but buffer-crc32; the only thing a release archive needs.
import { ZipFile } from 'yazl';

const root = path.resolve(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
const id = (JSON.parse(readFileSync(path.join(root, 'dist/plugin.json'), 'utf8')) as { id: string }).id;
const target = path.join(root, 'artifacts', `${id}-${version}.zip`);

mkdirSync(path.dirname(target), { recursive: true });
const zip = new ZipFile();
// Grafana's installer expects one folder named as the plugin at the root of the archive.
for (const file of globSync('**/*', { cwd: path.join(root, 'dist'), nodir: true }).sort()) {
  zip.addFile(path.join(root, 'dist', file), `${id}/${file}`, { mtime: new Date(0), mode: 0o100644 });
}
zip.end();
zip.outputStream.pipe(createWriteStream(target)).on('close', () => console.log(`wrote ${path.relative(root, target)}`));
