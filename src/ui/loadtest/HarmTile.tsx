import type { LoadTestView } from '../../engine/loadtest/LoadTestView';
import { SummaryTile, type TileTone } from '../components/SummaryTile';
import { formatCount } from '../format/formatCount';

/** Requests the run has harmed, against what it may harm. */
export function HarmTile({ view: { harmed, phase } }: { readonly view: Pick<LoadTestView, 'harmed' | 'phase'> }) {
  const { requests, ceiling } = harmed;
  const limit = ceiling === null ? 'what ends the run is not known: its plan cannot be read' : `ends the run at ${formatCount(ceiling)}`;
  const unknown = phase === 'finished' ? 'not measured' : 'only the page that drives the run counts them';
  return (
    <SummaryTile label="Requests harmed" detail={requests === null ? `${unknown}; ${limit}` : limit} tone={toneOf(harmed)}>
      {requests === null ? 'unknown' : formatCount(Math.ceil(requests))}
    </SummaryTile>
  );
}

function toneOf({ requests, ceiling }: LoadTestView['harmed']): TileTone {
  if (requests === null || ceiling === null) {
    return 'neutral';
  }
  return requests >= ceiling ? 'critical' : requests > ceiling / 2 ? 'warning' : 'neutral';
}
