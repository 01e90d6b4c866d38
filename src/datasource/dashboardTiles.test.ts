import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  createTheme,
  FieldType,
  getDisplayProcessor,
  getFieldDisplayName,
  reduceField,
  standardTransformers,
  standardTransformersRegistry,
  transformDataFrame,
  type DataFrame,
  type DataTransformerConfig,
  type FieldConfigSource,
} from '@grafana/data';
import { globSync } from 'glob';
import { lastValueFrom } from 'rxjs';
import { unknown } from '../domain/base/Figure';
import { HOUR } from '../domain/base/Duration';
import { FLEET, rows } from '../domain/capacity/fleet.fixture';
import { fleetSummary } from '../domain/capacity/fleetSummary';
import type { StatusKind } from '../domain/capacity/Judgement';
import { benchmark, evenly, facts, measured, NOW } from '../domain/capacity/serviceFacts.fixture';
import type { ServiceFacts } from '../domain/capacity/ServiceFacts';
import { serviceRef } from '../domain/catalogue/ServiceRef';
import { framesOf } from './frames/framesOf';
import type { HeadroomQuery } from './HeadroomQuery';
import { readQuery } from './readQuery';
import { answerOf, RANGE } from './testing/answerOf';

// What Grafana does with a panel: its queries, its transformations, its reduction; over a fleet with one service of each kind.

interface Panel {
  readonly title: string;
  readonly targets?: readonly HeadroomQuery[];
  readonly transformations?: DataTransformerConfig[];
  readonly fieldConfig: FieldConfigSource;
  readonly options: { readonly reduceOptions?: { readonly calcs: readonly string[]; readonly fields: string } };
}

const THEME = createTheme();
const FOLDER = path.resolve(__dirname, '../dashboards');
const FILES = globSync('*.json', { cwd: FOLDER }).sort();
const panelsOf = (file: string) => (JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as { panels: Panel[] }).panels;

function panelOf(file: string, title: string): Panel {
  const panel = panelsOf(file).find((p) => p.title === title);
  if (!panel) {
    throw new Error(`${file} has no panel ${title}`);
  }
  return panel;
}

const named = (service: string, change: Partial<ServiceFacts>) => facts({ service: serviceRef('prom', 'http', ['service'], { service }), ...change });
/** Silent for an hour, and five instances short by what it last said. */
const STALE_SHORT = named('stale and short', { lastSeen: NOW - HOUR, instances: measured(42, 'instances'), zones: evenly(14) });
const UNCOUNTED = named('nobody counts', { instances: unknown('instances', 'no count'), zones: new Map() });
/** Its load test met no limit, so that five more than it has are asked for, and nobody knows whether they are needed. */
const PERHAPS = named('perhaps short', { instances: measured(42, 'instances'), zones: evenly(14), benchmark: benchmark(260, { high: null }) });
/** Holds 60 of which it needs 47, and may start 100. */
const SCALED = named('scaled', { instances: measured(60, 'instances'), zones: evenly(20), autoscaler: { min: 60, max: 99, desired: 60 }, tier: 'P1' });
const SERVICES = [...FLEET, STALE_SHORT, UNCOUNTED, PERHAPS, SCALED];
const SUMMARY = fleetSummary(rows(SERVICES), NOW);

/** The transformations the dashboards use, as Grafana registers them at its start. */
const { filterByValueTransformer, filterFieldsByNameTransformer, calculateFieldTransformer, organizeFieldsTransformer } = standardTransformers;
beforeAll(() =>
  standardTransformersRegistry.setInit(() =>
    [filterByValueTransformer, filterFieldsByNameTransformer, calculateFieldTransformer, organizeFieldsTransformer].map((transformation) => ({
      id: transformation.id,
      name: transformation.name,
      transformation,
      editor: () => null,
      imageDark: '',
      imageLight: '',
    }))
  )
);

function answered({ targets = [], transformations = [] }: Panel, services: readonly ServiceFacts[]): Promise<DataFrame[]> {
  const frames = targets.flatMap((target) => {
    const read = readQuery(target, () => []);
    return read.ok ? framesOf(read.value, answerOf(services), RANGE) : [];
  });
  return lastValueFrom(transformDataFrame(transformations, frames));
}

