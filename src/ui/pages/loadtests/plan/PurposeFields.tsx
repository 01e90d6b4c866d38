import { RadioButtonGroup, Field } from '@grafana/ui';
import type { RampPlan } from '../../../../domain/ramp/Plan';
import { FieldGrid } from '../../../fields/FieldGrid';
import { NumberField } from '../../../fields/NumberField';
import { percentOf } from '../../../fields/percentOf';
import { TextField } from '../../../fields/TextField';
import { WRAPPING_RADIOS } from '../../../fields/WRAPPING_RADIOS';
import type { PlanPart } from './PlanForm';

const RESULTS: ReadonlyArray<{ readonly value: RampPlan['result']; readonly label: string; readonly description: string }> = [
  { value: 'limit', label: 'Find the limit', description: 'Raises the demand until the instance no longer carries it' },
  { value: 'hold', label: 'Prove a demand', description: 'For a goal or a new version' },
  { value: 'pair', label: 'Compare two versions', description: 'Two instances at the same share, side by side' },
];

/** What the run is for, and who is told why. */
export function PurposeFields({ plan, onChange }: PlanPart) {
  const choose = (result: RampPlan['result']) =>
    onChange({
      ...plan,
      result,
      pairedWith: result === 'pair' ? plan.pairedWith : null,
      course: result === 'limit' || plan.course.kind !== 'search' ? plan.course : { kind: 'steps', sharesBp: [500, 1_000, 2_500, 5_000] },
    });
  return (
    <>
      <Field label="Result wanted">
        <RadioButtonGroup aria-label="Result wanted" className={WRAPPING_RADIOS} options={[...RESULTS]} value={plan.result} onChange={choose} />
      </Field>
      <FieldGrid>
        <TextField label="Name of the plan" value={plan.name} onCommit={(name) => onChange({ ...plan, name })} />
        <TextField label="Reason" description="Everybody who sees the run reads it" value={plan.reason} onCommit={(reason) => onChange({ ...plan, reason })} />
        {plan.result === 'pair' && (
          <TextField label="Second instance" description="Of the version to compare with" value={plan.pairedWith ?? ''} onCommit={(text) => onChange({ ...plan, pairedWith: text.trim() || null })} />
        )}
        <NumberField
          label="Goal (optional)"
          description="Requests a second the instance shall carry"
          unit="req/s"
          max={1e9} min={0}
          value={plan.goal?.rps ?? null}
          onChange={(rps) => onChange({ ...plan, goal: { rps, errorRatio: plan.goal?.errorRatio ?? plan.guards.errorRatio } })}
          onClear={() => onChange({ ...plan, goal: null })}
        />
        {plan.goal !== null && (
          <NumberField label="Failures the goal allows" unit="%" min={0} max={100} value={percentOf(plan.goal.errorRatio)} onChange={(percent) => onChange({ ...plan, goal: plan.goal && { ...plan.goal, errorRatio: percent / 100 } })} />
        )}
      </FieldGrid>
    </>
  );
}
