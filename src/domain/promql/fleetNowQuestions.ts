import { FLEET_KPIS, JOINT_KPIS } from './FleetKpis';
import type { Kpi, Question } from './Question';
import { isNoQuestion, questionFor } from './questionFor';
import type { QuestionContext } from './QuestionContext';

/** The instant questions of a fleet page that this profile can answer, in order of need; those in one list go as one. */
export function fleetNowQuestions(context: QuestionContext): ReadonlyArray<readonly Question[]> {
  const alone = FLEET_KPIS.filter((kpi) => !JOINT_KPIS.includes(kpi)).map((kpi) => [kpi]);
  return [...alone, JOINT_KPIS].map((kpis) => askable(kpis, context)).filter((questions) => questions.length > 0);
}

const askable = (kpis: readonly Kpi[], context: QuestionContext): readonly Question[] =>
  kpis.map((kpi) => questionFor(kpi, context)).filter((q): q is Question => !isNoQuestion(q) && q.step === null);