/** The number a stat panel writes; null for "not known". */
async function tile(panel: Panel, services: readonly ServiceFacts[]): Promise<unknown> {
  const { calcs = [], fields = '' } = panel.options.reduceOptions ?? {};
  const wanted = new RegExp(fields.slice(1, -1));
  const [frame] = await answered(panel, services);
  const field = frame?.fields.find((f) => wanted.test(getFieldDisplayName(f)));
  return field ? reduceField({ field, reducers: [...calcs] })[calcs[0] ?? ''] : null;
}

/** What a tile reads: the panel's overrides go before the field's own configuration, its defaults after it. */
async function read(panel: Panel, services: readonly ServiceFacts[]): Promise<string> {
  const { defaults, overrides = [] } = panel.fieldConfig;
  const wanted = new RegExp((panel.options.reduceOptions?.fields ?? '').slice(1, -1));
  const [frame] = await answered(panel, services);
  const field = frame?.fields.find((f) => wanted.test(getFieldDisplayName(f)));
  const over = overrides.filter(({ matcher }) => field && matcher.id === 'byName' && matcher.options === getFieldDisplayName(field)).flatMap(({ properties }) => properties.map(({ id, value }) => [id, value] as const));
  const shown = getDisplayProcessor({ field: { type: FieldType.number, config: { ...defaults, ...field?.config, ...Object.fromEntries(over) } }, theme: THEME })(await tile(panel, services));
  return `${shown.prefix ?? ''}${shown.text}${shown.suffix ?? ''}`;
}

/** How a stat panel writes a number. */
const written = ({ fieldConfig: { defaults } }: Panel, value: unknown) => getDisplayProcessor({ field: { type: FieldType.number, config: defaults }, theme: THEME })(value);

/** Services a table lists. */
async function listed(file: string, title: string, services = SERVICES): Promise<readonly string[]> {
  const [frame] = await answered(panelOf(file, title), services);
  return (frame?.fields.find((f) => getFieldDisplayName(f) === 'Service')?.values ?? []) as string[];
}

it('the fixture has services that spare and status alone tell wrong of', () => {
  const of = ({ service }: ServiceFacts) => rows(SERVICES).find(({ facts: f }) => f.service.key === service.key)?.judgement;
  expect(of(STALE_SHORT)).toMatchObject({ status: { kind: 'stale' }, spare: { known: true, value: -5 } });
  expect(of(UNCOUNTED)).toMatchObject({ status: { kind: 'unknown' } });
  expect(of(PERHAPS)).toMatchObject({ status: { kind: 'unknown' }, spare: { known: true, value: -5 } });
  expect(of(SCALED)).toMatchObject({ status: { kind: 'idle' }, spare: { known: true, value: 68 }, idle: { instances: 29 } });
});

describe('tiles of the capacity overview say what the strip of the fleet page says', () => {
  const { byStatus, shortByTier, instancesToAdd, instancesToGiveBack } = SUMMARY;
  it.each([
    ['Short', shortByTier.P0 + shortByTier.P1 + shortByTier.P2],
    ['To add', instancesToAdd],
    ['Not known', byStatus.unknown + byStatus.stale],
    ['Can go', instancesToGiveBack],
  ])('%s', async (title, expected) => {
    expect(expected).toBeGreaterThan(0);
    expect(await tile(panelOf('capacity-overview.json', title), SERVICES)).toBe(expected);
    expect(await read(panelOf('capacity-overview.json', title), SERVICES)).toBe(String(expected));
  });

  it.each([
    ['stale and short', STALE_SHORT, { Short: 1, 'To add': 5, 'Not known': 1, 'Can go': 0 }],
    ['perhaps short', PERHAPS, { Short: 0, 'To add': 0, 'Not known': 1, 'Can go': 0 }],
    ['not counted', UNCOUNTED, { Short: 0, 'To add': 0, 'Not known': 1, 'Can go': 0 }],
    ['autoscaled', SCALED, { Short: 0, 'To add': 0, 'Not known': 0, 'Can go': 29 }],
  ])('of one service that is %s', async (_, service, expected) => {
    const told = await Promise.all(Object.keys(expected).map(async (title) => [title, await tile(panelOf('capacity-overview.json', title), [service])] as const));
    expect(Object.fromEntries(told)).toEqual(expected);
  });
});

