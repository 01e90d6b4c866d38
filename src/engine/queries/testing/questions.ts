import { DAY, HOUR } from '../../../domain/base/Duration';
import type { Question } from '../../../domain/promql/Question';

const BASE = {
  profileId: 'test',
  join: ['service'],
  extra: [],
  unit: 'reqps',
  doc: 'A question of a test.',
  recorded: null,
} as const;

/** Greatest value of each day. */
export const DAILY_PEAK: Question = {
  ...BASE,
  id: 'daily-peak/test',
  kpi: 'daily-peak',
  expr: 'peak',
  step: DAY,
  lookback: DAY,
};

/** Mean of each hour. */
export const HOURLY_MEAN: Question = {
  ...BASE,
  id: 'hourly-demand/test',
  kpi: 'hourly-demand',
  expr: 'mean',
  step: HOUR,
  lookback: HOUR,
};

export const DEMAND_NOW: Question = {
  ...BASE,
  id: 'demand-now/test',
  kpi: 'demand-now',
  expr: 'now',
  step: null,
  lookback: 5 * 60_000,
};
