import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { firstValueFrom, timeout } from 'rxjs';
import type { Result } from '../domain/base/Result';
import type { LoadTestProblem } from '../engine/loadtest/LoadTestUseCase';
import { headroomOfPage } from './headroomOfPage';

const PATIENCE = 10_000;

/** Stops every load test that holds traffic now, whoever drives it; says what became of each, and what is not known. */
export async function stopLoadTests(): Promise<void> {
  const { loadTests } = headroomOfPage();
  // What this page drives is stopped before anything is asked.
  const ours = loadTests.driven();
  const stopped = ours.map(({ runId, target }) => told(target, loadTests.stop(runId)));
  try {
    const { runs, held, problem } = await firstValueFrom(loadTests.running().pipe(timeout(PATIENCE)));
    const others = runs.filter((run) => !ours.some(({ runId }) => runId === run.runId));
    const back = [...others.map(({ runId, pool, target }) => told(target, loadTests.stop(runId, pool))), ...held.map(({ pool }) => told(`pool ${pool}`, loadTests.stopPool(pool)))];
    if (problem !== null) {
      say(false, problem);
    } else if (stopped.length + back.length === 0) {
      say(true, 'No load test holds traffic now.');
    }
    await Promise.all([...stopped, ...back]);
  } catch (cause) {
    say(false, `Load tests of other pages could not be stopped from here: ${reasonOf(cause)}. The lease gives the traffic back by itself.`);
  }
}

const say = (good: boolean, text: string): void => getAppEvents().publish({ type: (good ? AppEvents.alertSuccess : AppEvents.alertError).name, payload: [text] });

async function told(what: string, stopping: Promise<Result<null, LoadTestProblem>>): Promise<void> {
  try {
    const answer = await stopping;
    say(answer.ok, answer.ok ? `Traffic of ${what} is being given back.` : `The load test of ${what} could not be stopped: ${answer.error.message}`);
  } catch (cause) {
    say(false, `The load test of ${what} could not be stopped: ${reasonOf(cause)}`);
  }
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
