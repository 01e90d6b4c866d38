import type { PlanLimits } from '../../../../domain/ramp/Plan';
import { FieldGrid } from '../../../fields/FieldGrid';
import { NumberField } from '../../../fields/NumberField';
import { percentToBp } from '../../../fields/percentToBp';
import { SwitchField } from '../../../fields/SwitchField';
import type { PlanPart } from './PlanForm';

/** Ceilings of the run and of its lease; the endpoint has limits of its own, which always hold. */
export function LimitFields({ plan, onChange }: PlanPart) {
  const { limits } = plan;
  const change = (part: Partial<PlanLimits>) => onChange({ ...plan, limits: { ...limits, ...part } });
  return (
    <>
      <FieldGrid>
        <NumberField label="Greatest share" unit="%" min={0.01} max={100} value={limits.shareBp / 100} onChange={(percent) => change({ shareBp: percentToBp(percent) })} />
        <NumberField label="Greatest raise in one step" unit="%" min={0.01} max={100} value={limits.stepBp / 100} onChange={(percent) => change({ stepBp: percentToBp(percent) })} />
        <NumberField label="Greatest demand" description="Empty: what leaves a way back" unit="req/s" max={1e9} min={0} value={limits.demandRps} onChange={(demandRps) => change({ demandRps })} onClear={() => change({ demandRps: null })} />
        <NumberField label="Longest run" unit="min" min={1} max={720} value={Number((limits.runSeconds / 60).toPrecision(6))} onChange={(minutes) => change({ runSeconds: Math.round(minutes * 60) })} />
        <NumberField label="Requests that may be harmed" description="Failures above the usual; ends the run" integer max={1e9} min={1} value={limits.harmedRequests} onChange={(harmedRequests) => change({ harmedRequests })} />
        <NumberField label="Lease lives without renewal" description="The longest the traffic stays moved after this browser died" unit="s" min={1} max={600} value={plan.ttlSeconds} onChange={(ttlSeconds) => onChange({ ...plan, ttlSeconds })} />
      </FieldGrid>
      <SwitchField
        label="Requests are not bound to an instance"
        description="No sticky sessions, no long-lived connections"
        value={plan.stateless}
        onChange={(stateless) => onChange({ ...plan, stateless })}
      />
    </>
  );
}
