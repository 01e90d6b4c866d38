import { exactValue } from './exactValue';

describe('exactValue', () => {
  it.each([
    [58.2905123456, 'reqps/instance', '58.2905123456 reqps/instance'],
    [0.1 + 0.2, 'share', '0.3 share'],
    [12, 'instances', '12 instances'],
  ] as const)('%p %s reads %p', (value, unit, text) => expect(exactValue(value, unit)).toBe(text));
});
