import { parser } from '@prometheus-io/lezer-promql';
import { labelFactsFrom } from '../catalogue/LabelFacts';
import { labelFactsQuestion } from './labelFactsQuestion';

describe('labelFactsQuestion', () => {
  it('asks how many series carry a label and how many values it has', () => {
    const text = labelFactsQuestion('m', ['zone'], [{ label: 'cluster', op: '=', value: 'a' }]);
    const flat = text.replace(/\s+/g, ' ').replace(/\( /g, '(').replace(/ \)/g, ')');
    const named = (fact: string, inner: string): string =>
      `label_replace(label_replace(${inner}, "headroom_label", "zone", "", ""), "headroom_fact", "${fact}", "", "")`;
    expect(flat).toBe(
      [
        'label_replace(count (m{cluster="a"}), "headroom_fact", "series", "", "")',
        named('series', 'count (m{zone!="", cluster="a"})'),
        named('values', 'count (group by (zone) (m{zone!="", cluster="a"}))'),
      ].join(' or ')
    );
  });

  it('leaves out candidates that are no label names, and repeats', () => {
    const text = labelFactsQuestion('m', ['a', 'a', 'b-c', ''], []);
    expect(text.match(/"values"/g)).toHaveLength(1);
    let errors = 0;
    parser.parse(text).iterate({ enter: (node) => void (errors += node.type.isError ? 1 : 0) });
    expect(errors).toBe(0);
  });

  it('refuses a metric name PromQL does not take', () => {
    expect(() => labelFactsQuestion('a b', [], [])).toThrow('invalid metric name: "a b"');
  });

  it('is read back by labelFactsFrom', () => {
    const facts = labelFactsFrom('m', [
      { labels: { headroom_fact: 'series' }, value: 10 },
      { labels: { headroom_label: 'zone', headroom_fact: 'series' }, value: 8 },
      { labels: { headroom_label: 'zone', headroom_fact: 'values' }, value: 3 },
    ]);
    expect(facts).toEqual({ metric: 'm', series: 10, labels: new Map([['zone', { values: 3, series: 8 }]]) });
    expect(labelFactsFrom('m', [])).toEqual({ metric: 'm', series: 0, labels: new Map() });
  });
});
