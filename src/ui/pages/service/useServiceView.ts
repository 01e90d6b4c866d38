import { useEffect, useState } from 'react';
import type { TimeWindow } from '../../../domain/base/TimeWindow';
import type { ServiceView } from '../../../engine/service/ServiceView';
import { useHeadroom } from '../../HeadroomContext';

export interface ServiceWatch {
  /** Latest view; the one of the range before while a new range is being read. Null before the first. */
  readonly view: ServiceView | null;
  /** The watch ended with an error: what stands is the last view. */
  readonly failure: string | null;
  /** Nothing has arrived yet for the range asked for. */
  readonly waiting: boolean;
}

interface Seen {
  readonly view: ServiceView | null;
  readonly failure: string | null;
  readonly range: TimeWindow | null;
}

/** Watches one service over a range; a new range or key ends the watch before. */
export function useServiceView(key: string, range: TimeWindow, offsetMinutes: number): ServiceWatch {
  const { service } = useHeadroom();
  const [seen, setSeen] = useState<Seen>({ view: null, failure: null, range: null });
  useEffect(() => {
    const watch = service.watch(key, range, offsetMinutes).subscribe({
      next: (view) => setSeen({ view, failure: null, range }),
      error: (cause: unknown) => setSeen((before) => ({ ...before, failure: messageOf(cause), range })),
    });
    return () => watch.unsubscribe();
  }, [service, key, range, offsetMinutes]);
  return { view: seen.view, failure: seen.failure, waiting: seen.range !== range };
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
