import { factorOrOne } from './factorOrOne';
import { known, unknown } from '../base/Figure';

describe('factorOrOne', () => {
  it.each([
    [known(1.2, 'factor', 'measured'), 1.2, null],
    [known(0.9, 'factor', 'measured'), 1, 'skew was given as 0.9, below 1: 1 is used'],
    [unknown('factor', 'one instance'), 1, 'skew is not known (one instance): 1 is assumed'],
  ])('of %p', (figure, value, note) => {
    expect(factorOrOne('skew', figure)).toEqual({ value, note });
  });
});
