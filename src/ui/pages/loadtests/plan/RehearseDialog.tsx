import { ConfirmModal } from '@grafana/ui';
import type { RampPlan } from '../../../../domain/ramp/Plan';
import { planTargetWords } from '../../../loadtest/planTargetWords';

interface Props {
  readonly plan: RampPlan;
  readonly onRehearse: () => void;
  readonly onCancel: () => void;
}

/** The last word before live traffic is moved for a rehearsal. */
export const RehearseDialog = ({ plan, onRehearse, onCancel }: Props) => (
  <ConfirmModal
    isOpen
    title="Move live traffic for a rehearsal?"
    body={`Part of the live traffic of ${planTargetWords(plan)}, goes to the other members of the pool.`}
    description={`Then the lease of ${plan.ttlSeconds} s is left to lapse, and the time is taken until the traffic is back. None that is tested gets more than its usual share. Preflight comes first.`}
    confirmText="Rehearse"
    confirmButtonVariant="primary"
    onConfirm={onRehearse}
    onDismiss={onCancel}
  />
);
