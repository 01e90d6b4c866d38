import { EMPTY_BENCHMARK, readBenchmarkDraft } from './BenchmarkDraft';

describe('readBenchmarkDraft', () => {
  it('reads a full declaration', () => {
    expect(readBenchmarkDraft({ low: '260', high: '310', version: ' v42 ', spec: '', note: 'sale' })).toEqual({
      ok: true,
      value: { low: 260, high: 310, version: 'v42', spec: null, note: 'sale' },
    });
  });

  it('takes an empty upper end as open upwards', () => {
    expect(readBenchmarkDraft({ ...EMPTY_BENCHMARK, low: '260' })).toMatchObject({ ok: true, value: { high: null } });
  });

  test.each([
    ['nothing typed', {}, 'low', 'The lower end is needed'],
    ['zero', { low: '0' }, 'low', '“0” is out of range'],
    ['text', { low: 'many' }, 'low', '“many” is not a number'],
    ['an upper end below the lower', { low: '260', high: '200' }, 'high', '“200” is below the lower end, 260'],
    ['a long version', { low: '260', version: 'x'.repeat(300) }, 'version', '300 characters are too many'],
  ] as const)('refuses %s', (_, typed, field, message) => {
    const read = readBenchmarkDraft({ ...EMPTY_BENCHMARK, ...typed });
    expect(read.ok ? {} : read.error).toHaveProperty(field, expect.stringContaining(message));
  });
});
