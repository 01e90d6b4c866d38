/** Label under which a limit carries the version its benchmark was taken of. */
export const BENCHMARK_VERSION = 'benchmark_version';
