import { DAY } from '../../../domain/base/Duration';
import type { Labels } from '../../../domain/base/Labels';
import type { Profile } from '../../../domain/catalogue/Profile';
import type { Kpi, Question } from '../../../domain/promql/Question';
import type { HistoryView } from '../../queries/HistoryView';
import type { HistoryAnswer, KpiState, NowAnswer } from '../KpiState';
import type { ProfileReadings } from '../ProfileReadings';
import { rowsByService } from '../rowsByService';

export const NOW = Date.UTC(2026, 5, 15, 12);

const profile: Profile = {
  id: 'test-http',
  title: 'Test',
  doc: 'Test family',
  detect: 'http_requests_total',
  group: ['namespace', 'service'],
  labels: { instance: 'instance', zone: 'zone', version: 'version', owner: 'team' },
  requests: { metric: 'http_requests_total' },
  instances: { kind: 'instance-label' },
};

export const question = (kpi: Kpi, step: number | null): Question => ({
  id: `${kpi}/test`,
  kpi,
  profileId: profile.id,
  expr: `expr of ${kpi}`,
  join: profile.group,
  extra: [],
  unit: 'reqps',
  step,
  lookback: step ?? 300_000,
  doc: `reads ${kpi}`,
  recorded: null,
});

export type NowRows = ReadonlyArray<readonly [labels: Labels, value: number]>;
export interface HistoryRows {
  readonly step: number;
  /** Time of the last value. */
  readonly end: number;
  readonly rows: ReadonlyArray<readonly [labels: Labels, values: readonly number[]]>;
  readonly done?: boolean;
}

export const nowState = (kpi: Kpi, rows: NowRows, at = NOW): KpiState<NowAnswer> => ({
  state: 'read',
  question: question(kpi, null),
  answer: { rows: rowsByService(rows.map(([labels, value]) => ({ labels, value, at })), profile.group), at, stale: false },
});

export function historyAnswer(kpi: Kpi, { step, end, rows, done = true }: HistoryRows): HistoryAnswer {
  const length = Math.max(1, ...rows.map(([, values]) => values.length));
  const view: HistoryView = {
    question: question(kpi, step),
    window: { from: end - length * step, to: end },
    rows: rows.map(([labels, values]) => ({
      labels,
      series: { start: end - (values.length - 1) * step, step, values: Float64Array.from(values) },
    })),
    read: [{ from: end - length * step, to: end }],
    progress: done ? 1 : 0.5,
    done,
    failures: [],
    slowed: null,
    stale: false,
    readAt: NOW,
  };
  return { view, rows: rowsByService(view.rows, profile.group) };
}

export const historyState = (kpi: Kpi, rows: HistoryRows): KpiState<HistoryAnswer> => ({
  state: 'read',
  question: question(kpi, rows.step),
  answer: historyAnswer(kpi, rows),
});

/** Readings of one profile with the given answers; everything else is still waiting. */
export function readingsOf(
  now: Partial<Record<Kpi, KpiState<NowAnswer>>>,
  history: Partial<Record<Kpi, KpiState<HistoryAnswer>>> = {},
  secondLooks: ReadonlyMap<number, HistoryAnswer> = new Map()
): ProfileReadings {
  return {
    source: {
      sourceUid: 'prom',
      sourceName: 'Prometheus',
      detected: { profile, origin: 'built-in', usable: true, found: [], missing: [], otherGroups: [], services: 1, resource: null },
      context: { profile, resource: null, scope: [], scrapeInterval: 15_000, metrics: new Set(), recorded: new Set() },
    },
    now: new Map(Object.entries(now) as Array<[Kpi, KpiState<NowAnswer>]>),
    history: new Map(Object.entries(history) as Array<[Kpi, KpiState<HistoryAnswer>]>),
    secondLooks,
  };
}

/** End of the UTC day that NOW lies in. */
export const TODAY_ENDS = Math.ceil(NOW / DAY) * DAY;
export const SHOP = { namespace: 'shop', service: 'cart' };
export const SHOP_KEY = '["shop","cart"]';
