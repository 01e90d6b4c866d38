import type { FillProgress } from '../FillProgress';
import type { ProfileReadings } from './ProfileReadings';

/** How far the history of all profiles has come; null when it is complete. */
export function fleetProgress(all: readonly ProfileReadings[]): FillProgress | null {
  const views = all.flatMap((r) => [...r.history.values()]).flatMap((s) => (s.state === 'read' ? [s.answer.view] : []));
  const waiting = all.flatMap((r) => [...r.history.values()]).filter((s) => s.state === 'waiting').length;
  const open = views.filter((v) => !v.done);
  if (open.length === 0 && waiting === 0) {
    return null;
  }
  const questions = views.length + waiting;
  return {
    share: views.reduce((sum, v) => sum + (v.done ? 1 : v.progress), 0) / Math.max(1, questions),
    // The one that has come furthest is the one being read.
    doing: [...open].sort((a, b) => b.progress - a.progress)[0]?.question.doc ?? 'Waiting for the data source.',
    questionsDone: questions - open.length - waiting,
    questions,
  };
}
