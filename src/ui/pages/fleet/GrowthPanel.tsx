import { useMemo, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { breakingList } from './breakingList';
import { BreakingOrder } from './BreakingOrder';
import { GrowthAnswer } from './GrowthAnswer';
import { GrowthSlider } from './GrowthSlider';
import type { JudgedFleet } from './JudgedFleet';
import type { ChangeFleetQuery } from './useFleetQuery';

interface Props {
  readonly fleet: JudgedFleet;
  readonly growthPercent: number;
  readonly onChange: ChangeFleetQuery;
}

/** "+x % on every peak: who breaks, and in which order?" The order opens as soon as somebody asks. */
export function GrowthPanel({ fleet, growthPercent, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const [opened, setOpened] = useState<boolean | null>(null);
  const { services } = fleet;
  const list = useMemo(() => breakingList(services), [services]);
  const open = opened ?? growthPercent > 0;
  return (
    <section className={styles.panel} aria-label="Growth on every peak">
      <div className={styles.line}>
        <GrowthSlider percent={growthPercent} onChange={(percent) => onChange({ growthPercent: percent })} />
        <GrowthAnswer list={list} growthPercent={growthPercent} />
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon={open ? 'angle-up' : 'angle-down'}
          aria-expanded={open}
          onClick={() => setOpened(!open)}
        >
          Who breaks, in which order
        </Button>
      </div>
      {open && <BreakingOrder list={list} growth={growthPercent / 100} />}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1.5),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5, 3) }),
});
