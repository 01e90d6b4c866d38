import type { AthStore } from '../../ports/AthStore';
import type { BenchmarkStore, StoreProblem } from '../../ports/BenchmarkStore';
import type { Notice } from '../Notice';
import type { AssemblyContext } from './AssemblyContext';
import { recordsByService } from './recordsByService';

export interface Records {
  readonly byService: Pick<AssemblyContext, 'benchmarks' | 'aths' | 'voids'>;
  readonly notices: readonly Notice[];
}

/** Benchmarks, published all-time highs and voids of the organization; what cannot be read is said and left out. */
export async function readRecords(benchmarkStore: BenchmarkStore, athStore: AthStore): Promise<Records> {
  const [benchmarks, aths] = await Promise.all([benchmarkStore.list(), athStore.list()]);
  return {
    byService: {
      benchmarks: recordsByService(benchmarks.ok ? benchmarks.value.benchmarks : []),
      aths: recordsByService(aths.ok ? aths.value.aths : []),
      voids: recordsByService(aths.ok ? aths.value.voids : []),
    },
    notices: [
      ...(benchmarks.ok ? unreadable('benchmarks', benchmarks.value.unreadable) : refused('Declared benchmarks', benchmarks.error)),
      ...(aths.ok ? unreadable('all-time highs', aths.value.unreadable) : refused('Published all-time highs', aths.error)),
    ],
  };
}

const refused = (what: string, problem: StoreProblem): readonly Notice[] => [
  {
    id: `records ${what}`,
    severity: 'warning',
    title: `${what} could not be read`,
    detail: problem.message,
    next: 'Figures rest on what this browser measured alone.',
  },
];

const unreadable = (what: string, count: number): readonly Notice[] =>
  count === 0
    ? []
    : [
        {
          id: `unreadable ${what}`,
          severity: 'info',
          title: `${count} records of ${what} cannot be read`,
          detail: 'They were written by a newer version, or edited by hand. They are left alone and not counted.',
        },
      ];
