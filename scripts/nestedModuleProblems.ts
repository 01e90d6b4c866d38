import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { loadAmdModule, type LoadedModule } from './loadAmdModule.ts';
import { SHARED_MODULES } from './SHARED_MODULES.ts';

const ORIGIN = 'https://grafana.example/sub/public/plugins';

interface Manifest {
  readonly id: string;
  readonly type: string;
}

/**
 * Loads every `module.js` of a build by itself, as a dashboard does that knows nothing of the app, and tells what would
 * go wrong: modules Grafana does not share, no plugin in it, chunks asked for at an address where there are none.
 */
export async function nestedModuleProblems(dist: string): Promise<string[]> {
  const app = manifestOf(path.join(dist, 'plugin.json'));
  const files = globSync('**/module.js', { cwd: dist }).sort();
  const problems = await Promise.all(files.map((file) => moduleProblems(dist, file, app.id)));
  return problems.flat();
}

const manifestOf = (file: string): Manifest => JSON.parse(readFileSync(file, 'utf8')) as Manifest;

async function moduleProblems(dist: string, file: string, appId: string): Promise<string[]> {
  const manifestFile = path.join(dist, path.dirname(file), 'plugin.json');
  if (!existsSync(manifestFile)) {
    return [`${file}: no plugin.json beside it`];
  }
  const manifest = manifestOf(manifestFile);
  try {
    const loaded = loadAmdModule(path.join(dist, file), `${ORIGIN}/${manifest.id}/module.js`);
    const strange = loaded.asked.filter((name) => !SHARED_MODULES.has(name));
    return [
      ...strange.map((name) => `${file}: asks Grafana for ${name}, which it does not share`),
      ...('plugin' in loaded.exports ? [] : [`${file}: exports no plugin`]),
      ...loaded.scripts.map((src) => `${file}: loads ${src} as soon as it is there`),
      ...(manifest.type === 'app' ? [] : await chunkProblems(dist, file, loaded, manifest, appId)),
    ];
  } catch (error) {
    return [`${file}: cannot be loaded alone: ${String(error)}`];
  }
}

/** A nested plugin that has chunks must ask for them where they are: beside the app's module. */
async function chunkProblems(
  dist: string,
  file: string,
  loaded: LoadedModule,
  manifest: Manifest,
  appId: string
): Promise<string[]> {
  if (!readFileSync(path.join(dist, file), 'utf8').includes('webpackChunk')) {
    return [];
  }
  if (manifest.type !== 'datasource') {
    return [`${file}: has lazy chunks, and this check does not know how to ask for them`];
  }
  await askOnce(loaded.exports['plugin']);
  const wanted = loaded.scripts.map((src) => new URL(src, ORIGIN));
  const beside = `/sub/public/plugins/${appId}/`;
  return [
    ...(wanted.length === 0 ? [`${file}: has lazy chunks and asked for none at its first query`] : []),
    ...wanted
      .filter(
        ({ pathname }) => !pathname.startsWith(beside) || !existsSync(path.join(dist, pathname.slice(beside.length)))
      )
      .map(({ pathname }) => `${file}: asks for ${pathname}, where there is nothing`),
  ];
}

interface Testable {
  readonly DataSourceClass: new (settings: unknown) => { testDatasource(): Promise<unknown> };
}

/** "Save & test" asks for the engine; its answer never comes, since the page only records. */
async function askOnce(plugin: unknown): Promise<void> {
  const { DataSourceClass } = plugin as Testable;
  void new DataSourceClass({ jsonData: {} }).testDatasource();
  await new Promise((resolve) => setTimeout(resolve, 0));
}
