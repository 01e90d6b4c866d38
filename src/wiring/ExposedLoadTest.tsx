import { HeadroomContext } from '../ui/HeadroomContext';
import { LoadTestTile, type LoadTestTileProps } from '../ui/loadtest/LoadTestTile';
import { headroomOfPage } from './headroomOfPage';

/** What the load test panel draws. Props cross a proxy that clones them: primitives only. */
export function ExposedLoadTest(props: LoadTestTileProps) {
  return (
    <HeadroomContext.Provider value={headroomOfPage()}>
      <LoadTestTile {...props} />
    </HeadroomContext.Provider>
  );
}
