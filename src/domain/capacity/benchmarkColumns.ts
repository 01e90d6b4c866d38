/**
 * Fields of the frame that holds the history of benchmarks, one row each. The data source writes them, the benchmark
 * curve panel reads them: a name here is a contract with saved dashboards and is never changed.
 */
export const BENCHMARK_COLUMNS = {
  time: 'When it was found',
  service: 'Name, with the other labels that identify it',
  low: 'Demand one instance carried, requests/s: lower end',
  high: 'Upper end; nothing when traffic ran out',
  version: 'Version it was found with',
  spec: 'Instance spec',
  origin: 'load-test or declared',
  by: 'Who',
  note: 'What was said about it',
  key: 'Identity of the service',
  link: 'Address of the service page',
} as const;

export type BenchmarkColumnName = keyof typeof BENCHMARK_COLUMNS;
