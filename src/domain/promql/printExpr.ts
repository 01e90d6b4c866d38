import { formatDuration } from '../base/Duration';
import type { Aggregation, Binary, BinaryOp, Call, CallArgument, Expr, Matching, Selector, Subquery } from './Expr';
import { labelName, metricName } from './InvalidName';
import { quoteString } from './quoteString';

/**
 * Expression as PromQL text. What fits into a line stays on one; the rest is broken at arguments and operators and
 * indented by two spaces, because people read and copy it.
 * @throws InvalidName for a metric or label name PromQL does not take
 * @throws RangeError for a duration or number that cannot be written
 */
export const printExpr = (expr: Expr): string => print(expr, 0);

const WIDTH = 100;

const PRECEDENCE: Readonly<Record<BinaryOp, number>> = {
  or: 1,
  and: 2,
  unless: 2,
  '>': 3,
  '<': 3,
  '==': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
};

function print(expr: CallArgument, indent: number): string {
  switch (expr.kind) {
    case 'string':
      return quoteString(expr.value);
    case 'number':
      return printNumber(expr.value);
    case 'selector':
      return printSelector(expr);
    case 'subquery':
      return printSubquery(expr, indent);
    case 'call':
      return printCall(expr, indent);
    case 'aggregation':
      return printAggregation(expr, indent);
    case 'binary':
      return printBinary(expr, indent);
  }
}

function printNumber(value: number): string {
  if (!Number.isFinite(value)) {
    throw new RangeError(`invalid number in an expression: ${value}`);
  }
  return String(value);
}

function printSelector({ metric, matchers, range, offset }: Selector): string {
  const name = metric === null ? '' : metricName(metric);
  const inside = matchers.map((m) => `${labelName(m.label)}${m.op}${quoteString(m.value)}`).join(', ');
  const braces = inside === '' ? '' : `{${inside}}`;
  const window = range === undefined ? '' : `[${formatDuration(range)}]`;
  const shift = offset === undefined ? '' : ` offset ${formatDuration(offset)}`;
  return `${name}${braces}${window}${shift}`;
}

const printSubquery = ({ inner, range, step }: Subquery, indent: number): string =>
  `${bracketed(inner, indent)}[${formatDuration(range)}:${formatDuration(step)}]`;

const printCall = ({ fn, args }: Call, indent: number): string => fn + argumentList(args, indent);

function printAggregation({ op, by, parameter, inner }: Aggregation, indent: number): string {
  const labels = by.length === 0 ? '' : ` by (${by.map(labelName).join(', ')})`;
  const args: CallArgument[] = parameter === undefined ? [inner] : [{ kind: 'number', value: parameter }, inner];
  return `${op}${labels} ${argumentList(args, indent)}`;
}

function printBinary({ op, left, right, matching }: Binary, indent: number): string {
  const operator = `${op}${printMatching(matching)}`;
  const [before, after] = [operand(left, op, 'left', indent), operand(right, op, 'right', indent)];
  const flat = `${before} ${operator} ${after}`;
  const short = left.kind === 'number' || right.kind === 'number';
  return short || fits(flat, indent) ? flat : `${before}\n${pad(indent)}${operator}\n${pad(indent)}${after}`;
}

function printMatching(matching: Matching | undefined): string {
  if (!matching) {
    return '';
  }
  const on = ` on (${matching.on.map(labelName).join(', ')})`;
  return matching.bring ? `${on} group_left (${matching.bring.map(labelName).join(', ')})` : on;
}

/** Brackets only where precedence asks for them; operators of one level associate to the left. */
function operand(side: Expr, parent: BinaryOp, position: 'left' | 'right', indent: number): string {
  if (side.kind !== 'binary') {
    return print(side, indent);
  }
  const inner = PRECEDENCE[side.op];
  const needed = inner < PRECEDENCE[parent] || (inner === PRECEDENCE[parent] && position === 'right');
  return needed ? bracketed(side, indent) : print(side, indent);
}

const bracketed = (inner: Expr, indent: number): string => argumentList([inner], indent);

function argumentList(args: readonly CallArgument[], indent: number): string {
  const flat = `(${args.map((a) => print(a, indent)).join(', ')})`;
  if (fits(flat, indent)) {
    return flat;
  }
  const lines = inLines(args).map((line) => pad(indent + 2) + line.map((a) => print(a, indent + 2)).join(', '));
  return `(\n${lines.join(',\n')}\n${pad(indent)})`;
}

/** Neighbouring literals share a line. */
function inLines(args: readonly CallArgument[]): CallArgument[][] {
  const literal = (a: CallArgument | undefined): boolean => a?.kind === 'string' || a?.kind === 'number';
  return args.reduce<CallArgument[][]>((lines, arg) => {
    const last = lines.at(-1);
    if (last && literal(arg) && literal(last.at(-1))) {
      last.push(arg);
    } else {
      lines.push([arg]);
    }
    return lines;
  }, []);
}

const fits = (line: string, indent: number): boolean => !line.includes('\n') && line.length + indent <= WIDTH;

const pad = (indent: number): string => ' '.repeat(indent);
