import { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { explainArithmetic } from '../../../domain/capacity/explainArithmetic';
import { judgeService } from '../../../domain/capacity/judgeService';
import type { Judgement } from '../../../domain/capacity/Judgement';
import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import { ArithmeticList } from './ArithmeticList';
import { sentence } from '../../format/sentence';
import { PageSection } from '../../components/PageSection';
import { SubHeading } from './SubHeading';
import { TwoColumns } from './TwoColumns';
import { useWhatIf } from './useWhatIf';
import { whatIfDefaults } from './whatIfDefaults';
import { WhatIfInputs } from './WhatIfInputs';
import { WhatIfResult } from './WhatIfResult';

interface Props {
  readonly facts: ServiceFacts;
  readonly judgement: Judgement;
  readonly now: number;
}

/** Required, spare and headroom under other inputs, worked out at once and shown line by line. */
export function WhatIfSection({ facts, judgement, now }: Props) {
  const styles = useStyles2(getStyles);
  const controls = useWhatIf();
  const { overrides, errors } = controls;
  const whatIf = useMemo(() => judgeService(facts, { growth: 0, now, overrides }), [facts, now, overrides]);
  const lines = useMemo(() => (whatIf.inputs === null ? [] : explainArithmetic(whatIf.inputs)), [whatIf]);
  const changed = Object.keys(overrides).length > 0 || Object.keys(errors).length > 0;
  return (
    <PageSection
      title="What if"
      about="Change an input and see what the policy would need. Nothing is saved; the address of this page keeps the inputs."
      actions={
        <Button size="sm" variant="secondary" icon="history" disabled={!changed} onClick={controls.reset}>
          Reset
        </Button>
      }
    >
      <TwoColumns>
        <WhatIfInputs controls={controls} defaults={whatIfDefaults(facts, judgement)} />
        <div>
          <div role="status" className={styles.status}>
            {statusWords(changed, Object.keys(errors).length)}
          </div>
          <WhatIfResult asIs={judgement} whatIf={whatIf} />
        </div>
      </TwoColumns>
      <SubHeading>How it is worked out</SubHeading>
      {whatIf.inputs === null ? <p>{whyNoArithmetic(whatIf)}</p> : <ArithmeticList lines={lines} />}
    </PageSection>
  );
}

const whyNoArithmetic = ({ required }: Judgement): string =>
  `${required.known ? 'An input is not known.' : sentence(required.reason)} State it above to see the arithmetic.`;

function statusWords(changed: boolean, invalid: number): string {
  if (invalid > 0) {
    return 'An input cannot be read: the result stands at the last valid ones.';
  }
  return changed ? 'Worked out with your inputs.' : 'No input is changed: both columns are the same.';
}

const getStyles = (theme: GrafanaTheme2) => ({
  status: css({ color: theme.colors.text.secondary, marginBottom: theme.spacing(1) }),
});
