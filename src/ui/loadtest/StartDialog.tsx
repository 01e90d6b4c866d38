import { ConfirmModal } from '@grafana/ui';
import type { RampPlan } from '../../domain/ramp/Plan';
import { serviceName } from '../../domain/records/serviceName';
import { formatShare } from '../format/formatShare';

interface Props {
  readonly plan: RampPlan;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

/** The last word before live traffic is moved. */
export const StartDialog = ({ plan, onStart, onCancel }: Props) => (
  <ConfirmModal
    isOpen
    title="Move live traffic?"
    body={`Up to ${formatShare(plan.limits.shareBp / 10_000)} of the live traffic of ${serviceName(plan.service)} goes to ${plan.pairedWith === null ? plan.target : `each of ${plan.target} and ${plan.pairedWith}`} in pool ${plan.pool}, step by step.`}
    description={`It stops by itself at the first guard, after ${plan.limits.harmedRequests} harmed requests at the latest, and gives the traffic back ${plan.ttlSeconds} s after this browser died. Preflight and, where none of the last seven days stands, a rehearsal come first. Have the people on call been told?`}
    confirmText="Start the load test"
    confirmButtonVariant="primary"
    onConfirm={onStart}
    onDismiss={onCancel}
  />
);
