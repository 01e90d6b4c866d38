import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { BENCHMARK_COLUMNS, type BenchmarkColumnName } from '../../domain/capacity/benchmarkColumns';
import { serviceLabel } from '../../domain/catalogue/serviceLabel';
import { servicePath } from '../../domain/catalogue/servicePath';
import type { FleetRow } from '../../domain/capacity/FleetRow';
import type { FeedAnswer } from '../../engine/datasource/FeedAnswer';
import type { StoredBenchmark } from '../../ports/BenchmarkStore';
import { hiddenField } from '../frames/hiddenField';
import { rowLink } from '../frames/serviceLink';
import type { EventsHandler } from './QueryHandler';

interface Row {
  readonly facts: FleetRow['facts'];
  readonly benchmark: StoredBenchmark['benchmark'];
}

export const benchmarkHistory: EventsHandler = {
  kind: 'events',
  title: 'Benchmark history',
  description: 'Every benchmark on record within the time range, with its interval: for the benchmark curve',
  loadTests: false,
  frame: (answer, range): DataFrame => {
    const rows = rowsOf(answer)
      .filter(({ benchmark: { at } }) => at >= range.from && at <= range.to)
      .sort((a, b) => a.benchmark.at - b.benchmark.at);
    const names = Object.keys(BENCHMARK_COLUMNS) as BenchmarkColumnName[];
    return { name: 'Benchmark history', length: rows.length, fields: names.map((name) => fieldOf(name, rows)) };
  },
};

const rowsOf = ({ rows, state }: FeedAnswer): Row[] =>
  rows.flatMap(({ facts }) =>
    (state.context.benchmarks.get(facts.service.key) ?? []).map(({ benchmark }) => ({ facts, benchmark }))
  );

function fieldOf(name: BenchmarkColumnName, rows: readonly Row[]): Field {
  const { type, of, config = {} } = FIELDS[name];
  return {
    name,
    type,
    values: rows.map(of),
    config: { displayName: TITLES[name], description: BENCHMARK_COLUMNS[name], ...config },
  };
}

const TITLES: Readonly<Record<BenchmarkColumnName, string>> = {
  time: 'Time',
  service: 'Service',
  low: 'One instance carries',
  high: 'Up to',
  version: 'Version',
  spec: 'Instance spec',
  origin: 'Origin',
  by: 'By',
  note: 'Note',
  key: 'Key',
  link: 'Link',
};

const FIELDS: Readonly<
  Record<
    BenchmarkColumnName,
    { readonly type: FieldType; readonly of: (row: Row) => unknown; readonly config?: Field['config'] }
  >
> = {
  time: { type: FieldType.time, of: ({ benchmark }) => benchmark.at },
  service: { type: FieldType.string, of: ({ facts }) => serviceLabel(facts.service), config: { links: [rowLink] } },
  low: { type: FieldType.number, of: ({ benchmark }) => benchmark.low, config: { unit: 'reqps' } },
  high: { type: FieldType.number, of: ({ benchmark }) => benchmark.high, config: { unit: 'reqps' } },
  version: { type: FieldType.string, of: ({ benchmark }) => benchmark.version },
  spec: { type: FieldType.string, of: ({ benchmark }) => benchmark.spec },
  origin: { type: FieldType.string, of: ({ benchmark }) => benchmark.origin },
  by: { type: FieldType.string, of: ({ benchmark }) => benchmark.by },
  note: { type: FieldType.string, of: ({ benchmark }) => benchmark.note },
  key: { type: FieldType.string, of: ({ facts }) => facts.service.key, config: hiddenField },
  link: { type: FieldType.string, of: ({ facts }) => servicePath(facts.service.key), config: hiddenField },
};
