import { formatMoney } from './formatMoney';

describe('formatMoney', () => {
  it.each([
    [4640, 'EUR', '€4.64K'],
    [87.6, 'eur', '€87.6'],
    [12, 'USD', '$12'],
    [12, 'CHF', 'CHF12'],
    [12, 'credits', 'credits12'],
    [12, '', '12'],
    [12, '  ', '12'],
  ])('%p in %p reads %p', (value, currency, text) => {
    expect(formatMoney(value, currency)).toBe(text);
  });
});
