import { traitWords } from './ruleWords';

describe('traitWords', () => {
  it.each([
    ['a price in the currency of the settings', { pricePerInstanceHour: 0.19 }, 'EUR', ['€0.19 per instance and hour']],
    ['a price nobody gave a currency', { pricePerInstanceHour: 2 }, '', ['2 per instance and hour']],
    ['several traits', { tier: 'P0' as const, zones: 3 }, 'EUR', ['P0', '3 zones']],
    ['nothing', {}, 'EUR', []],
  ])('says %s', (_, traits, currency, words) => {
    expect(traitWords(traits, currency)).toEqual(words);
  });
});
