import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Subscription } from 'rxjs';
import type { Settings, SourceSettings } from '../../../../domain/catalogue/Settings';
import type { SetupUseCase } from '../../../../engine/setup/SetupUseCase';
import type { SourceFindings } from '../../../../engine/setup/SetupView';

export interface Inspections {
  readonly findings: ReadonlyMap<string, SourceFindings>;
  /** Looks into one source once more. */
  readonly again: (uid: string) => void;
}

/** Somebody who is typing has finished, milliseconds: nothing is asked for half a number. */
const SETTLED = 600;

interface Running {
  readonly key: string;
  readonly round: number;
  readonly subscription: Subscription;
}

/** Live findings of every source of the draft. A source is asked again only when what is asked of it changed. */
export function useInspections(setup: SetupUseCase, draft: Settings): Inspections {
  const [findings, setFindings] = useState<ReadonlyMap<string, SourceFindings>>(new Map());
  const [rounds, setRounds] = useState<ReadonlyMap<string, number>>(new Map());
  const running = useRef(new Map<string, Running>());

  useEffect(() => {
    forget(running.current, (uid) => !draft.sources.some((source) => source.uid === uid));
    const timers = draft.sources.map((source) => {
      const round = rounds.get(source.uid) ?? 0;
      const key = inspectionKey(source, draft);
      const current = running.current.get(source.uid);
      if (current?.key === key && current.round === round) {
        return undefined;
      }
      const start = () => {
        running.current.get(source.uid)?.subscription.unsubscribe();
        const subscription = setup
          .inspect(source, draft)
          .subscribe((found) => setFindings((old) => new Map(old).set(source.uid, found)));
        running.current.set(source.uid, { key, round, subscription });
      };
      return window.setTimeout(start, current?.round === round ? SETTLED : 0);
    });
    return () => timers.forEach((timer) => window.clearTimeout(timer));
  }, [setup, draft, rounds]);

  useEffect(() => {
    const all = running.current;
    return () => forget(all, () => true);
  }, []);

  const again = useCallback((uid: string) => setRounds((old) => new Map(old).set(uid, (old.get(uid) ?? 0) + 1)), []);
  // What was found in a source that left the draft stays in the state until it comes back, and is not shown.
  const shown = useMemo(
    () => new Map([...findings].filter(([uid]) => draft.sources.some((source) => source.uid === uid))),
    [findings, draft.sources]
  );
  return useMemo(() => ({ findings: shown, again }), [shown, again]);
}

function forget(running: Map<string, Running>, which: (uid: string) => boolean): void {
  for (const [uid, { subscription }] of running) {
    if (which(uid)) {
      subscription.unsubscribe();
      running.delete(uid);
    }
  }
}

// Rules, policy and exceptions change nothing that is asked: they are applied to the findings on the page.
const inspectionKey = (source: SourceSettings, { customProfiles, historyDays }: Settings): string =>
  JSON.stringify([source, customProfiles, historyDays]);
