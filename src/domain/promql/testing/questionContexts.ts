import { parser } from '@prometheus-io/lezer-promql';
import { builtInProfiles } from '../../catalogue/builtInProfiles';
import { detectionPattern } from '../../catalogue/detectionPattern';
import type { Profile } from '../../catalogue/Profile';
import { resourceProfiles } from '../../catalogue/resourceProfiles';
import { serviceRef } from '../../catalogue/ServiceRef';
import type { Kpi, NoQuestion, Question } from '../Question';
import type { QuestionContext } from '../QuestionContext';
import { isNoQuestion, questionFor } from '../questionFor';

/** Everything detection could find. */
export const ALL_METRICS: ReadonlySet<string> = new Set(detectionPattern().split('|'));

export function profile(id: string): Profile {
  const found = builtInProfiles.find((p) => p.id === id);
  if (!found) {
    throw new Error(`no profile ${id}`);
  }
  return found;
}

/** A fleet of Prometheus clients, unless changed. */
export const context = (changes: Partial<QuestionContext> = {}): QuestionContext => ({
  profile: profile('prometheus-http'),
  resource: resourceProfiles[0] ?? null,
  scope: [],
  scrapeInterval: 15_000,
  metrics: ALL_METRICS,
  recorded: new Set(),
  ...changes,
});

/** One service of namespace shop, with two routes chosen. */
export function aboutService(name: string, changes: Partial<QuestionContext> = {}): QuestionContext {
  const { id, group } = context(changes).profile;
  const labels = Object.fromEntries(group.map((label, i) => [label, i === group.length - 1 ? name : 'shop']));
  return context({ ...changes, service: serviceRef('uid', id, group, labels), routes: ['/a', '/b{id}'] });
}

/** The question, or an error that says why there is none. */
export function asked(outcome: Question | NoQuestion): Question {
  if (isNoQuestion(outcome)) {
    throw new Error(`${outcome.kpi}: ${outcome.reason}`);
  }
  return outcome;
}

export const ask = (kpi: Kpi, changes: Partial<QuestionContext> = {}): Question =>
  asked(questionFor(kpi, context(changes)));

/** Text of a question on one line. */
export const flat = ({ expr }: Question): string => expr.replace(/\s+/g, ' ').replace(/\( /g, '(').replace(/ \)/g, ')');

/** What the grammar of PromQL refuses in a text. */
export const syntaxErrors = (text: string): string[] =>
  nodes(text, (_name, isError) => isError).map((at) => `at ${at.from}: ${text.slice(at.from, at.from + 20)}`);

/** Every vector selector in a text. */
export const selectorsIn = (text: string): string[] =>
  nodes(text, (name) => name === 'VectorSelector').map((at) => text.slice(at.from, at.to));

function nodes(text: string, wanted: (name: string, isError: boolean) => boolean): Array<{ from: number; to: number }> {
  const found: Array<{ from: number; to: number }> = [];
  parser.parse(text).iterate({
    enter: ({ name, type, from, to }) => {
      if (wanted(name, type.isError)) {
        found.push({ from, to });
      }
    },
  });
  return found;
}
