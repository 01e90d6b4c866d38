import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';
import { FIELD_IN_GRID } from './FIELD_IN_GRID';

/** Fields side by side as far as there is room: labels begin on one line, inputs on another, whatever stands under a label. */
export function FieldGrid({ min = 200, children }: { readonly min?: number; readonly children: ReactNode }) {
  const styles = useStyles2(getStyles, min);
  return <div className={styles}>{children}</div>;
}

const getStyles = (theme: GrafanaTheme2, min: number) =>
  css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(min(${min}px, 100%), 1fr))`,
    columnGap: theme.spacing(2),
    alignItems: 'start',
    // The gap between rows is each field's own: there is none between a label and its input.
    marginBottom: theme.spacing(-2),
    // Twice, to weigh more than the margin that a field gives itself.
    '&& > *': { gridRow: 'span 2', marginBottom: theme.spacing(2) },
    [`&& > .${FIELD_IN_GRID}`]: { display: 'grid', gridTemplateRows: 'subgrid' },
  });
