import { useCallback, useMemo } from 'react';
import { isDateTime, rangeUtil, type DateTime, type TimeRange } from '@grafana/data';
import { useSearchParams } from 'react-router-dom';
import { parseRangeBound } from './parseRangeBound';

const DEFAULT_FROM = 'now-14d';
const DEFAULT_TO = 'now';

export interface ServiceAddress {
  /** ServiceRef.key, or null when the address has none. */
  readonly key: string | null;
  readonly range: TimeRange;
  /** Says which part of the range in the address could not be read. */
  readonly problem: string | null;
  readonly setRange: (range: TimeRange['raw']) => void;
}

/** Service and range of the page, kept in the address. @param asked changes whenever relative times are to be read anew */
export function useServiceAddress(timeZone: string, asked: number): ServiceAddress {
  const [params, setParams] = useSearchParams();
  const from = params.get('from') ?? DEFAULT_FROM;
  const to = params.get('to') ?? DEFAULT_TO;
  const { range, problem } = useMemo(
    // `asked` moves "now": relative times are read anew when it changes.
    () => ({ ...readRange(from, to, timeZone), asked }),
    [from, to, timeZone, asked]
  );
  const setRange = useCallback(
    (raw: TimeRange['raw']) => {
      setParams((before) => {
        const after = new URLSearchParams(before);
        after.set('from', boundText(raw.from));
        after.set('to', boundText(raw.to));
        return after;
      });
    },
    [setParams]
  );
  return { key: params.get('key'), range, problem, setRange };
}

function readRange(from: string, to: string, timeZone: string): { range: TimeRange; problem: string | null } {
  const fallback = () => rangeUtil.convertRawToRange({ from: DEFAULT_FROM, to: DEFAULT_TO }, timeZone);
  const [start, end] = [parseRangeBound(from), parseRangeBound(to)];
  if (start === null || end === null) {
    return { range: fallback(), problem: `“${start === null ? from : to}” is not a time` };
  }
  const range = rangeUtil.convertRawToRange({ from: start, to: end }, timeZone);
  if (!range.from.isBefore(range.to)) {
    return { range: fallback(), problem: `“${from}” is not before “${to}”` };
  }
  return { range, problem: null };
}

const boundText = (bound: DateTime | string): string => (isDateTime(bound) ? String(bound.valueOf()) : bound);
