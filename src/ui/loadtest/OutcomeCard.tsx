import { Alert } from '@grafana/ui';
import type { OutcomeKind } from '../../domain/ramp/Outcome';
import type { LoadTestView } from '../../engine/loadtest/LoadTestView';

type Severity = 'success' | 'info' | 'warning' | 'error';

const SEVERITY: Readonly<Record<OutcomeKind, Severity>> = {
  'limit-found': 'success',
  'carried-plan': 'success',
  'goal-met': 'success',
  'goal-missed': 'warning',
  'stopped-by-guard': 'warning',
  'target-ejected': 'warning',
  'stopped-by-operator': 'info',
  rehearsed: 'success',
  inconclusive: 'warning',
  'lost-control': 'error',
};

/** How a run ended. */
export const OutcomeCard = ({ outcome }: { readonly outcome: NonNullable<LoadTestView['outcome']> }) => (
  <Alert severity={SEVERITY[outcome.kind]} title={outcome.headline} bottomSpacing={0}>
    {outcome.text}
  </Alert>
);
