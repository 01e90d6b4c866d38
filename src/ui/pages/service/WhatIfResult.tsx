import type { Figure } from '../../../domain/base/Figure';
import type { Judgement } from '../../../domain/capacity/Judgement';
import { FigureText } from '../../components/FigureText';
import { statusText } from '../../components/StatusBadge';
import { DataTable, type DataColumn } from '../../components/DataTable';

interface Props {
  readonly asIs: Judgement;
  readonly whatIf: Judgement;
}

interface ResultRow {
  readonly name: string;
  readonly pick: ((judgement: Judgement) => Figure) | null;
  readonly signed?: boolean;
  /** The name says the unit. */
  readonly bare?: boolean;
}

const ROWS: readonly ResultRow[] = [
  { name: 'Required instances', pick: (j) => j.required, bare: true },
  { name: 'Spare instances', pick: (j) => j.spare, signed: true, bare: true },
  { name: 'Capacity', pick: (j) => j.capacity },
  { name: 'Headroom', pick: (j) => j.headroom },
  { name: 'Event margin', pick: (j) => j.eventMargin },
  { name: 'Growth after the loss', pick: (j) => j.headroomAfterLoss },
  { name: 'Status', pick: null },
];

/** The verdict as it is and as it would be. */
export function WhatIfResult({ asIs, whatIf }: Props) {
  const cell = (row: ResultRow, judgement: Judgement) =>
    row.pick === null ? (
      statusText(judgement.status.kind)
    ) : (
      <FigureText figure={row.pick(judgement)} label={row.name} signed={row.signed ?? false} bare={row.bare ?? false} />
    );
  const columns: ReadonlyArray<DataColumn<ResultRow>> = [
    { header: 'Figure', cell: (row) => row.name },
    { header: 'As it is', numeric: true, cell: (row) => cell(row, asIs) },
    { header: 'What if', numeric: true, cell: (row) => <strong>{cell(row, whatIf)}</strong> },
  ];
  return (
    <DataTable caption="What if, compared with what is" columns={columns} rows={ROWS} rowKey={(row) => row.name} />
  );
}
