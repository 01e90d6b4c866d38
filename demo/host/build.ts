import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleClient } from './bundling/bundleClient';
import type { ClientAssets } from './bundling/ClientAssets';
import { fingerprint } from './bundling/fingerprint';
import type { HostVariant } from './HostOptions';

const ROOT_DIR = path.resolve(__dirname, '../..');
const CLIENT_DIR = path.join(__dirname, 'client');
const BUNDLING_DIR = path.join(__dirname, 'bundling');

const TREES: Readonly<Record<HostVariant, string>> = { grafana12: '.', grafana13: 'demo/host/grafana13' };

/** Bundles the browser side for one package line into `.cache/host/<variant>`, unless it is there already. */
export async function buildClient(variant: HostVariant): Promise<ClientAssets> {
  const packagesDir = path.join(ROOT_DIR, TREES[variant], 'node_modules');
  if (!existsSync(path.join(packagesDir, '@grafana/ui'))) {
    throw new Error(`the packages of ${variant} are not installed: npm ci --prefix ${TREES[variant]}`);
  }
  const dir = path.join(ROOT_DIR, '.cache/host', variant);
  const stamp = path.join(dir, 'stand-in.json');
  const print = fingerprint([CLIENT_DIR, BUNDLING_DIR], packagesDir);
  const known = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : undefined;
  if (known?.print === print) {
    return { ...known.assets, dir, packagesDir };
  }
  mkdirSync(dir, { recursive: true });
  const assets = await bundleClient(CLIENT_DIR, packagesDir, dir);
  writeFileSync(stamp, JSON.stringify({ print, assets }));
  return { ...assets, dir, packagesDir };
}
