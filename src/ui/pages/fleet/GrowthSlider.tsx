import { useId } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import { formatGrowth } from '../../format/formatGrowth';
import { MAX_GROWTH_PERCENT } from './FleetQuery';

interface Props {
  readonly percent: number;
  readonly onChange: (percent: number) => void;
}

const STEP = 5;

/** The browser's own range input: Grafana's Slider keeps its value to itself, and ours can also come from the address. */
export function GrowthSlider({ percent, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <div className={styles.box}>
      <label htmlFor={id} className={styles.label}>
        Growth on every peak
      </label>
      <output htmlFor={id} className={styles.value}>
        {formatGrowth(percent / 100)}
      </output>
      <input
        id={id}
        type="range"
        className={styles.range}
        min={0}
        max={MAX_GROWTH_PERCENT}
        step={STEP}
        value={percent}
        aria-valuetext={formatGrowth(percent / 100)}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      {percent > 0 && (
        <IconButton
          name="times"
          tooltip="Back to no growth"
          aria-label="Back to no growth"
          onClick={() => onChange(0)}
        />
      )}
    </div>
  );
}

const track = (theme: GrafanaTheme2) => ({
  height: 6,
  background: theme.colors.border.strong,
  borderRadius: theme.shape.radius.default,
});

const thumb = (theme: GrafanaTheme2) => ({
  width: 16,
  height: 16,
  border: `2px solid ${theme.colors.background.primary}`,
  borderRadius: theme.shape.radius.circle,
  background: theme.colors.primary.text,
});

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1),
    flex: '0 1 480px',
    minHeight: 32,
  }),
  label: css({ margin: 0, fontWeight: theme.typography.fontWeightMedium }),
  range: css({
    width: 220,
    flex: '1 1 140px',
    height: 24,
    appearance: 'none',
    background: 'none',
    cursor: 'pointer',
    '&::-webkit-slider-runnable-track': track(theme),
    '&::-moz-range-track': track(theme),
    '&::-webkit-slider-thumb': { ...thumb(theme), appearance: 'none', marginTop: -5 },
    '&::-moz-range-thumb': thumb(theme),
    '&:focus-visible': {
      outline: `2px solid ${theme.colors.primary.main}`,
      outlineOffset: 2,
      borderRadius: theme.shape.radius.default,
    },
  }),
  value: css({ minWidth: '6ch', fontVariantNumeric: 'tabular-nums', fontWeight: theme.typography.fontWeightMedium }),
});
