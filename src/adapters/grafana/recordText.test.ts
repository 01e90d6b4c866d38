import fc from 'fast-check';
import { decodeRecord, encodeRecord } from '../../domain/records/recordText';
import { serviceTag } from '../../domain/records/serviceTag';

describe('a record in the text of an annotation', () => {
  it('comes back whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (line, record) => {
        expect(decodeRecord(encodeRecord(line, record))).toEqual(JSON.parse(JSON.stringify(record)));
      })
    );
  });

  it('shows nothing and runs nothing when rendered as HTML', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (line, value) => {
        const attack = `${value}--><img src=x onerror=alert(1)><script>${value}`;
        const box = document.createElement('div');
        box.innerHTML = encodeRecord(`${line}<b>`, { attack, negative: -1.5e-7 });
        expect(box.querySelector('*')).toBeNull();
        expect(box.textContent).not.toContain('onerror');
        expect([...box.childNodes].filter((n) => n.nodeType === Node.COMMENT_NODE)).toHaveLength(1);
      })
    );
  });

  it('keeps negative numbers, which need no escape', () => {
    expect(decodeRecord(encodeRecord('x', { a: -1, b: -1e-7, c: '-' }))).toEqual({ a: -1, b: -1e-7, c: '-' });
  });

  it('refuses what would not fit and says how large it is', () => {
    expect(() => encodeRecord('x', { note: 'n'.repeat(9000) })).toThrow(/the record is 90\d\d bytes long, 8192 is the most/);
  });

  it.each(['', 'plain note', '<!--headroom {"a":-->', '<!--headroom', 'x\n<!--other {}-->'])('%j holds no record', (text) =>
    expect(decodeRecord(text)).toBeUndefined()
  );
});

describe('the tag of a service', () => {
  it('fits Grafana tags whatever the name', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (key) => expect(serviceTag(key)).toMatch(/^service:[0-9a-f]{16}$/)));
  });

  it('is stable and tells neighbours apart', () => {
    expect(serviceTag('["a","b"]')).toBe(serviceTag('["a","b"]'));
    expect(serviceTag('["a","b"]')).not.toBe(serviceTag('["a","c"]'));
  });
});
