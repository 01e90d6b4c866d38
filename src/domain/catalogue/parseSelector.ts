import { err, ok, type Result } from '../base/Result';
import { anchoredPattern } from './anchoredPattern';
import type { Matcher } from './Profile';
import { isLabelName, isMetricName } from './PrometheusName';

/** A metric and its labels as data. */
export interface SelectorParts {
  readonly metric: string;
  readonly matchers: readonly Matcher[];
}

const SHAPE = /^([^{}\s]+)\s*(?:\{(.*)\})?$/s;
const MATCHER = /^\s*([^\s=!~{},"]+)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"\s*(?:,|$)/s;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', '"': '"', '\\': '\\' };

/** Reads `name` or `name{label="value", other=~"a|b"}`. The error says what is wrong with it; it does not name the field. */
export function parseSelector(text: string): Result<SelectorParts, string> {
  const shape = SHAPE.exec(text.trim());
  const [, metric = '', inside = ''] = shape ?? [];
  if (!shape || !isMetricName(metric)) {
    return err(`must be a metric like name{label="value"}, without functions or a range (found ${JSON.stringify(text)})`);
  }
  const matchers: Matcher[] = [];
  let rest = inside.trim();
  while (rest !== '') {
    const matcher = nextMatcher(rest);
    if (typeof matcher === 'string') {
      return err(matcher);
    }
    matchers.push(matcher.value);
    rest = matcher.rest;
  }
  return ok({ metric, matchers });
}

function nextMatcher(text: string): { readonly value: Matcher; readonly rest: string } | string {
  const found = MATCHER.exec(text);
  if (!found) {
    return `must hold labels as label="value", parted by commas (found ${JSON.stringify(text)})`;
  }
  const [all, label = '', op = '=', quoted = ''] = found;
  const value = quoted.replace(/\\(.)/gs, (_, char: string) => ESCAPES[char] ?? `\\${char}`);
  if (!isLabelName(label)) {
    return `must name labels of letters, digits and _ (found ${JSON.stringify(label)})`;
  }
  if (op.includes('~') && (value.startsWith('(?') || !anchoredPattern(value).ok)) {
    return `must hold valid regular expressions without flags (found ${JSON.stringify(value)})`;
  }
  return { value: { label, op: op as Matcher['op'], value }, rest: text.slice(all.length).trim() };
}
