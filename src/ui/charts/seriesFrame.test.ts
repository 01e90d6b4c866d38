import { seriesFrame } from './seriesFrame';

it('keeps a gap a gap', () => {
  const frame = seriesFrame(
    'Demand',
    { start: 1000, step: 500, values: Float64Array.of(1, NaN, 0) },
    { unit: 'reqps' }
  );
  expect(frame.fields[0]?.values).toEqual([1000, 1500, 2000]);
  expect(frame.fields[1]?.values).toEqual([1, null, 0]);
  expect(frame.fields[1]?.config).toEqual({ displayName: 'Demand', unit: 'reqps' });
});
