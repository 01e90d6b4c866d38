import { NumberField, type NumberFieldProps } from './NumberField';

type PercentFieldProps = Pick<NumberFieldProps, 'label' | 'description' | 'disabled'> & {
  /** 0 to below 1. */
  readonly share: number;
  /** Greatest percentage that makes sense. */
  readonly maxPercent: number;
  readonly onChange: (share: number) => void;
};

/** A share edited as a percentage. */
export function PercentField({ share, maxPercent, onChange, ...field }: PercentFieldProps) {
  return (
    <NumberField
      {...field}
      value={fromShare(share)}
      unit="%"
      min={0}
      max={maxPercent}
      onChange={(percent) => onChange(toShare(percent))}
    />
  );
}

// 0.07 * 100 is 7.000000000000001: both ways are rounded to what a person can type.
const fromShare = (share: number) => Number((share * 100).toFixed(4));
const toShare = (percent: number) => Number((percent / 100).toFixed(6));
