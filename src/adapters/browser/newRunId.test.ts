import { newRunId } from './newRunId';

it('is sixteen hexadecimal digits, never the same', () => {
  const ids = Array.from({ length: 100 }, newRunId);
  expect(ids.every((id) => /^[0-9a-f]{16}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(100);
});
