import { Field, RadioButtonGroup } from '@grafana/ui';
import type { Course } from '../../../../domain/ramp/Plan';
import { FieldGrid } from '../../../fields/FieldGrid';
import { NumberField } from '../../../fields/NumberField';
import { percentToBp } from '../../../fields/percentToBp';
import { ChoiceField } from '../../../fields/ChoiceField';
import { WRAPPING_RADIOS } from '../../../fields/WRAPPING_RADIOS';
import type { PlanPart } from './PlanForm';
import { SharesField } from './SharesField';

type Kind = Course['kind'];

const KINDS: ReadonlyArray<{ readonly value: Kind; readonly label: string }> = [
  { value: 'search', label: 'Search' },
  { value: 'steps', label: 'Fixed steps' },
  { value: 'curve', label: 'Curve' },
];

const STARTS: Readonly<Record<Kind, Course>> = {
  search: { kind: 'search', priorRps: null },
  steps: { kind: 'steps', sharesBp: [500, 1_000, 2_500, 5_000] },
  curve: { kind: 'curve', fromBp: 500, toBp: 5_000, count: 5, shape: 'exponential' },
};

/** How the load is chosen. */
export function CourseFields({ plan, onChange }: PlanPart) {
  const { course } = plan;
  const change = (next: Course) => onChange({ ...plan, course: next });
  return (
    <>
      <Field label="Course" description={aboutCourse(course)}>
        <RadioButtonGroup aria-label="Course" className={WRAPPING_RADIOS} options={KINDS.filter(({ value }) => value !== 'search' || plan.result === 'limit')} value={course.kind} onChange={(kind) => change(STARTS[kind])} />
      </Field>
      <FieldGrid>
        {course.kind === 'search' && (
          <NumberField
            label="Last known limit"
            description="With it the search starts just below; without it the demand doubles"
            unit="req/s"
            max={1e9} min={0}
            value={course.priorRps}
            onChange={(priorRps) => change({ ...course, priorRps })}
            onClear={() => change({ ...course, priorRps: null })}
          />
        )}
        {course.kind === 'steps' && <SharesField shares={course.sharesBp} onChange={(sharesBp) => change({ ...course, sharesBp })} />}
        {course.kind === 'curve' && (
          <>
            <NumberField label="From" unit="%" min={0.01} max={100} value={course.fromBp / 100} onChange={(percent) => change({ ...course, fromBp: percentToBp(percent) })} />
            <NumberField label="To" unit="%" min={0.01} max={100} value={course.toBp / 100} onChange={(percent) => change({ ...course, toBp: percentToBp(percent) })} />
            <NumberField label="Steps" integer min={1} max={50} value={course.count} onChange={(count) => change({ ...course, count })} />
            <ChoiceField
              label="Shape"
              value={course.shape}
              options={[
                { value: 'linear', label: 'Evenly spaced' },
                { value: 'exponential', label: 'Each a constant factor more' },
              ]}
              onChange={(shape) => change({ ...course, shape })}
            />
          </>
        )}
        <NumberField label="Hold a judged step for" description="At least, after the share has settled" unit="s" min={1} max={300} value={plan.dwellSeconds} onChange={(dwellSeconds) => onChange({ ...plan, dwellSeconds })} />
      </FieldGrid>
    </>
  );
}

function aboutCourse(course: Course): string {
  switch (course.kind) {
    case 'search':
      return course.priorRps === null
        ? 'Doubles the demand of the instance with guards only, backs off at the first failure, halves the gap to 5 %, then confirms with one judged step.'
        : 'Tries 80, 95 and 105 % of the last known limit, then closes in to 5 % and confirms with one judged step.';
    case 'steps':
      return 'Shares of the pool, one after the other; ends at the first that fails.';
    case 'curve':
      return 'Shares of the pool along a curve; ends at the first that fails.';
  }
}
