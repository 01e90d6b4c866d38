import { useEffect, useState } from 'react';
import { locationUtil } from '@grafana/data';
import { Alert, Button, LoadingPlaceholder, Stack, TextLink } from '@grafana/ui';
import type { InstalledDataSource } from '../../../../ports/DataSourceInstaller';
import { PageSection } from '../../../components/PageSection';
import { useHeadroom } from '../../../HeadroomContext';
import { OWN_DASHBOARDS } from './OWN_DASHBOARDS';

type Looked = { readonly found: InstalledDataSource | null; readonly problem: string | null };

/** What brings Headroom's figures to where people already look: the data source, and dashboards made with it. */
export function DashboardsSection() {
  const { installer } = useHeadroom();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let wanted = true;
    void installer.find().then((answer) => wanted && setLooked(answer.ok ? { found: answer.value, problem: null } : { found: null, problem: answer.error.message }));
    return () => {
      wanted = false;
    };
  }, [installer]);
  const install = async () => {
    setBusy(true);
    const answer = await installer.install();
    setBusy(false);
    setLooked(answer.ok ? { found: answer.value, problem: null } : { found: null, problem: answer.error.message });
  };
  return (
    <Stack direction="column" gap={2}>
      <PageSection title="Data source" about="Every figure of these pages as frames that any panel, Explore and variables can use. It reads the Prometheus data sources chosen here and keeps nothing of its own.">
        {looked === null && <LoadingPlaceholder text="Looking for the data source…" />}
        {looked?.problem && <Alert severity="warning" title="The data source could not be found or created" bottomSpacing={0}>{looked.problem}</Alert>}
        {looked?.found && (
          <p>
            It is there: <TextLink href={locationUtil.assureBaseUrl(`/connections/datasources/edit/${looked.found.uid}`)}>{looked.found.name}</TextLink>.
          </p>
        )}
        {looked && !looked.found &&
          (installer.mayInstall ? (
            <Button icon="plus" disabled={busy} onClick={() => void install()}>
              {busy ? 'Creating…' : 'Create the Headroom data source'}
            </Button>
          ) : (
            <p>It is not there yet. An Admin can create it here with one press.</p>
          ))}
      </PageSection>
      <PageSection title="Dashboards" about="They come with the app, are replaced when it is updated and go when it is disabled: save a copy of what you change.">
        <ul>
          {OWN_DASHBOARDS.map(({ uid, title, about }) => (
            <li key={uid}>
              <TextLink href={locationUtil.assureBaseUrl(`/d/${uid}`)}>{title}</TextLink>: {about}
            </li>
          ))}
        </ul>
      </PageSection>
    </Stack>
  );
}
