/** Names that break layouts, selectors and addresses. */
export const awkwardNames: readonly string[] = [
  'x'.repeat(200),
  'say "hello" \\ {brace} <b>bold</b>',
  'two\nlines',
  'größe-日本語-🚀',
  '=HYPERLINK("http://example.invalid")',
  '',
];
