import { useCallback, useEffect, useRef, useState } from 'react';
import { locationService } from '@grafana/runtime';

/** The part of Grafana's history that is used here; its own types are not among the packages a plugin has. */
interface Place {
  readonly pathname: string;
}
interface PageHistory {
  readonly location: Place;
  block(ask: (next: Place) => false | void): () => void;
}

export interface UnsavedGuard {
  /** Somebody wants to leave with unsaved changes. */
  readonly asking: boolean;
  stay(): void;
  leave(): void;
}

/** Keeps unsaved changes from being lost: asks inside Grafana, and lets the browser ask when the tab is closed. */
export function useUnsavedGuard(dirty: boolean): UnsavedGuard {
  const [target, setTarget] = useState<Place | null>(null);
  const release = useRef<() => void>(() => {});

  useEffect(() => {
    if (!dirty) {
      return;
    }
    const history: PageHistory = locationService.getHistory();
    release.current = history.block((next) => {
      // Tabs of this page are in the address: going between them loses nothing.
      if (next.pathname === history.location.pathname) {
        return;
      }
      setTarget(next);
      return false;
    });
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', onUnload);
    return () => {
      release.current();
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [dirty]);

  const stay = useCallback(() => setTarget(null), []);
  const leave = useCallback(() => {
    release.current();
    setTarget(null);
    if (target) {
      locationService.push(target);
    }
  }, [target]);
  return { asking: target !== null, stay, leave };
}
