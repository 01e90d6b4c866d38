import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MANIFEST = {
  id: 'headroom-capacity-app',
  type: 'app',
  name: 'Headroom',
  info: { version: '1.0.0', logos: { small: 'img/logo.svg', large: 'img/logo.svg' } },
  includes: [],
  roles: [
    {
      role: { name: 'writer', permissions: [{ action: 'headroom-capacity-app.benchmarks:write' }] },
      grants: ['Editor'],
    },
  ],
};

/** A built app without code, provisioning files and a data folder: enough for the server, nothing for a browser. */
export class HostFolder {
  readonly root = mkdtempSync(path.join(tmpdir(), 'stand-in-'));
  readonly distDir = path.join(this.root, 'dist');
  readonly dataDir = path.join(this.root, 'data');
  readonly provisioningDir = path.join(this.root, 'provisioning');

  constructor() {
    this.write('dist/plugin.json', JSON.stringify(MANIFEST));
    this.write('dist/module.js', 'define([], function () { return {}; });');
  }

  write(file: string, content: string): void {
    const full = path.join(this.root, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, content);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