describe('the weekly review', () => {
  const REVIEW = 'weekly-review.json';
  it.each([
    ['Short: add instances', ['stale and short', 'short by much', 'short by little', 'low tier short']],
    ['Idle: can be given back', ['idle', 'unpriced', 'scaled']],
    ['Unbalanced: spread over zones', ['uneven']],
    ['Not known: find out', ['stale', 'stale and short', 'unknown', 'nobody counts', 'perhaps short']],
  ])('%s', async (title, names) => expect([...(await listed(REVIEW, title))].sort()).toEqual([...names].sort()));

  it('lists every service that does not hold', async () => {
    const tables = panelsOf(REVIEW).filter(({ targets = [] }) => targets.some(({ queryType }) => queryType === 'fleet'));
    const seen = new Set((await Promise.all(tables.filter(({ title }) => !title.startsWith('Limits')).map(({ title }) => listed(REVIEW, title)))).flat());
    const holds = rows(SERVICES).filter(({ judgement }) => judgement.status.kind === 'ok');
    expect(holds.length).toBeGreaterThan(0);
    expect(SERVICES.map(({ service }) => service.name).filter((name) => !seen.has(name)).sort()).toEqual(holds.map(({ facts: f }) => f.service.name).sort());
  });
});

describe('the tiles of one service', () => {
  const SERVICE = 'service-capacity.json';
  it.each<[string, Partial<ServiceFacts>, string]>([
    ['a measured limit', {}, '260'],
    ['an estimate', { benchmark: benchmark(310, { origin: 'estimated' }) }, '310'],
    ['an estimate that only bounds it from above', { benchmark: benchmark(310, { origin: 'estimated', upperBoundOnly: true }) }, 'not known'],
    ['none', { benchmark: { reason: 'none', next: 'test' } }, 'not known'],
  ])('Safe limit of %s', async (_, change, expected) => {
    const panel = panelOf(SERVICE, 'Safe limit');
    expect(written(panel, await tile(panel, [facts(change)])).text).toBe(expected);
  });

  it('Status has a word for each, and green for one that holds alone', async () => {
    const panel = panelOf(SERVICE, 'Status');
    const colours: Record<StatusKind, string> = { short: 'red', unbalanced: 'orange', stale: 'text', unknown: 'text', ok: 'green', idle: 'blue' };
    const drawn = Object.keys(colours).map((kind) => [kind, written(panel, kind).color]);
    expect(Object.fromEntries(drawn)).toEqual(Object.fromEntries(Object.entries(colours).map(([kind, name]) => [kind, THEME.visualization.getColorByName(name)])));
    expect(await tile(panel, [STALE_SHORT])).toBe('stale');
  });
});

/** With +50 % asked, +30 % is short; and what is stale or not known may have any number. */
const PLAIN = FILES.flatMap((file) => panelsOf(file).map((panel) => ({ file, panel }))).filter(
  ({ panel: { options, targets = [] } }) => targets.some(({ queryType }) => queryType === 'fleet') && /Headroom|Spare/.test(options.reduceOptions?.fields ?? '')
);
it.each(PLAIN.map(({ file, panel }) => [`${file}: ${panel.title}`, panel] as const))('%s does not know what the tier asks, and is never green', (_, panel) => {
  const green = THEME.visualization.getColorByName('green');
  expect([-1, 0, 0.3, 1, 100].map((value) => written(panel, value).color)).not.toContain(green);
});
it('looks at the tiles of headroom', () => expect(PLAIN.map(({ panel }) => panel.title)).toEqual(expect.arrayContaining(['Least headroom', 'Headroom', 'Spare'])));
