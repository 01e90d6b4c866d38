import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import type { CellProps } from '../FleetColumn';
import { Nothing } from './Nothing';

export function OwnerCell({ service: { facts } }: CellProps) {
  const styles = useStyles2(getStyles);
  return facts.owner ? (
    <div className={styles.owner} title={facts.owner}>
      {facts.owner}
    </div>
  ) : (
    <Nothing why="No owner: set one in the catalogue" />
  );
}

const getStyles = () => ({ owner: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }) });
