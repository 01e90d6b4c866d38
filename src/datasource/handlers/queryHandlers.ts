import type { QueryType } from '../QueryType';
import { benchmark } from './benchmark';
import { benchmarkHistory } from './benchmarkHistory';
import { capacity } from './capacity';
import { demand } from './demand';
import { fleet } from './fleet';
import { headroom } from './headroom';
import { loadTests } from './loadTests';
import { newAths } from './newAths';
import { peaks } from './peaks';
import type { QueryHandler } from './QueryHandler';
import { required } from './required';
import { saturation } from './saturation';

/** What answers each query type. */
export const queryHandlers: Readonly<Record<QueryType, QueryHandler>> = {
  fleet,
  headroom,
  capacity,
  demand,
  peaks,
  required,
  benchmark,
  'benchmark-history': benchmarkHistory,
  saturation,
  'load-tests': loadTests,
  'new-aths': newAths,
};
