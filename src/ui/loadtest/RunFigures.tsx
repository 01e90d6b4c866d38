import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { LoadTestView } from '../../engine/loadtest/LoadTestView';
import { SummaryTile, type TileTone } from '../components/SummaryTile';
import { formatCount } from '../format/formatCount';
import { formatDemand } from '../format/formatDemand';
import { formatShare } from '../format/formatShare';
import { durationWords } from './durationWords';

const orUnknown = (value: number | null, format: (value: number) => string): string => (value === null ? 'unknown' : format(value));

/** The numbers of a run that somebody who watches it needs at a glance. */
export function RunFigures({ view }: { readonly view: LoadTestView }) {
  const styles = useStyles2(getStyles);
  const { share, demand, harmed, evidenceAgeMs, missing } = view;
  // What was commanded last says nothing any more once the traffic is back.
  const finished = view.phase === 'finished';
  const lease = finished ? null : view.lease;
  return (
    <div className={styles.tiles}>
      <SummaryTile label="Share, measured" detail={`${finished ? '' : `commanded ${orUnknown(share.commanded, formatShare)}, `}reported ${orUnknown(share.reported, formatShare)}, fair ${orUnknown(share.fair, formatShare)}`} tone={shareTone(share)}>
        {orUnknown(share.measured, formatShare)}
      </SummaryTile>
      <SummaryTile label="Demand of the target" detail={`${orUnknown(demand.timesFair, (times) => `${formatCount(times)} × its fair share`)}; peers ${orUnknown(demand.peersMean, formatDemand)}, busiest ${orUnknown(demand.worstPeer, formatDemand)}`}>
        {orUnknown(demand.target, formatDemand)}
      </SummaryTile>
      <SummaryTile
        label="Lease ends in"
        tone={leaseTone(view)}
        detail={lease === null ? 'no traffic is held' : `held by ${HOLDERS[lease.enforcedBy] ?? lease.enforcedBy}; if this browser dies, baseline is back within ${durationWords(lease.promiseMs)}`}
      >
        {lease === null ? 'no lease' : orUnknown(lease.remainingMs, durationWords)}
      </SummaryTile>
      <SummaryTile label="Requests harmed" detail={`ends the run at ${formatCount(harmed.ceiling)}`} tone={harmed.requests >= harmed.ceiling ? 'critical' : harmed.requests > harmed.ceiling / 2 ? 'warning' : 'neutral'}>
        {formatCount(Math.ceil(harmed.requests))}
      </SummaryTile>
      <SummaryTile label="Evidence" tone={missing.length > 0 ? 'warning' : 'neutral'} detail={missing.length > 0 ? `missing: ${missing.join(', ')}` : 'oldest sample the run rests on'}>
        {evidenceAgeMs === null ? 'missing' : `${durationWords(evidenceAgeMs)} old`}
      </SummaryTile>
    </div>
  );
}

const HOLDERS: Readonly<Record<string, string>> = { router: 'the router', keeper: 'the keeper', both: 'router and keeper' };

const shareTone = ({ measured, commanded }: LoadTestView['share']): TileTone => (measured === null && commanded !== null ? 'warning' : 'neutral');

function leaseTone({ lease }: LoadTestView): TileTone {
  if (lease === null || lease.remainingMs === null) {
    return 'neutral';
  }
  return lease.remainingMs < (lease.ttlSeconds * 1000) / 4 ? 'warning' : 'good';
}

const getStyles = (theme: GrafanaTheme2) => ({
  tiles: css({ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))', gap: theme.spacing(1) }),
});
