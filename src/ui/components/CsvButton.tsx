import { Button } from '@grafana/ui';
import { csvText, type CsvColumn } from './csvText';
import { downloadText } from './downloadText';

/** Without it a spreadsheet takes the file for another encoding than UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

interface Props<Row> {
  /** Without extension. */
  readonly fileName: string;
  readonly columns: ReadonlyArray<CsvColumn<Row>>;
  readonly rows: readonly Row[];
}

/** Downloads rows as CSV; the text is made on click only. */
export function CsvButton<Row>({ fileName, columns, rows }: Props<Row>) {
  const download = () => downloadText(`${fileName}.csv`, 'text/csv', BYTE_ORDER_MARK + csvText(columns, rows));
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
