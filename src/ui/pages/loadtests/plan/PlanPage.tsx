import { css } from '@emotion/css';
import { useCallback, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import { PageSection } from '../../../components/PageSection';
import { useHeadroom } from '../../../HeadroomContext';
import { PlanForm } from './PlanForm';
import { TargetPicker } from './TargetPicker';
import type { RampPlan } from '../../../../domain/ramp/Plan';

interface Proposed {
  readonly plan: RampPlan | null;
  /** Grows with every choice: two plans may have the same name and target, and differ in their guards. */
  readonly turn: number;
}

/** From a service to a plan that can be tried, rehearsed and run. */
export function PlanPage({ service }: { readonly service: string | null }) {
  const styles = useStyles2(getStyles);
  const { identity } = useHeadroom();
  const [proposed, setProposed] = useState<Proposed>({ plan: null, turn: 0 });
  const take = useCallback((plan: RampPlan | null) => setProposed(({ turn }) => ({ plan, turn: turn + 1 })), []);
  return (
    <div className={styles.page}>
      {!identity.mayRunTests && (
        <Alert severity="info" title="You may look, and try a plan on a simulated target" bottomSpacing={0}>
          Rehearsing and running a load test need the Editor role: they move live traffic.
        </Alert>
      )}
      <PageSection title="Target" about="One instance takes more of the live traffic of its pool, step by step. Everybody else in the pool gets less.">
        <TargetPicker service={service} onProposed={take} />
      </PageSection>
      {proposed.plan && <PlanForm key={proposed.turn} proposed={proposed.plan} />}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
});
