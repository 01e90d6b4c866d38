import { isConstant } from './isConstant';

describe('isConstant', () => {
  it.each([
    [[0.3, 0.1 + 0.2], true],
    [[0, 0, 0], true],
    [[1e9, 1e9], true],
    [[1e9, 1e9 + 1e-4], false],
    [[1.7e12, 1.7e12 + 1], false],
    [[1e-6, 1.001e-6], false],
    [[-1, 1], false],
  ])('of %p is %p', (values, constant) => {
    expect(isConstant(values)).toBe(constant);
  });
});
