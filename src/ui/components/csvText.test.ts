import { csvText, type CsvColumn } from './csvText';

interface Row {
  readonly name: string;
  readonly spare: number | null;
}

const columns: ReadonlyArray<CsvColumn<Row>> = [
  { header: 'service', value: (r) => r.name },
  { header: 'spare (instances)', value: (r) => r.spare },
];
const line = (row: Row) => csvText(columns, [row]).split('\r\n')[1];

describe('csvText', () => {
  it('writes a header with units and raw numbers', () => {
    expect(csvText(columns, [{ name: 'cart', spare: -2 }])).toBe('service,spare (instances)\r\ncart,-2\r\n');
  });

  it.each([
    ['a share with all its digits', 0.18506238812340102, '0.185062'],
    ['a rate', 154.0642233012, '154.064'],
    ['a large whole number', 300_001_234, '300001234'],
    ['a small one', 0.000012345678, '0.0000123457'],
    ['what is no number', NaN, ''],
  ])('writes %s with six significant digits', (_, spare, text) => {
    expect(line({ name: 'cart', spare })).toBe(`cart,${text}`);
  });

  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")",1`],
    ['+1', `"'+1",1`],
    ['-1', `"'-1",1`],
    ['@sum', `"'@sum",1`],
    ['\t=1', `"'\t=1",1`],
    [' =1', `"' =1",1`],
  ])('makes text of what a spreadsheet would run: %p', (name, expected) => {
    expect(line({ name, spare: 1 })).toBe(expected);
  });

  it.each([
    ['a,b', '"a,b",1'],
    ['say "hi"', '"say ""hi""",1'],
    ['größe-日本語', 'größe-日本語,1'],
  ])('quotes what must be quoted: %p', (name, expected) => {
    expect(line({ name, spare: 1 })).toBe(expected);
  });

  it('keeps a name with newlines in one cell', () => {
    expect(csvText(columns, [{ name: 'two\nlines', spare: 1 }])).toContain('"two\nlines",1\r\n');
  });

  it.each([[null], [NaN], [Infinity]])('leaves %p empty: unknown is not 0', (spare) => {
    expect(line({ name: 'a', spare })).toBe('a,');
  });
});
