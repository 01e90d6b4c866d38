import { derive, known, unknown, valueOf, weakest } from './Figure';
import type { Evidence } from './Evidence';

const seen = (asOf: number, coverage: number): Evidence => ({ origins: [{ kind: 'query', source: 's', expr: `q${asOf}` }], asOf, coverage });

describe('Figure', () => {
  it.each([NaN, Infinity, -Infinity])('%d from a data source is unknown, never a number', (value) => {
    const figure = known(value, 'reqps', 'measured');
    expect(figure).toMatchObject({ known: false, reason: `the data source answered ${value}` });
    expect(valueOf(figure)).toBeNull();
  });

  it('keeps zero apart from unknown', () => {
    expect(valueOf(known(0, 'reqps', 'measured'))).toBe(0);
  });

  it('derives with the weakest quality, the oldest freshness and the lowest coverage', () => {
    const a = known(4, 'reqps', 'measured', seen(200, 1));
    const b = known(2, 'reqps', 'estimated', seen(100, 0.5));
    const figure = derive('factor', [a, b], (x = 0, y = 1) => x / y, (x, y) => [`${x} / ${y}`]);
    expect(figure).toMatchObject({ known: true, value: 2, quality: 'estimated', evidence: { asOf: 100, coverage: 0.5 } });
    expect(figure.evidence.origins.map((o) => o.kind)).toEqual(['derived', 'query', 'query']);
  });

  it('passes on the reason and next step of the first unknown input', () => {
    const figure = derive('factor', [known(1, 'reqps', 'measured'), unknown('cores', 'no CPU metrics', 'add cAdvisor')], () => 1);
    expect(figure).toMatchObject({ known: false, unit: 'factor', reason: 'no CPU metrics', nextStep: 'add cAdvisor' });
  });

  it('turns a division by zero into unknown', () => {
    expect(derive('factor', [known(1, 'reqps', 'measured'), known(0, 'reqps', 'measured')], (x = 0, y = 0) => x / y).known).toBe(false);
  });

  it('ranks qualities', () => {
    expect(weakest(['measured', 'extrapolated', 'declared'])).toBe('extrapolated');
    expect(weakest([])).toBe('measured');
  });
});
