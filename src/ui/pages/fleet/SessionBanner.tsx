import { Alert } from '@grafana/ui';
import { RouteButton } from '../../components/RouteButton';
import { useHeadroom } from '../../HeadroomContext';
import { CONFIGURATION_PATH } from './CONFIGURATION_PATH';

/** Said while nothing is saved: where this fleet comes from, and who can keep it. */
export function SessionBanner() {
  const { identity } = useHeadroom();
  const who = identity.maySaveSettings ? 'Save it in the configuration' : 'An Admin can save it in the configuration';
  return (
    <Alert
      severity="info"
      title="Nothing is saved: this fleet was detected from the default Prometheus, for this tab only"
      bottomSpacing={0}
    >
      <p>{who}: data sources, tiers and owners then are the same for everybody.</p>
      <RouteButton size="sm" variant="secondary" to={CONFIGURATION_PATH}>
        Open configuration
      </RouteButton>
    </Alert>
  );
}
