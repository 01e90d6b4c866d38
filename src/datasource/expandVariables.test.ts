import { expandVariables, type Templates } from './expandVariables';

const variables: Record<string, unknown> = {
  service: ['a', 'b,c', '{d}'],
  one: 'x',
  tier: ['P0', 'P1'],
  none: [],
  many: Array.from({ length: 1500 }, (_, i) => `s${i}`),
};

const templates: Templates = {
  replace: (text, _scoped, format) =>
    text.replace(/\$\{?(\w+)\}?/g, (all, name: string) =>
      name in variables ? (format?.(variables[name]) ?? '') : all
    ),
  getVariables: () => [],
};

describe('expandVariables', () => {
  it.each([
    ['a plain name', 'shop/cart', ['shop/cart']],
    ['one value', '$one', ['x']],
    ['several values, whatever they hold', '$service', ['a', 'b,c', '{d}']],
    ['a variable within a text', 'shop/${tier}!', ['shop/P0!', 'shop/P1!']],
    ['two variables', '$tier/$one', ['P0/x', 'P1/x']],
    ['a variable that is not there', '$other', ['$other']],
    ['a variable without a value', '$none', []],
    ['nothing', '', ['']],
  ])('%s', (_, text, values) => {
    expect(expandVariables(templates, text)).toEqual(values);
  });

  it('keeps every one of 1500 values', () => {
    expect(expandVariables(templates, '$many')).toHaveLength(1500);
  });
});
