import { useMemo, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { FilterInput, InteractiveTable, Stack, useStyles2, type Column, type CellProps } from '@grafana/ui';
import type { SourceFindings } from '../../../../engine/setup/SetupView';
import { sidewaysScroll } from '../../../components/sidewaysScroll';
import { TierBadge } from '../../../components/TierBadge';
import { useConfigurationScope } from '../ConfigurationContext';
import { foundServices } from '../inspection/foundServices';
import { foundSummary } from './foundSummary';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly tier: string;
  readonly from: string;
  readonly owner: string;
}

const FROM = { exception: 'exception', label: 'label of the metrics', rule: 'rule', default: 'default' } as const;

/** Services found, as the draft sees them. */
export function FoundServiceTable({ findings }: { readonly findings: SourceFindings }) {
  const styles = useStyles2(getStyles);
  const { draft } = useConfigurationScope();
  const [wanted, setWanted] = useState('');
  const rows = useMemo(
    () =>
      foundServices([findings], draft).map(({ service, traits }): Row => ({
        id: service.key,
        name: service.name,
        scope: service.scope,
        tier: traits.tier,
        from: FROM[traits.tierFrom],
        owner: traits.owner ?? '',
      })),
    [findings, draft]
  );
  if (rows.length === 0) {
    return null;
  }
  const shown = rows.filter((row) =>
    [row.name, row.scope, row.owner].some((text) => text.toLowerCase().includes(wanted.toLowerCase()))
  );
  return (
    <div>
      <Stack alignItems="center" gap={2} wrap="wrap">
        <h4>{foundSummary(findings)}</h4>
        {rows.length > 10 && (
          <FilterInput
            width={30}
            placeholder="Search services"
            aria-label="Search services"
            value={wanted}
            onChange={setWanted}
          />
        )}
      </Stack>
      <p className={styles.note}>
        Found by their metrics of the last minutes. The fleet also lists services whose metrics have stopped, as stale, as long
        as history names them.
      </p>
      <div className={styles.scroll}>
        <InteractiveTable columns={COLUMNS} data={shown} getRowId={(row) => row.id} pageSize={10} />
      </div>
    </div>
  );
}


const COLUMNS: Array<Column<Row>> = [
  { id: 'name', header: 'Service', sortType: 'string' },
  { id: 'scope', header: 'Within', sortType: 'string' },
  {
    id: 'tier',
    header: 'Tier',
    sortType: 'string',
    cell: ({ row }: CellProps<Row>) => <TierBadge tier={row.original.tier as 'P0' | 'P1' | 'P2'} />,
  },
  { id: 'from', header: 'Tier from', sortType: 'string' },
  { id: 'owner', header: 'Owner', sortType: 'string' },
];

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css(sidewaysScroll(theme, theme.colors.background.secondary)),
  note: css({ color: theme.colors.text.secondary }),
});
