import { DAY, HOUR } from '../../domain/base/Duration';
import type { Evidence } from '../../domain/base/Evidence';
import { NOW } from './NOW';

/** Evidence of something asked of the fixtures' data source over their whole history. */
export const historyEvidence = (expr: string): Evidence => ({
  origins: [{ kind: 'query', source: 'prom', expr, range: { from: NOW - 90 * DAY, to: NOW, step: HOUR } }],
  asOf: NOW - 30_000,
  window: { from: NOW - 90 * DAY, to: NOW },
  coverage: 0.994,
});

/** Evidence of an instant question of the fixtures' data source. */
export const nowEvidence = (expr: string): Evidence => ({
  origins: [{ kind: 'query', source: 'prom', expr }],
  asOf: NOW - 15_000,
});
