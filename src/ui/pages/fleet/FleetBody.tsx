import type { FleetView } from '../../../engine/fleet/FleetView';
import { EmptyPage } from '../../components/EmptyPage';
import { NoticeList } from '../../components/NoticeList';
import { RouteButton } from '../../components/RouteButton';
import { CONFIGURATION_PATH } from './CONFIGURATION_PATH';
import { FleetExplorer } from './FleetExplorer';
import { FleetSkeleton } from './FleetSkeleton';
import { useFleetQuery } from './useFleetQuery';
import { useJudgedFleet } from './useJudgedFleet';

interface Props {
  readonly view: FleetView;
  readonly now: number;
}

/** The page in whichever state it is: what went wrong is said beside what there is. */
export function FleetBody({ view, now }: Props) {
  const [query, change] = useFleetQuery();
  const fleet = useJudgedFleet(view.services, query.growthPercent / 100, now);
  if (view.state === 'empty' || (view.state === 'ready' && view.services.length === 0)) {
    return (
      <EmptyPage
        title="No services found"
        notices={view.notices}
        actions={<RouteButton to={CONFIGURATION_PATH}>Open configuration</RouteButton>}
      />
    );
  }
  const drawn = fleet !== null && fleet.services.length > 0;
  return (
    <>
      <NoticeList notices={view.notices} />
      {drawn ? (
        <FleetExplorer
          fleet={fleet}
          query={query}
          onChange={change}
          currency={view.currency}
          since={view.since}
          reading={view.progress !== null}
        />
      ) : (
        <FleetSkeleton />
      )}
    </>
  );
}
