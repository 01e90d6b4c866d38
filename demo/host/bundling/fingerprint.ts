import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

function filesBelow(dir: string): string[] {
  const entries = readdirSync(dir, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name));
  return entries.flatMap((entry) => {
    const full = path.join(dir, entry.name);
    return entry.isDirectory() ? filesBelow(full) : [full];
  });
}

const PACKAGES = ['@grafana/data', '@grafana/runtime', '@grafana/ui', 'react', 'react-dom'];

/** Changes whenever a source of the bundle, the way it is made or one of the package versions does. */
export function fingerprint(sourceDirs: readonly string[], packagesDir: string): string {
  const manifests = PACKAGES.map((name) => path.join(packagesDir, name, 'package.json'));
  const hash = createHash('sha256');
  for (const file of [...sourceDirs.flatMap(filesBelow), ...manifests]) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}
