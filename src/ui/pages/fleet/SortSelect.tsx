import { useId } from 'react';
import { Combobox, Field } from '@grafana/ui';
import { fleetColumns } from './fleetColumns';
import type { FleetQuery } from './FleetQuery';

interface Props {
  readonly sort: FleetQuery['sort'];
  readonly onSort: (sort: FleetQuery['sort']) => void;
}

const WORST = 'worst';
const OPTIONS = [
  { value: WORST, label: 'Worst first within tier' },
  ...fleetColumns.map(({ id, title }) => ({ value: id as string, label: title })),
];

/** Sorting where there are no headers to click. */
export function SortSelect({ sort, onSort }: Props) {
  const id = useId();
  return (
    <Field label="Order" htmlFor={id} noMargin>
      <Combobox
        id={id}
        options={OPTIONS}
        value={sort?.column ?? WORST}
        onChange={({ value }) => {
          const column = fleetColumns.find((c) => c.id === value);
          onSort(column ? { column: column.id, descending: column.descendingFirst } : null);
        }}
      />
    </Field>
  );
}
