import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { HostVariant } from '../../../demo/host/HostOptions';

const TREE = 'demo/host/grafana13';

/** The newer package line has a tree of its own, which a fresh clone lacks. */
export async function requireHostPackages(
  root: string,
  variant: HostVariant,
  note: (text: string) => void
): Promise<void> {
  if (variant === 'grafana12' || existsSync(path.join(root, TREE, 'node_modules/@grafana/ui'))) {
    return;
  }
  note(`npm ci --prefix ${TREE}`);
  await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund', '--prefix', TREE], {
    cwd: root,
    maxBuffer: 1 << 26,
  });
}
