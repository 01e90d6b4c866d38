import type { SubjectSamples } from '../../domain/guards/SubjectSamples';
import { SIGNAL } from '../../domain/ramp/Signal';
import { evidenceOf } from './evidenceOf';

const NOW = 1_000_000;
const SCRAPE = 5_000;

const subject = (id: string, ages: Readonly<Record<string, number>>): SubjectSamples => ({
  role: id === 'a' ? 'target' : 'peer',
  subject: id,
  series: Object.fromEntries(Object.entries(ages).map(([signal, age]) => [signal, [[{ at: NOW - age, value: 1 }]]])),
  buckets: [],
});
const fine = { [SIGNAL.requests]: 1_000, [SIGNAL.cpu]: 2_000 };

it.each<[string, readonly SubjectSamples[], ReturnType<typeof evidenceOf>]>([
  ['fresh everywhere: the oldest of the newest counts', [subject('a', fine), subject('b', { ...fine, [SIGNAL.cpu]: 4_000 })], { at: NOW - 4_000, missing: [] }],
  ['two scrapes old is fresh', [subject('a', fine), subject('b', { ...fine, [SIGNAL.cpu]: 2 * SCRAPE })], { at: NOW - 2 * SCRAPE, missing: [] }],
  ['older is not', [subject('a', fine), subject('b', { ...fine, [SIGNAL.cpu]: 2 * SCRAPE + 1 })], { at: NOW - 2 * SCRAPE - 1, missing: ['cpu of b'] }],
  ['a series that is not there', [subject('a', fine), subject('b', { [SIGNAL.requests]: 0 })], { at: null, missing: ['cpu of b'] }],
  ['a member without any sample', [subject('a', fine)], { at: null, missing: ['requests of b', 'cpu of b'] }],
  ['half a second ahead is rounding', [subject('a', { ...fine, [SIGNAL.cpu]: -500 }), subject('b', fine)], { at: NOW - 2_000, missing: [] }],
  ['an hour ahead of the keeper: of no known age', [subject('a', { ...fine, [SIGNAL.cpu]: -3_600_000 }), subject('b', fine)], { at: NOW - 2_000, missing: ['cpu of a'] }],
])('%s', (_name, subjects, evidence) => expect(evidenceOf(subjects, [SIGNAL.requests, SIGNAL.cpu], ['a', 'b'], NOW, SCRAPE)).toEqual(evidence));
