import type { LoadTestView } from '../../engine/loadtest/LoadTestView';
import { NOW } from './NOW';

/** A run in its third step, driven from here, with one guard near its limit. */
export const loadTestViewFixture = (change: Partial<LoadTestView> = {}): LoadTestView => ({
  runId: 'run-1',
  service: JSON.stringify(['prom', 'prometheus-http', 'search']),
  pool: 'search',
  target: 'search-2',
  by: 'kim',
  reason: 'before the sale',
  role: 'driver',
  simulated: false,
  phase: 'judging',
  headline: 'Judging step 3: 25 % of traffic, 112 requests/s',
  startedAt: NOW - 185_000,
  now: NOW,
  share: { commanded: 0.25, reported: 0.25, measured: 0.248, fair: 0.2, words: 'Commanded, reported and measured share agree.' },
  demand: { target: 112, peersMean: 84, worstPeer: 90, pool: 450, timesFair: 1.25 },
  guards: [
    { id: 'errors', title: 'Failures', about: 'target', who: 'search-2', role: 'limit', state: 'pass', value: 0.001, limit: 0.02, unit: 'share', reason: '1 of 1000 requests', used: 0.05 },
    { id: 'cpu', title: 'CPU', about: 'target', who: 'search-2', role: 'limit', state: 'hold', value: 0.88, limit: 0.9, unit: 'share', reason: 'close to its limit', used: 0.98 },
    { id: 'p99', title: 'p99 latency', about: 'target', who: 'search-2', role: 'limit', state: 'pass', value: null, limit: 2, unit: 'seconds', reason: 'no histogram yet', used: null },
  ],
  verdicts: [],
  steps: [],
  level: { index: 2, purpose: 'step', share: 0.25, wantedRps: 112, heldMs: 40_000 },
  search: null,
  lease: { state: 'held', remainingMs: 14_000, hardRemainingMs: 2_000_000, ttlSeconds: 20, enforcedBy: 'router', promiseMs: 23_000 },
  harmed: { requests: 12, ceiling: 1_000 },
  evidenceAgeMs: 3_000,
  missing: [],
  warnings: [],
  lines: [
    { at: NOW - 185_000, text: 'Started by kim', tone: 'info' },
    { at: NOW - 20_000, text: 'Step 2 carried', tone: 'good' },
  ],
  mayHold: true,
  mayResume: false,
  mayStop: true,
  outcome: null,
  logKept: 'stored',
  ...change,
});
