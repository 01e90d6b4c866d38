import type { Labels } from '../base/Labels';
import type { Matcher } from './Profile';

/** True when labels satisfy all matchers, as Prometheus compares them: anchored, absent = empty. @throws SyntaxError for a pattern JavaScript cannot read */
export const matchesLabels = (labels: Labels, matchers: readonly Matcher[]): boolean => matchers.every((m) => matches(labels[m.label] ?? '', m));

function matches(value: string, { op, value: wanted }: Matcher): boolean {
  switch (op) {
    case '=':
      return value === wanted;
    case '!=':
      return value !== wanted;
    case '=~':
      return anchored(wanted).test(value);
    case '!~':
      return !anchored(wanted).test(value);
  }
}

const anchored = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 's');
