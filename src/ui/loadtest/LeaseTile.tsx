import type { LeaseView } from '../../engine/loadtest/LeaseView';
import type { LoadTestView } from '../../engine/loadtest/LoadTestView';
import { SummaryTile, type TileTone } from '../components/SummaryTile';
import { durationWords } from './durationWords';

type Held = Extract<LeaseView, { readonly state: 'held' }>;

const LABEL = 'Lease ends in';

/** Whether traffic is held, for how long still, and what gives it back; not to know it is shown as that. */
export function LeaseTile({ view: { lease, role } }: { readonly view: Pick<LoadTestView, 'lease' | 'role'> }) {
  switch (lease.state) {
    case 'none':
      return (
        <SummaryTile label={LABEL} detail="no traffic is held">
          no lease
        </SummaryTile>
      );
    case 'unknown':
      return (
        <SummaryTile label={LABEL} tone="warning" detail={`whether traffic is held is not known: ${lease.reason}`}>
          unknown
        </SummaryTile>
      );
    case 'held':
      return (
        <SummaryTile label={LABEL} tone={toneOf(lease)} detail={`${holderWords(lease)}; ${promiseWords(lease, role)}`}>
          {durationWords(lease.remainingMs)}
        </SummaryTile>
      );
  }
}

const HOLDERS: Readonly<Record<NonNullable<Held['enforcedBy']>, string>> = { router: 'the router', keeper: 'the keeper', both: 'router and keeper' };

const holderWords = ({ enforcedBy }: Held): string => (enforcedBy === null ? 'traffic is held, by what is not known yet' : `held by ${HOLDERS[enforcedBy]}`);

function promiseWords({ promiseMs }: Held, role: LoadTestView['role']): string {
  const end = role === 'driver' ? 'if this browser dies' : 'unless its driver renews it';
  return promiseMs === null ? `${end}, the traffic goes back then` : `${end}, baseline is back within ${durationWords(promiseMs)}`;
}

const toneOf = ({ remainingMs, ttlSeconds }: Held): TileTone => (ttlSeconds === null ? 'neutral' : remainingMs < (ttlSeconds * 1000) / 4 ? 'warning' : 'good');
