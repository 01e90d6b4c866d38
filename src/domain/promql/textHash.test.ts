import { textHash } from './textHash';

describe('textHash', () => {
  it('is short, and differs for texts that differ in one character', () => {
    expect(textHash('')).toMatch(/^[0-9a-z]{1,11}$/);
    const texts = Array.from({ length: 5000 }, (_, i) => `rate(m${i}[5m])`);
    expect(new Set(texts.map(textHash)).size).toBe(texts.length);
  });
});
