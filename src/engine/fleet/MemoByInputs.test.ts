import { MemoByInputs } from './MemoByInputs';

describe('MemoByInputs', () => {
  const answer = {};

  it('computes once for the same inputs', () => {
    const memo = new MemoByInputs<object>();
    const first = memo.get('a', [answer, NaN], () => ({}));
    expect(memo.get('a', [answer, NaN], () => ({}))).toBe(first);
  });

  it.each([
    ['another key', 'b', [answer]],
    ['another input', 'a', [{}]],
    ['more inputs', 'a', [answer, 1]],
    ['fewer inputs', 'a', []],
  ])('computes anew for %s', (_, key, inputs) => {
    const memo = new MemoByInputs<object>();
    const first = memo.get('a', [answer], () => ({}));
    expect(memo.get(key, inputs, () => ({}))).not.toBe(first);
  });

  it('tells what was last, whatever the inputs were', () => {
    const memo = new MemoByInputs<number>();
    expect(memo.last('a')).toBeNull();
    memo.get('a', [1], () => 1);
    memo.get('a', [2], () => 2);
    expect(memo.last('a')).toBe(2);
  });
});
