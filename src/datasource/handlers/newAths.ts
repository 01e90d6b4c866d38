import { DAY } from '../../domain/base/Duration';
import { contains } from '../../domain/base/TimeWindow';
import type { FeedAnswer } from '../../engine/datasource/FeedAnswer';
import type { FleetRow } from '../../domain/capacity/FleetRow';
import { serviceName } from '../../domain/records/serviceName';
import { asMarkup } from '../frames/asMarkup';
import { eventsFrame } from '../frames/eventsFrame';
import type { EventsHandler } from './QueryHandler';

interface High {
  readonly at: number;
  /** Where only the day or hour is known. */
  readonly until: number | null;
  readonly value: number;
  readonly censored: boolean;
  readonly by: string | null;
}

export const newAths: EventsHandler = {
  kind: 'events',
  title: 'New all-time highs',
  description: 'All-time highs reached within the time range; also as annotations',
  loadTests: false,
  frame: (answer, range, { annotation }) =>
    eventsFrame(
      'New all-time highs',
      annotation ? 'annotation' : 'table',
      'All-time high',
      answer.rows
        .flatMap((row) => highsOf(row, answer).map((high) => ({ row, high })))
        .filter(({ high }) => contains({ from: range.from, to: range.to + 1 }, high.at))
        .sort((a, b) => b.high.at - a.high.at)
        .map(({ row: { facts }, high }) => ({
          at: high.at,
          until: high.until,
          service: facts.service.key,
          title: `New all-time high of ${serviceName(facts.service.key)}`,
          detail: `${high.censored ? 'at least ' : ''}${Number(high.value.toPrecision(4))} requests/s${high.by === null ? '' : `, published by ${high.by}`}`,
          tags: ['all-time high', facts.tier],
          value: high.value,
          unit: 'reqps' as const,
        }))
        .map((event) => (annotation ? asMarkup(event) : event))
    ),
};

/** Published ones that nobody voided, and the one in force; of several for one moment the greatest. */
function highsOf({ facts }: FleetRow, { state }: FeedAnswer): readonly High[] {
  const { key } = facts.service;
  const { at, figure, censored, span } = facts.ath;
  const voided = new Set((state.context.voids.get(key) ?? []).map((v) => v.at));
  const published = (state.context.aths.get(key) ?? [])
    .filter((p) => !voided.has(p.at))
    .map((p): High => ({
      at: p.at,
      until: p.step >= DAY ? p.at + p.step : null,
      value: p.value,
      censored: p.censored,
      by: p.by,
    }));
  const inForce: readonly High[] =
    at !== null && figure.known
      ? [{ at, until: span === undefined ? null : at + span, value: figure.value, censored, by: null }]
      : [];
  const greatest = new Map<number, High>();
  for (const high of [...published, ...inForce]) {
    if (high.value > (greatest.get(high.at)?.value ?? -Infinity)) {
      greatest.set(high.at, high);
    }
  }
  return [...greatest.values()];
}
