import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { facts } from '../domain/capacity/serviceFacts.fixture';
import { framesOf } from './frames/framesOf';
import type { HeadroomQuery } from './HeadroomQuery';
import { readQuery } from './readQuery';
import { answerOf, hours, RANGE } from './testing/answerOf';

interface Transformation {
  readonly id: string;
  readonly options: {
    readonly alias?: string;
    readonly unary?: { readonly fieldName: string };
    readonly include?: { readonly names: readonly string[] };
    readonly filters?: ReadonlyArray<{ readonly fieldName: string }>;
  };
}
interface Panel {
  readonly title: string;
  readonly targets?: readonly HeadroomQuery[];
  readonly transformations?: readonly Transformation[];
  readonly fieldConfig: { readonly overrides: ReadonlyArray<{ readonly matcher: { readonly id: string; readonly options: string } }> };
  readonly options: { readonly reduceOptions?: { readonly fields: string }; readonly sortBy?: ReadonlyArray<{ readonly displayName: string }> | string };
}

const FOLDER = path.resolve(__dirname, '../dashboards');
const panels = globSync('*.json', { cwd: FOLDER })
  .sort()
  .flatMap((file) =>
    (JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as { panels: Panel[] }).panels.map((panel) => ({ file, panel }))
  )
  .filter(({ panel }) => panel.targets?.some(({ queryType }) => Boolean(queryType)));

/** Names people see of the columns a panel's queries are answered with. */
function columnsOf({ targets = [] }: Panel): readonly string[] {
  const answer = answerOf([facts()], { demand: hours(1, 2), instances: hours(1, 2) });
  return targets.flatMap((target) => {
    const read = readQuery(target, () => []);
    return read.ok
      ? framesOf(read.value, answer, RANGE).flatMap((frame) => frame.fields.map((f) => f.config.displayName ?? f.config.displayNameFromDS ?? f.name))
      : [];
  });
}

/** Names a panel relies on. */
function namedBy({ transformations = [], fieldConfig, options }: Panel): readonly string[] {
  const { fields = '' } = options.reduceOptions ?? {};
  return [
    ...transformations.flatMap(({ options: o }) => [
      ...(o.include?.names ?? []),
      ...(o.filters ?? []).map(({ fieldName }) => fieldName),
      ...(o.unary ? [o.unary.fieldName] : []),
    ]),
    ...fieldConfig.overrides.filter(({ matcher }) => matcher.id === 'byName').map(({ matcher }) => matcher.options),
    // Of the core table; the headroom panel sorts by a word of its own.
    ...(Array.isArray(options.sortBy) ? options.sortBy : []).map(({ displayName }: { displayName: string }) => displayName),
    ...(fields === '' ? [] : [fields.replace(/^\/\^|\$\/$/g, '')]),
  ];
}

const naming = panels.filter(({ panel }) => namedBy(panel).length > 0);

it('is looked at wherever a panel names columns', () => expect(naming.length).toBeGreaterThan(15));

it.each(naming.map(({ file, panel }) => [`${file}: ${panel.title}`, panel] as const))('%s names only columns there are', (_, panel) => {
  const made = (panel.transformations ?? []).flatMap(({ options }) => options.alias ?? []);
  const known = new Set([...columnsOf(panel), ...made]);
  expect(namedBy(panel).filter((name) => !known.has(name))).toEqual([]);
});
