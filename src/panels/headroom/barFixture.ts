import { toDataFrame } from '@grafana/data';
import type { HeadroomBar } from './HeadroomBar';

/** A bar for tests: holds, all numbers known. */
export const barFixture = (change: Partial<HeadroomBar> = {}): HeadroomBar => ({
  service: 'checkout',
  tier: 'P1',
  owner: 'shop',
  status: 'ok',
  demand: 100,
  ath: 200,
  eventDemand: 250,
  requiredCapacity: 300,
  capacity: 400,
  headroom: 1,
  asked: 0.25,
  spare: 2,
  notes: null,
  path: '/a/headroom-capacity-app/service?key=k',
  frame: toDataFrame({ fields: [] }),
  row: 0,
  ...change,
});
