import { css } from '@emotion/css';
import { useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, LinkButton, useStyles2 } from '@grafana/ui';
import type { RampPlan } from '../../domain/ramp/Plan';
import { serviceName } from '../../domain/records/serviceName';
import { useHeadroom } from '../HeadroomContext';
import { loadTestsPath } from './loadTestsPath';
import { StartDialog } from './StartDialog';
import { useLoadTestAction } from './useLoadTestAction';
import { useLoadTests } from './useLoadTests';
import { usePlans } from './usePlans';

interface Props {
  /** Key or name of a service; empty = of all. */
  readonly service: string;
  readonly onStarted: (runId: string) => void;
}

/** Saved plans, each with a button that starts it. */
export function PlanStarter({ service, onStarted }: Props) {
  const styles = useStyles2(getStyles);
  const loadTests = useLoadTests();
  const { identity } = useHeadroom();
  const { plans: all, problem: unread } = usePlans(null);
  const { busy, problem, run } = useLoadTestAction();
  const [asking, setAsking] = useState<RampPlan | null>(null);
  const plans = all.filter((plan) => service === '' || plan.service === service || serviceName(plan.service) === service || serviceName(plan.service).endsWith(`/${service}`));
  return (
    <div className={styles.starter}>
      {unread !== null && <Alert severity="warning" title="Saved plans could not be read" bottomSpacing={0}>{unread}</Alert>}
      {problem !== null && <Alert severity="error" title={problem} bottomSpacing={0} />}
      {!identity.mayRunTests && <p>Starting a load test needs the Editor role.</p>}
      <div className={styles.plans}>
        {plans.map((plan) => (
          <Button key={`${plan.service} ${plan.name}`} icon="play" disabled={busy || !identity.mayRunTests} onClick={() => setAsking(plan)}>
            {plan.name}: {serviceName(plan.service)}, {plan.target}
          </Button>
        ))}
        <LinkButton variant="secondary" icon="plus" href={loadTestsPath({ plan: service })}>
          Plan a load test
        </LinkButton>
      </div>
      {asking && (
        <StartDialog
          plan={asking}
          onCancel={() => setAsking(null)}
          onStart={() => {
            setAsking(null);
            void run(() => loadTests.start(asking), ({ runId }) => onStarted(runId));
          }}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  starter: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  plans: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
