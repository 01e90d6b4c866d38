import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { OWN_DASHBOARDS } from '../../src/ui/pages/configuration/dashboards/OWN_DASHBOARDS';
import { QUERY_TYPES } from '../../src/datasource/QueryType';

interface Target {
  readonly refId: string;
  readonly queryType?: string;
  readonly datasource: { readonly type: string; readonly uid: string };
}

interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly panels: ReadonlyArray<{ readonly id: number; readonly type: string; readonly title: string; readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }; readonly targets?: readonly Target[] }>;
  readonly templating: { readonly list: ReadonlyArray<{ readonly name: string; readonly type: string; readonly query?: unknown }> };
  readonly annotations: { readonly list: ReadonlyArray<{ readonly target: { readonly queryType: string } }> };
}

const ROOT = path.resolve(__dirname, '../..');
const files = globSync('src/dashboards/*.json', { cwd: ROOT }).sort();
const read = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as Dashboard;
const manifest = JSON.parse(readFileSync(path.join(ROOT, 'src/plugin.json'), 'utf8')) as { includes: Array<{ type: string; name: string; path?: string }> };
const OWN_PANELS = globSync('src/panels/*/plugin.json', { cwd: ROOT }).map((file) => (JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as { id: string }).id);
const CORE = ['timeseries', 'stat', 'table', 'bargauge', 'text'];

it('are all listed by the app, under their own titles', () => {
  const listed = manifest.includes.filter(({ type }) => type === 'dashboard').map(({ name, path: at }) => [`src/${at}`, name]);
  expect(listed.sort()).toEqual(files.map((file) => [file, read(file).title]));
  expect(files.length).toBeGreaterThanOrEqual(4);
});

it('are those the Configuration page leads to', () => {
  const own = files.map((file) => read(file)).map(({ uid, title }) => `${uid} ${title}`);
  expect(OWN_DASHBOARDS.map(({ uid, title }) => `${uid} ${title}`).sort()).toEqual(own.sort());
});

it('have addresses of their own', () => {
  const uids = files.map((file) => read(file).uid);
  expect(new Set(uids).size).toBe(files.length);
  expect(uids.filter((uid) => !/^headroom-[a-z-]{1,30}$/.test(uid))).toEqual([]);
});

describe.each(files)('%s', (file) => {
  const dashboard = read(file);

  it('takes its data sources from variables, since a listed dashboard is imported without inputs', () => {
    expect(dashboard).not.toHaveProperty('__inputs');
    const variables = dashboard.templating.list.filter(({ type }) => type === 'datasource').map(({ name, query }) => [`\${${name}}`, query]);
    const used = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ datasource: { type, uid } }) => [uid, type]));
    expect(used.filter((pair) => !variables.some((variable) => String(variable) === String(pair)))).toEqual([]);
  });

  it('asks only for query types there are', () => {
    const asked = [
      ...dashboard.panels.flatMap(({ targets = [] }) => targets.filter(({ datasource }) => datasource.type === 'headroom-capacity-datasource').map(({ queryType }) => queryType)),
      ...dashboard.annotations.list.map(({ target }) => target.queryType),
    ];
    expect(asked.filter((type) => !QUERY_TYPES.some((known) => known === type))).toEqual([]);
  });

  it('uses panels that are there, each with an id and a place of its own', () => {
    const { panels } = dashboard;
    expect(panels.filter(({ type }) => ![...CORE, ...OWN_PANELS].includes(type))).toEqual([]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const overlapping = panels.flatMap((a, i) => panels.slice(i + 1).filter((b) => meet(a.gridPos, b.gridPos)).map((b) => `${a.title} / ${b.title}`));
    expect(overlapping).toEqual([]);
    expect(panels.filter(({ gridPos: { x, w } }) => x + w > 24)).toEqual([]);
  });

  it('tells people to save a copy', () => expect(dashboard.description).toMatch(/save a copy/));
});

type Place = Dashboard['panels'][number]['gridPos'];
const meet = (a: Place, b: Place) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
