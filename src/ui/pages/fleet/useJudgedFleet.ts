import { startTransition, useEffect, useRef, useState } from 'react';
import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import { FleetJudge } from './FleetJudge';
import type { JudgedFleet } from './JudgedFleet';

/** The fleet judged in slices; null until the first job is done, then the newest finished one. */
export function useJudgedFleet(services: readonly ServiceFacts[], growth: number, now: number): JudgedFleet | null {
  const [fleet, setFleet] = useState<JudgedFleet | null>(null);
  const judge = useRef<FleetJudge | null>(null);
  useEffect(() => {
    judge.current = new FleetJudge((judged) => startTransition(() => setFleet(judged)));
    return () => judge.current?.stop();
  }, []);
  useEffect(() => judge.current?.submit({ services, growth, now }), [services, growth, now]);
  return fleet;
}
