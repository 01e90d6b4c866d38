import { DAY } from '../base/Duration';
import { NOW } from '../capacity/serviceFacts.fixture';
import type { ReportWords } from './ReportWords';

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Words for tests: bare numbers, ISO days. */
export const WORDS: ReportWords = {
  demand: (value) => `${value} req/s`,
  growth: (value) => `${value < 0 ? '−' : '+'}${Math.abs(Math.floor(value * 100 + 1e-9))} %`,
  money: (value) => `${value} EUR`,
  ago: (at) => `${(NOW - at) / DAY} days ago`,
  day,
  peakTime: day,
  status: (kind) => kind,
};
