import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPlugin } from '../demo/cli/buildPlugin';
import { DemoPaths } from '../demo/demoPaths';
import { measureBrowser } from './browser';
import type { BrowserFigures } from './browser/BrowserFigures';
import { browserTable } from './browserTable';
import { ensureHistory } from './ensureHistory';
import { fleetTable } from './fleetTable';
import { measureFleet, type FleetFigures } from './measureFleet';

const ROOT = join(import.meta.dirname, '..');
const CACHE = join(ROOT, '.cache', 'bench');
const tell = (line: string) => process.stderr.write(`${line}\n`);

/** `[--node] [--browser] [--dist=folder] [sizes of the fleets]`; both parts when none is named. */
const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: { node: { type: 'boolean' }, browser: { type: 'boolean' }, dist: { type: 'string' } },
});
const both = !asked.node && !asked.browser;
const given = positionals.map(Number).filter((n) => n > 0);
const sizes = given.length > 0 ? given : [100, 1000];

async function main(): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const fleets: FleetFigures[] = [];
  const browser: BrowserFigures[] = [];
  const distDir = asked.dist ?? (await built());
  for (const services of sizes) {
    const dataDirectory = await ensureHistory(services, CACHE, tell);
    if (both || asked.node) {
      tell(`query layer, ${services} services`);
      fleets.push(await measureFleet(services, dataDirectory));
    }
    if (both || asked.browser) {
      browser.push(await measureBrowser({ services, dataDirectory, distDir, tell }));
    }
  }
  const where = process.env.GRAFANA_URL ? 'In Grafana' : 'In the stand-in host';
  const tables = [fleets.length > 0 ? fleetTable(fleets) : '', browser.length > 0 ? browserTable(browser, where) : ''];
  const text = `${tables.filter(Boolean).join('\n\n')}\n`;
  await writeFile(join(CACHE, 'result.md'), text);
  process.stdout.write(text);
}

async function built(): Promise<string> {
  if (both || asked.browser) {
    await buildPlugin(new DemoPaths(ROOT), tell, new AbortController().signal);
  }
  return join(ROOT, 'dist');
}

void main();
