import { guardSignals, type GuardSignal } from '../../../domain/catalogue/guardSignals';
import { matchesLabels } from '../../../domain/catalogue/matchesLabels';
import type { SelectorParts } from '../../../domain/catalogue/parseSelector';
import type { RawSeries } from '../../../domain/guards/RawSample';
import type { OwnSelectors } from '../../../domain/promql/loadTestSamples';
import { capacitySignal, extraDivisor, extraSignal, resourceSignal } from '../../../domain/ramp/Signal';
import type { RawRow } from '../../../ports/Metrics';

type Series = Readonly<Record<string, readonly RawSeries[]>>;

/** What one instance tells of its resources, by the rows of the catalogue, and what the operator's own guards ask about. */
export function resourceSeries(rows: readonly RawRow[], own: readonly OwnSelectors[]): Series {
  const byName = new Map<string, RawRow[]>();
  for (const row of rows) {
    const name = row.labels.__name__ ?? '';
    byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  const select = ({ metric, matchers = [] }: Pick<SelectorParts, 'metric'> & Partial<SelectorParts>): readonly RawRow[] => (byName.get(metric) ?? []).filter(({ labels }) => matchesLabels(labels, matchers));
  return Object.fromEntries([...guardSignals.flatMap((row) => ofSignal(row, select)), ...own.flatMap((one, i) => ofOwn(one, i, select))]);
}

type Select = (source: Pick<SelectorParts, 'metric'> & Partial<SelectorParts>) => readonly RawRow[];

function ofSignal(row: GuardSignal, select: Select): ReadonlyArray<readonly [string, readonly RawSeries[]]> {
  const { id, use, each, capacity } = row;
  const used = select(use);
  const limits = capacity.kind === 'published' ? select(capacity) : [];
  const names = each === undefined ? [''] : [...new Set(used.map(({ labels }) => labels[each] ?? ''))];
  return used.length === 0 ? [] : names.flatMap((name) => {
    const signal = resourceSignal(id, name);
    const most = limiting(of(limits, each, name));
    return [[signal, samplesOf(of(used, each, name))] as const, ...(most.length > 0 ? [[capacitySignal(signal), samplesOf(most)] as const] : [])];
  });
}

const of = (rows: readonly RawRow[], each: string | undefined, name: string): readonly RawRow[] => (each === undefined ? rows : rows.filter(({ labels }) => (labels[each] ?? '') === name));

/** A part without a limit of its own (a JVM publishes -1) adds nothing to the limit of the whole. */
function limiting(rows: readonly RawRow[]): readonly RawRow[] {
  const positive = rows.filter(({ samples }) => (samples.at(-1)?.value ?? 0) > 0);
  return positive.length > 0 ? positive : rows;
}

const ofOwn = ({ metric, of: divisor }: OwnSelectors, index: number, select: Select): ReadonlyArray<readonly [string, readonly RawSeries[]]> => [
  [extraSignal(index), samplesOf(select(metric))],
  ...(divisor === null ? [] : [[extraDivisor(index), samplesOf(select(divisor))] as const]),
];

const samplesOf = (rows: readonly RawRow[]): readonly RawSeries[] => rows.map(({ samples }) => samples);
