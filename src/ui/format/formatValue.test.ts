import type { Unit } from '../../domain/base/Unit';
import { formatValue, type ValueFormat } from './formatValue';

const NBSP = '\u00a0';

describe('formatValue', () => {
  const cases: ReadonlyArray<readonly [value: number, unit: Unit, format: ValueFormat, text: string]> = [
    [0, 'reqps', {}, '0 req/s'],
    [0.042, 'reqps', {}, '0.042 req/s'],
    [12.34, 'reqps', {}, '12.3 req/s'],
    [999, 'reqps', {}, '999 req/s'],
    [1234, 'reqps', {}, '1.23K req/s'],
    [1234567, 'reqps', {}, '1.23M req/s'],
    [1234, 'reqps', { bare: true }, '1.23K'],
    [260, 'reqps/instance', {}, '260 req/s per instance'],
    [260, 'reqps/instance', { bare: true }, '260'],
    [1, 'instances', {}, '1 instance'],
    [6, 'instances', {}, '6 instances'],
    [6, 'instances', { bare: true }, '6'],
    [-2, 'instances', { bare: true, signed: true }, '−2'],
    [2, 'instances', { bare: true, signed: true }, '+2'],
    [0, 'instances', { bare: true, signed: true }, '0'],
    [2.5, 'instances', { bare: true }, '2.5'],
    [0.43, 'growth', {}, `+43${NBSP}%`],
    [0.43, 'growth', { signed: true }, `+43${NBSP}%`],
    [0.621, 'share', {}, `62${NBSP}%`],
    [2.6, 'factor', {}, '2.60 ×'],
    [0.0123, 'seconds', {}, '12.3 ms'],
    [2, 'cores', {}, '2 cores'],
    [1, 'cores', {}, '1 core'],
    [0.004, 'core-seconds/request', {}, '4 ms CPU per request'],
    [123_456_789, 'bytes', {}, '117.7 MiB'],
    [15, 'requests', {}, '15 requests'],
    [4640, 'money/month', { currency: 'EUR' }, '€4.64K a month'],
  ];

  it.each(cases)('%p %s %p reads %p', (value, unit, format, text) => {
    expect(formatValue(value, unit, format)).toBe(text);
  });
});
