import { intentInfo, INTENT_KINDS } from '../../domain/alertrules/INTENTS';
import type { Labels } from '../../domain/base/Labels';
import { firingAlertsQuestion } from '../../domain/promql/firingAlertsQuestion';
import type { QuestionContext } from '../../domain/promql/QuestionContext';
import { alertsAbout, type AlertSubject } from '../../domain/ramp/alertsAbout';
import type { AlertsSeen } from '../../domain/ramp/AlertsSeen';
import type { FiringAlert } from '../../domain/ramp/FiringAlert';
import type { FiringAlerts } from '../../ports/FiringAlerts';
import type { Metrics } from '../../ports/Metrics';

export interface AlertsAsked {
  readonly metrics: Metrics;
  readonly alerts: FiringAlerts;
  /** Uid of the data source. */
  readonly source: string;
  readonly context: QuestionContext;
  /** The service and its dependencies. */
  readonly subjects: readonly AlertSubject[];
}

/** What Prometheus' and Grafana's own rules say of the service and its dependencies now. */
export async function alertsSeen({ metrics, alerts, source, context, subjects }: AlertsAsked, signal: AbortSignal): Promise<readonly AlertsSeen[]> {
  const [theirs, ours] = await Promise.all([metrics.instant(source, firingAlertsQuestion(context), null, signal), alerts.notQuiet(signal)]);
  const about = (all: readonly FiringAlert[]) => alertsAbout(all.map(asAdvice), subjects);
  return [
    theirs.ok
      ? { by: 'Prometheus', known: true, alerts: about(theirs.value.data.map(({ labels }) => ({ name: labels.alertname ?? 'an alert without a name', labels, state: 'firing' }))) }
      : { by: 'Prometheus', known: false, reason: theirs.error.message },
    // Where there is no such alerting none of its rules can fire.
    ours.ok || ours.error.kind === 'absent' ? { by: 'Grafana', known: true, alerts: ours.ok ? about(ours.value) : [] } : { by: 'Grafana', known: false, reason: ours.error.message },
  ];
}

const PLANNING: ReadonlySet<string> = new Set(INTENT_KINDS.filter((kind) => intentInfo(kind).group === 'Planning'));

/** Our own rules that ask to plan: an old benchmark must not keep people from taking a new one. */
const asAdvice = (alert: FiringAlert): FiringAlert => (alert.state === 'firing' && PLANNING.has(intentOf(alert.labels)) ? { ...alert, state: 'advice' } : alert);

const intentOf = (labels: Labels): string => labels.headroom_intent ?? '';
