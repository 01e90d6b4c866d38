import { parseSelector } from './parseSelector';

describe('a metric with labels', () => {
  it.each<[string, string, unknown]>([
    ['a name alone', ' up ', { metric: 'up', matchers: [] }],
    ['empty braces', 'up{}', { metric: 'up', matchers: [] }],
    ['a recorded name', 'job:x:sum', { metric: 'job:x:sum', matchers: [] }],
    ['one label', 'a{b="c"}', { metric: 'a', matchers: [{ label: 'b', op: '=', value: 'c' }] }],
    ['all operators, spaces and a trailing comma', 'a { b != "1" , c=~"x|y",d!~"z", }', { metric: 'a', matchers: [{ label: 'b', op: '!=', value: '1' }, { label: 'c', op: '=~', value: 'x|y' }, { label: 'd', op: '!~', value: 'z' }] }],
    ['braces, commas and escapes in a value', String.raw`a{b="{x},\"\\\n"}`, { metric: 'a', matchers: [{ label: 'b', op: '=', value: '{x},"\\\n' }] }],
  ])('%s', (_name, text, value) => expect(parseSelector(text)).toEqual({ ok: true, value }));

  it.each<[string, string, string]>([
    ['nothing', '', 'must be a metric'],
    ['a function', 'rate(a[1m])', 'without functions'],
    ['a range', 'a[5m]', 'without functions'],
    ['arithmetic', 'a / b', 'without functions'],
    ['matchers alone', '{a="b"}', 'must be a metric'],
    ['no quotes', 'a{b=c}', 'must hold labels'],
    ['an open quote', 'a{b="c}', 'must hold labels'],
    ['two labels without a comma', 'a{b="c" d="e"}', 'must hold labels'],
    ['a label that is no name', 'a{1b="c"}', '"1b"'],
    ['a pattern that cannot be read', 'a{b=~"("}', 'regular expressions'],
    ['a pattern with flags', 'a{b=~"(?i)x"}', 'without flags'],
    ['text behind', 'a{b="c"} > 1', 'without functions'],
  ])('refuses %s', (_name, text, message) => {
    const parsed = parseSelector(text);
    expect(parsed.ok ? 'accepted' : parsed.error).toContain(message);
  });
});
