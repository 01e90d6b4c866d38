import type { DataFrame } from '@grafana/data';
import { MINUTE } from '../../domain/base/Duration';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import { NO_CURVES } from '../../engine/datasource/Curves';
import type { FeedAnswer } from '../../engine/datasource/FeedAnswer';
import { queryHandlers } from '../handlers/queryHandlers';
import type { ServicesHandler } from '../handlers/QueryHandler';
import type { ReadyQuery } from '../readQuery';
import { fleetFrame } from './fleetFrame';
import { lineFrame } from './lineFrame';
import { noticesOf } from './noticesOf';

/** The frames that answer a query; the first one carries the notices, and there always is one. */
export function framesOf(query: ReadyQuery, answer: FeedAnswer, range: TimeWindow): DataFrame[] {
  const handler = queryHandlers[query.type];
  const drawn =
    handler.kind === 'events' ? [handler.frame(answer, range, query)] : serviceFrames(handler, query, answer, range);
  const frames = drawn.length > 0 ? drawn : [{ name: handler.title, length: 0, fields: [] }];
  const notices = noticesOf(answer);
  return frames.map((frame, i) => ({
    ...frame,
    refId: query.refId,
    meta: { ...frame.meta, ...(i === 0 && notices.length > 0 && { notices }) },
  }));
}

/** The format a query is answered in. */
export const formatOf = (query: ReadyQuery, handler: ServicesHandler): 'series' | 'table' =>
  handler.lines === null ? 'table' : (query.format ?? handler.format);

function serviceFrames(
  handler: ServicesHandler,
  query: ReadyQuery,
  answer: FeedAnswer,
  range: TimeWindow
): DataFrame[] {
  const { lines } = handler;
  if (lines === null || formatOf(query, handler) === 'table') {
    return [fleetFrame(handler.title, answer.rows, handler.columns)];
  }
  const nowAt = nowWithin(range, answer.state.view.readAt);
  return answer.rows.flatMap((row) => {
    const { key } = row.facts.service;
    const { benchmarks, voids } = answer.state.context;
    const context = { query, range, nowAt, benchmarks: benchmarks.get(key) ?? [], voids: voids.get(key) ?? [] };
    return lines(row, answer.curves.get(key) ?? NO_CURVES, context)
      .filter(({ points }) => points.some(({ value }) => value !== null))
      .map((line) => lineFrame(row, line));
  });
}

/** Where in the range the figures of now stand: at its end when they were read a moment after it. */
function nowWithin({ from, to }: TimeWindow, readAt: number | null): number | null {
  return readAt !== null && readAt > from && readAt <= to + MINUTE ? Math.min(readAt, to) : null;
}
