import { getBackendSrv, hasPermission, isFetchError } from '@grafana/runtime';
import { catchError, firstValueFrom, fromEvent, map, merge, of } from 'rxjs';
import * as z from 'zod/mini';
import { err, ok, type Result } from '../../domain/base/Result';
import type { AlertState, FiringAlert } from '../../domain/ramp/FiringAlert';
import { AbortError } from '../../ports/AbortError';
import type { FiringAlerts, FiringAlertsProblem } from '../../ports/FiringAlerts';

/**
 * Every instance in the organization, whatever folder its rule is in. `/rules` beside it leaves out, without a word, the
 * folders this user may not see: what it does not tell could not be taken for quiet.
 */
const ALERTS = '/api/prometheus/grafana/api/v1/alerts';
const PERMISSION = 'alert.instances:read';
const DATA_OF_RULE_LACKS = /^(NoData|Error)\b/;

const answerShape = z.object({
  status: z.literal('success'),
  data: z.object({ alerts: z.array(z.object({ labels: z.record(z.string(), z.string()), state: z.string() })) }),
});

/** State of the rules that Grafana evaluates itself. */
export class GrafanaFiringAlerts implements FiringAlerts {
  async notQuiet(signal: AbortSignal): Promise<Result<readonly FiringAlert[], FiringAlertsProblem>> {
    if (!hasPermission(PERMISSION)) {
      return err(forbidden());
    }
    if (signal.aborted) {
      throw new AbortError();
    }
    const answer = getBackendSrv()
      .fetch<unknown>({ url: ALERTS, method: 'GET', showErrorAlert: false, showSuccessAlert: false })
      .pipe(map(({ data }) => alertsIn(data)), catchError((error: unknown) => of(err(problemOf(error)))));
    const first = await firstValueFrom(merge(answer, fromEvent(signal, 'abort').pipe(map(() => null))));
    if (first === null) {
      throw new AbortError();
    }
    return first;
  }
}

function alertsIn(data: unknown): Result<readonly FiringAlert[], FiringAlertsProblem> {
  const parsed = answerShape.safeParse(data);
  if (!parsed.success) {
    return err({ kind: 'unreachable', message: "Grafana's alerting answered something else than a list of alerts, often a login page or a proxy. Reload the page." });
  }
  return ok(
    parsed.data.data.alerts.flatMap(({ labels, state: said }) => {
      const state = stateOf(said);
      return state === null ? [] : [{ name: labels.alertname ?? 'an alert without a name', labels, state }];
    })
  );
}

/** Null = quiet. A reason in brackets follows the state: `Alerting (NoData)`. */
function stateOf(said: string): AlertState | null {
  return /^(Alerting|Recovering)\b/.test(said) ? 'firing' : DATA_OF_RULE_LACKS.test(said) ? 'unclear' : null;
}

const forbidden = (): FiringAlertsProblem => ({ kind: 'forbidden', message: `Your role may not read the state of Grafana's alerts (${PERMISSION}). A Viewer usually may: ask an Admin.` });

function problemOf(error: unknown): FiringAlertsProblem {
  const status = isFetchError(error) ? error.status : 0;
  switch (status) {
    case 401:
    case 403:
      return forbidden();
    case 404:
      return { kind: 'absent', message: 'This Grafana has no alerting of its own (404): it is switched off.' };
    default:
      return { kind: 'unreachable', message: `Grafana's alerting did not answer (${status || 'no answer'}). Try again.` };
  }
}
