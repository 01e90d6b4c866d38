import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { parametersOf, withParameter, type Intent } from '../../../domain/alertrules/Intent';
import type { ParameterInfo } from '../../../domain/alertrules/IntentInfo';
import { intentInfo } from '../../../domain/alertrules/INTENTS';
import { NumberField } from '../../fields/NumberField';

interface Props {
  readonly intent: Intent;
  readonly onChange: (intent: Intent) => void;
}

/** The numbers of an intent. */
export function IntentParameters({ intent, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const values = parametersOf(intent);
  const { parameters } = intentInfo(intent.kind);
  if (parameters.length === 0) {
    return null;
  }
  return (
    <div className={styles.fields}>
      {parameters.map((info) => (
        <Parameter key={info.name} info={info} value={values[info.name] ?? 0} onChange={(value) => onChange(withParameter(intent, info.name, value))} />
      ))}
    </div>
  );
}

interface ParameterProps {
  readonly info: ParameterInfo;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** Shares are asked for in per cent, rounded to what a person can type. */
function Parameter({ info, value, onChange }: ParameterProps) {
  const scale = info.kind === 'share' ? 100 : 1;
  return (
    <NumberField
      label={info.label}
      unit={info.unit}
      integer={info.integer}
      value={Number((value * scale).toFixed(4))}
      min={info.min * scale}
      max={info.max * scale}
      onChange={(typed) => onChange(Number((typed / scale).toFixed(6)))}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  fields: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2), '& > *': { width: 180 } }),
});
