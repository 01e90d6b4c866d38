import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { LoadTestView } from '../../engine/loadtest/LoadTestView';
import { SummaryTile, type TileTone } from '../components/SummaryTile';
import { formatCount } from '../format/formatCount';
import { formatDemand } from '../format/formatDemand';
import { formatShare } from '../format/formatShare';
import { durationWords } from './durationWords';
import { HarmTile } from './HarmTile';
import { LeaseTile } from './LeaseTile';

const orUnknown = (value: number | null, format: (value: number) => string): string => (value === null ? 'unknown' : format(value));

/** The numbers of a run that somebody who watches it needs at a glance. */
export function RunFigures({ view }: { readonly view: LoadTestView }) {
  const styles = useStyles2(getStyles);
  const { share, demand, evidenceAgeMs, missing } = view;
  // What was commanded last says nothing any more once the traffic is back.
  const finished = view.phase === 'finished';
  return (
    <div className={styles.tiles}>
      <SummaryTile label="Share, measured" detail={`${finished ? '' : `commanded ${orUnknown(share.commanded, formatShare)}, `}reported ${orUnknown(share.reported, formatShare)}, fair ${orUnknown(share.fair, formatShare)}`} tone={shareTone(share)}>
        {orUnknown(share.measured, formatShare)}
      </SummaryTile>
      <SummaryTile label="Demand of the target" detail={`${orUnknown(demand.timesFair, (times) => `${formatCount(times)} × its fair share`)}; peers ${orUnknown(demand.peersMean, formatDemand)}, busiest ${orUnknown(demand.worstPeer, formatDemand)}`}>
        {orUnknown(demand.target, formatDemand)}
      </SummaryTile>
      <LeaseTile view={view} />
      <HarmTile view={view} />
      <SummaryTile label="Evidence" tone={missing.length > 0 ? 'warning' : 'neutral'} detail={evidenceWords(view)}>
        {evidenceAgeMs !== null ? `${durationWords(evidenceAgeMs)} old` : missing.length > 0 ? 'missing' : 'unknown'}
      </SummaryTile>
    </div>
  );
}

const shareTone = ({ measured, commanded }: LoadTestView['share']): TileTone => (measured === null && commanded !== null ? 'warning' : 'neutral');

function evidenceWords({ missing, evidenceAgeMs, role }: LoadTestView): string {
  if (missing.length > 0) {
    return `missing: ${missing.join(', ')}`;
  }
  if (evidenceAgeMs !== null) {
    return 'oldest sample the run rests on';
  }
  return role === 'watcher' ? 'only the page that drives the run reads the samples' : 'no sample has been read yet';
}

const getStyles = (theme: GrafanaTheme2) => ({
  tiles: css({ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))', gap: theme.spacing(1) }),
});
