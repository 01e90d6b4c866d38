import { useEffect, useState } from 'react';
import { concatMap, from, scan } from 'rxjs';
import type { RuleDocument } from '../../../domain/alertrules/RuleDocument';
import type { Preview } from '../../../engine/alerting/Preview';
import { useHeadroom } from '../../HeadroomContext';

/** Days a preview looks back. */
export const PREVIEW_DAYS = 30;

export interface RunningPreview {
  readonly previews: readonly Preview[];
  /** 0 to 1 over all rules. */
  readonly progress: number;
  readonly done: boolean;
}

const NOTHING: RunningPreview = { previews: [], progress: 0, done: false };

/** Previews of rules, one rule after the other; cancelled when the page goes. Other rules want another component (a key). */
export function usePreview(rules: readonly RuleDocument[]): RunningPreview {
  const { alerts } = useHeadroom();
  const [running, setRunning] = useState(NOTHING);
  useEffect(() => {
    const reading = from(rules).pipe(
      concatMap((rule) => alerts.preview(rule, PREVIEW_DAYS)),
      scan((byUid, preview) => new Map(byUid).set(preview.uid, preview), new Map<string, Preview>())
    );
    const subscription = reading.subscribe({
      next: (byUid) => setRunning({ previews: [...byUid.values()], progress: progressOf(byUid, rules.length), done: false }),
      complete: () => setRunning((last) => ({ ...last, progress: 1, done: true })),
    });
    return () => subscription.unsubscribe();
  }, [alerts, rules]);
  return running;
}

const progressOf = (byUid: ReadonlyMap<string, Preview>, of: number): number => [...byUid.values()].reduce((sum, { progress }) => sum + progress, 0) / Math.max(1, of);
