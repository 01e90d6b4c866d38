import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { RampPlan } from '../../../../domain/ramp/Plan';
import { usePlans } from '../../../loadtest/usePlans';

interface Props {
  readonly service: string;
  readonly onChosen: (plan: RampPlan) => void;
}

/** Named plans of the service, newest first; nothing when there are none. */
export function SavedPlans({ service, onChosen }: Props) {
  const styles = useStyles2(getStyles);
  const { plans, problem } = usePlans(service);
  if (problem !== null) {
    return <p>Saved plans could not be read: {problem}</p>;
  }
  return plans.length === 0 ? null : (
    <div className={styles.plans}>
      Saved plans:
      {plans.map((plan) => (
        <Button key={plan.name} size="sm" variant="secondary" icon="file-alt" onClick={() => onChosen(plan)}>
          {plan.name}, {plan.target}
        </Button>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  plans: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), alignItems: 'center', marginTop: theme.spacing(1) }),
});
