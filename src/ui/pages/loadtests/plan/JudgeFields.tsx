import { Field, RadioButtonGroup, TextArea } from '@grafana/ui';
import type { JudgeChoice } from '../../../../domain/ramp/Plan';
import { FieldGrid } from '../../../fields/FieldGrid';
import { NumberField } from '../../../fields/NumberField';
import { percentOf } from '../../../fields/percentOf';
import { useFieldId } from '../../../fields/useFieldId';
import { WRAPPING_RADIOS } from '../../../fields/WRAPPING_RADIOS';
import { CanaryNotes } from './CanaryNotes';
import type { PlanPart } from './PlanForm';

const STARTS: Readonly<Record<JudgeChoice['kind'], JudgeChoice>> = {
  headroom: { kind: 'headroom', stopShift: 1.1, permitShift: 1.25 },
  aca: { kind: 'aca', config: '', pass: 95, marginal: 75 },
};

/** Which judge, and how strict. */
export function JudgeFields({ plan, onChange }: PlanPart) {
  const id = useFieldId();
  const { judge } = plan;
  const change = (next: JudgeChoice) => onChange({ ...plan, judge: next });
  return (
    <>
      <Field label="Judge">
        <RadioButtonGroup
          aria-label="Judge"
          className={WRAPPING_RADIOS}
          options={[
            { value: 'headroom' as const, label: 'Headroom', description: 'Permits only what is proved not to be worse' },
            { value: 'aca' as const, label: 'Kayenta configuration', description: 'NetflixACAJudge-v1.0 with a canary configuration of your own' },
          ]}
          value={judge.kind}
          onChange={(kind) => change(STARTS[kind])}
        />
      </Field>
      {judge.kind === 'headroom' ? (
        <FieldGrid>
          <NumberField label="Stops when worse by more than" unit="%" max={1e9} min={0} value={percentOf(judge.stopShift - 1)} onChange={(percent) => change({ ...judge, stopShift: 1 + percent / 100 })} />
          <NumberField label="Permits when surely not worse by" unit="%" max={1e9} min={0} value={percentOf(judge.permitShift - 1)} onChange={(percent) => change({ ...judge, permitShift: 1 + percent / 100 })} />
        </FieldGrid>
      ) : (
        <>
          <Field label="Canary configuration" description="JSON as Kayenta keeps it. In its templates ${scope} becomes the instance, ${pod} its pod, ${location} the namespace" htmlFor={id}>
            <TextArea id={id} rows={8} value={judge.config} onChange={(event) => change({ ...judge, config: event.currentTarget.value })} />
          </Field>
          <CanaryNotes config={judge.config} />
          <FieldGrid>
            <NumberField label="Passes at a score of" min={0} max={100} value={judge.pass} onChange={(pass) => change({ ...judge, pass })} />
            <NumberField label="Marginal from" min={0} max={100} value={judge.marginal} onChange={(marginal) => change({ ...judge, marginal })} />
          </FieldGrid>
        </>
      )}
    </>
  );
}
