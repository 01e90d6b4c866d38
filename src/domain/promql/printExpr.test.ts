import { parser } from '@prometheus-io/lezer-promql';
import fc from 'fast-check';
import { DAY, MINUTE } from '../base/Duration';
import {
  aggregate,
  binary,
  call,
  copyLabel,
  firstOf,
  maxOverTime,
  number,
  over,
  rate,
  selector,
  subquery,
  sumBy,
  withLabel,
  type BinaryOp,
  type Expr,
} from './Expr';
import { InvalidName } from './InvalidName';
import { printExpr } from './printExpr';

function syntaxErrors(text: string): string[] {
  const errors: string[] = [];
  parser.parse(text).iterate({
    enter: (node) => {
      if (node.type.isError) {
        errors.push(`at ${node.from}: ${text.slice(node.from, node.from + 20)}`);
      }
    },
  });
  return errors;
}

const up = selector('up');

describe('printExpr', () => {
  it.each<[string, Expr, string]>([
    ['a bare selector', up, 'up'],
    ['matchers', selector('up', [{ label: 'job', op: '=~', value: 'a|b' }]), 'up{job=~"a|b"}'],
    ['a selector without a name', selector(null, [{ label: '__name__', op: '=', value: 'x' }]), '{__name__="x"}'],
    ['a range with an offset', { ...over(up, DAY), offset: MINUTE }, 'up[1d] offset 1m'],
    ['a rate', rate(up, 5 * MINUTE), 'rate(up[5m])'],
    ['an aggregation over everything', sumBy([], up), 'sum (up)'],
    ['a repeated grouping label once', sumBy(['a', 'a', 'b'], up), 'sum by (a, b) (up)'],
    ['topk', aggregate('topk', ['a'], up, 5), 'topk by (a) (5, up)'],
    ['a subquery', maxOverTime(subquery(sumBy(['a'], up), DAY, 5 * MINUTE)), 'max_over_time((sum by (a) (up))[1d:5m])'],
    ['a fixed label', withLabel(up, 'resource', 'a$1'), 'label_replace(up, "resource", "a$$1", "", "")'],
    ['a copied label', copyLabel(up, 'to', 'from'), 'label_replace(up, "to", "$1", "from", "(.+)")'],
    ['matching', binary('*', up, up, { on: ['a'], bring: ['b'] }), 'up * on (a) group_left (b) up'],
    ['matching that brings nothing', binary('*', up, up, { on: ['a'], bring: [] }), 'up * on (a) group_left () up'],
  ])('writes %s', (_name, expr, text) => {
    expect(printExpr(expr)).toBe(text);
  });

  it.each<[string, Expr, string]>([
    ['a sum inside a product', binary('*', binary('+', number(1), number(2)), number(3)), '(1 + 2) * 3'],
    ['a product inside a sum', binary('+', number(1), binary('*', number(2), number(3))), '1 + 2 * 3'],
    ['left to right', binary('-', binary('-', number(1), number(2)), number(3)), '1 - 2 - 3'],
    ['right to left', binary('-', number(1), binary('-', number(2), number(3))), '1 - (2 - 3)'],
    ['an alternative inside a quotient', binary('/', firstOf([up, up]), up), '(up or up) / up'],
    ['and inside or', firstOf([binary('and', up, up), up]), 'up and up or up'],
  ])('brackets %s as precedence asks', (_name, expr, text) => {
    expect(printExpr(expr)).toBe(text);
  });

  it('breaks long expressions at operators and arguments, literals together', () => {
    const long = sumBy(
      ['namespace', 'service'],
      rate(selector('http_server_request_duration_seconds_count'), 5 * MINUTE)
    );
    expect(printExpr(withLabel(binary('/', long, binary('>', long, number(0.1))), 'resource', 'cpu'))).toBe(
      [
        'label_replace(',
        '  sum by (namespace, service) (rate(http_server_request_duration_seconds_count[5m]))',
        '  /',
        '  (sum by (namespace, service) (rate(http_server_request_duration_seconds_count[5m])) > 0.1),',
        '  "resource", "cpu", "", ""',
        ')',
      ].join('\n')
    );
  });

  it.each([
    ['a metric with a dash', selector('http-requests'), 'invalid metric name: "http-requests"'],
    ['an empty metric', selector(''), 'invalid metric name: ""'],
    ['a metric in UTF-8', selector('größe'), 'invalid metric name: "größe"'],
    [
      'a label that closes the braces',
      selector('up', [{ label: 'a="b"}', op: '=', value: '' }]),
      'invalid label name: "a=\\"b\\"}"',
    ],
    ['a grouping label with a colon', sumBy(['a:b'], up), 'invalid label name: "a:b"'],
    ['a matching label with a space', binary('*', up, up, { on: ['a b'] }), 'invalid label name: "a b"'],
  ])('refuses %s by name', (_name, expr, message) => {
    expect(() => printExpr(expr)).toThrow(InvalidName);
    expect(() => printExpr(expr)).toThrow(message);
  });

  it.each([
    ['a number that is none', number(NaN)],
    ['an endless number', number(Infinity)],
    ['an empty window', rate(up, 0)],
    ['a window of half a millisecond', rate(up, 0.5)],
  ])('refuses %s', (_name, expr) => {
    expect(() => printExpr(expr)).toThrow(RangeError);
  });

  it('refuses to choose from nothing', () => {
    expect(() => firstOf([])).toThrow(RangeError);
  });

  it('writes only what the grammar of PromQL takes', () => {
    const label = fc.stringMatching(/^[a-z_][a-z0-9_]{0,5}$/).map((text) => `l_${text}`);
    const ops: readonly BinaryOp[] = ['*', '/', '+', '-', '>', '<', '==', 'and', 'unless', 'or'];
    const { expr } = fc.letrec<{ expr: Expr }>((tie) => ({
      expr: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc
          .tuple(label, fc.string({ unit: 'binary' }))
          .map(([name, value]) => selector('metric', [{ label: name, op: '=', value }])),
        fc.tuple(fc.array(label), tie('expr')).map(([by, inner]) => sumBy(by, inner)),
        fc.tuple(tie('expr'), fc.constantFrom(...ops), tie('expr')).map(([l, op, r]) => binary(op, l, r)),
        tie('expr').map((inner) => maxOverTime(subquery(inner, DAY, MINUTE))),
        tie('expr').map((inner) => call('abs', inner))
      ),
    }));
    fc.assert(fc.property(expr, (e) => expect(syntaxErrors(printExpr(e))).toEqual([])));
  });
});
