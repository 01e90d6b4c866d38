import { DAY } from '../base/Duration';
import { serviceRef } from '../catalogue/ServiceRef';
import { FLEET, rows } from '../capacity/fleet.fixture';
import { benchmark, NOW, peak } from '../capacity/serviceFacts.fixture';
import { buildReport } from './buildReport';
import { capacityReportMarkdown, type MarkdownOptions } from './capacityReportMarkdown';
import { keyed, now, ready, then, WEEK } from './report.fixture';
import { WORDS } from './reportWords.fixture';

const OPTIONS: MarkdownOptions = { words: WORDS, owner: undefined, appUrl: 'https://grafana.test/sub', pagePath: '/a/app/report', warnings: [] };
const markdown = (report: Parameters<typeof capacityReportMarkdown>[0], options: Partial<MarkdownOptions> = {}) =>
  capacityReportMarkdown(report, { ...OPTIONS, ...options });

const linkTo = (name: string) => `[${name}](https://grafana.test/sub/a/headroom-capacity-app/service?key=%5B%22prom%22%2C%22http%22%2C%22${name}%22%5D)`;
const [CART, IDLE] = [linkTo('cart'), linkTo('idle')];

const section = (text: string, title: string): string => text.split('\n## ').find((part) => part.startsWith(title)) ?? '';

describe('capacityReportMarkdown', () => {
  it('reads like this', () => {
    const fleet = [now({ ...ready(15), ath: peak(4200, { at: NOW - 2 * DAY, span: DAY }) }), now({ tier: 'P1', ...ready(40), pricePerInstanceHour: 1 }, 'idle')];
    const before = keyed(['cart', then()], ['idle', { kind: 'unknown', reason: 'history is being read' }]);
    expect(markdown(buildReport(fleet, before, WEEK))).toBe(`# Weekly capacity report

2026-06-08 to 2026-06-15. 2 services; short: 1 P0; 2 instances to add; 89 instances to give back (64970 EUR a month). [Whole report](https://grafana.test/sub/a/app/report)

## Next actions

- P0 ${CART}: add 2 instances
- P1 ${IDLE}: give back 89 instances: 64970 EUR a month

## What changed since 2026-06-08

- P0 ${CART}: ok → short; headroom +59 % → +46 % (plain peak 4428 req/s → 4536 req/s; judged at 48 → 45 instances); 3 instances removed: 48 → 45; new all-time high: 4200 req/s (was 4100 req/s)

1 service could not be compared: history is being read.

Policy, prices, zones, autoscaler bounds and what CPU, bursts and skew say are those of now on both sides: what differs is demand, instances and benchmarks.

## Who is short

- P0 ${CART}: 2 instances to add: 47 required, 45 deployed

## What to give back

- P1 ${IDLE}: 89 instances, 64970 EUR a month

## New all-time highs

- P0 ${CART}: 4200 req/s, 2026-06-13; before 4100 req/s

## Oldest benchmarks

None is older than 90 days or of another version than runs now.
`);
  });

  it('links to the service under the sub-path, encoded so that no name ends the link', () => {
    const service = serviceRef('prom', 'http', ['service'], { service: 'a(b)[c]*' });
    const text = markdown(buildReport([{ ...now(ready(10)), facts: { ...now(ready(10)).facts, service } }], new Map(), WEEK));
    expect(section(text, 'Who is short')).toContain('- P0 [a(b)\\[c\\]\\*](https://grafana.test/sub/a/headroom-capacity-app/service?key=%5B%22prom%22%2C%22http%22%2C%22a%28b%29%5Bc%5D*%22%5D): 17 instances to add');
  });

  it('does not let a reason become markup, or break its line', () => {
    const row = now({ benchmark: { reason: 'no\n# benchmark <b>', next: 'declare `it`' } });
    expect(section(markdown(buildReport([row], new Map(), WEEK)), 'Next actions')).toContain('cannot be judged: no \\# benchmark \\<b\\>; next: declare \\`it\\`');
  });

  it('says whose it is, and what limits it', () => {
    const text = markdown(buildReport([], new Map(), WEEK), { owner: 'team_a', warnings: ['History is being read.'] });
    expect(text).toContain('# Weekly capacity report: team\\_a\n');
    expect(text).toContain('\n> History is being read.\n');
    expect(markdown(buildReport([], new Map(), WEEK), { owner: null })).toContain('# Weekly capacity report: No owner\n');
  });

  it('stays short: what is further down is on the page', () => {
    const fleet = Array.from({ length: 40 }, (_, i) => now(ready(10), `s${i}`));
    const short = section(markdown(buildReport(fleet, new Map(), WEEK)), 'Who is short');
    expect(short.match(/^- /gm)).toHaveLength(16);
    expect(short).toContain('- … and [25 more](https://grafana.test/sub/a/app/report)');
  });

  it.each([
    ['an empty fleet', [], 'Next actions', 'There are no services.'],
    ['all is well', [now()], 'Who is short', 'Nobody.'],
    ['what cannot be judged is not fine', rows(FLEET.filter(({ service }) => ['unknown', 'stale', 'fine'].includes(service.name))), 'Who is short', 'Nobody who can be judged; 2 services cannot be.'],
    ['nothing can go', [now()], 'What to give back', 'Nothing that the figures allow to give back.'],
    ['nothing was compared', [now()], 'What changed', 'Not known.\n\n1 service could not be compared: nobody has looked yet.'],
    ['highs of a week nobody compared', [now()], 'New all-time highs', 'None is known.'],
    ['benchmarks that are not there', rows(FLEET.filter(({ service }) => service.name === 'unknown')), 'Oldest benchmarks', '1 service without any benchmark.'],
  ])('%s', (_, fleet, title, words) => {
    expect(section(markdown(buildReport(fleet, new Map(), WEEK)), title)).toContain(words);
  });

  it('says that nothing changed only where somebody looked', () => {
    expect(section(markdown(buildReport([now()], keyed(['cart', then()]), WEEK)), 'What changed')).toContain('Nothing that is worth a line.');
  });

  it('names prices only where they are known, and what the sum leaves out', () => {
    const text = section(markdown(buildReport(rows(FLEET), new Map(), WEEK)), 'What to give back');
    expect(text).toContain('89 instances, 64970 EUR a month');
    expect(text).toContain('89 instances, price not known');
    expect(text).toContain('The sum leaves out 89 instances without a price.');
  });

  it('names the version and the origin of a new benchmark', () => {
    const row = now({ benchmark: benchmark(262, { at: NOW - DAY, version: 'v1' }) });
    expect(section(markdown(buildReport([row], keyed(['cart', then()]), WEEK)), 'What changed')).toContain('new benchmark: 262 req/s an instance, load-test, version v1 (was 260 req/s)');
  });
});
