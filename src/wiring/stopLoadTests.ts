import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { firstValueFrom, timeout } from 'rxjs';
import { headroomOfPage } from './headroomOfPage';

const PATIENCE = 10_000;

/** Stops every load test that holds traffic now, whoever drives it; says what became of each. */
export async function stopLoadTests(): Promise<void> {
  const { loadTests } = headroomOfPage();
  const say = (good: boolean, text: string) => getAppEvents().publish({ type: (good ? AppEvents.alertSuccess : AppEvents.alertError).name, payload: [text] });
  try {
    const runs = await firstValueFrom(loadTests.running().pipe(timeout(PATIENCE)));
    if (runs.length === 0) {
      say(true, 'No load test holds traffic now.');
    }
    await Promise.all(
      runs.map(async ({ runId, target }) => {
        const answer = await loadTests.stop(runId);
        say(answer.ok, answer.ok ? `Traffic of ${target} is being given back.` : `The load test of ${target} could not be stopped: ${answer.error.message}`);
      })
    );
  } catch (cause) {
    say(false, `Load tests could not be stopped from here: ${cause instanceof Error ? cause.message : String(cause)}. The lease gives the traffic back by itself.`);
  }
}
