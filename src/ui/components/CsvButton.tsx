import { Button } from '@grafana/ui';
import { csvText, type CsvColumn } from './csvText';

interface Props<Row> {
  /** Without extension. */
  readonly fileName: string;
  readonly columns: ReadonlyArray<CsvColumn<Row>>;
  readonly rows: readonly Row[];
}

/** Downloads rows as CSV; the text is made on click only. */
export function CsvButton<Row>({ fileName, columns, rows }: Props<Row>) {
  const download = () => {
    const url = URL.createObjectURL(new Blob(['\uFEFF', csvText(columns, rows)], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${fileName}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button
      variant="secondary"
      icon="download-alt"
      onClick={download}
      disabled={rows.length === 0}
      aria-label={`Download ${rows.length} rows as CSV`}
    >
      CSV
    </Button>
  );
}
