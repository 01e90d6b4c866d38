import { DAY, HOUR, MINUTE } from '../src/domain/base/Duration';
import type { TimeWindow } from '../src/domain/base/TimeWindow';
import type { QuestionContext } from '../src/domain/promql/QuestionContext';
import { FLEET_KPIS } from '../src/domain/promql/FleetKpis';
import { fleetNowQuestions } from '../src/domain/promql/fleetNowQuestions';
import { jointQuestion } from '../src/domain/promql/jointQuestion';
import { isNoQuestion, questionFor } from '../src/domain/promql/questionFor';
import type { Question } from '../src/domain/promql/Question';

/** What the made-up history holds, as detection finds it. */
const CONTEXT: QuestionContext = {
  profile: {
    id: 'bench',
    title: 'Benchmark',
    doc: 'Services of the benchmark.',
    detect: 'http_requests_total',
    group: ['namespace', 'service'],
    labels: { instance: 'instance', zone: 'zone', version: 'version' },
    requests: { metric: 'http_requests_total' },
    errors: { matchers: [{ label: 'code', op: '=~', value: '5..' }] },
    latency: { metric: 'http_request_duration_seconds', kind: 'classic', unit: 'seconds', quantiles: false },
    instances: { kind: 'instance-label' },
  },
  resource: { id: 'process', title: 'Process CPU', doc: 'CPU of the process.', detect: 'process_cpu_seconds_total' },
  scope: [],
  scrapeInterval: MINUTE,
  metrics: new Set([
    'http_requests_total',
    'process_cpu_seconds_total',
    'go_sched_gomaxprocs_threads',
    'process_open_fds',
    'process_max_fds',
    'kube_horizontalpodautoscaler_spec_min_replicas',
    'kube_horizontalpodautoscaler_spec_max_replicas',
    'kube_horizontalpodautoscaler_status_desired_replicas',
  ]),
  recorded: new Set(),
};

/** What the fleet page asks of such a source. */
export function fleetQuestions(): Question[] {
  const now = fleetNowQuestions(CONTEXT).flatMap((parts) => (parts.length > 1 ? [jointQuestion(parts)] : parts));
  const history = FLEET_KPIS.map((kpi) => questionFor(kpi, CONTEXT)).filter((q): q is Question => !isNoQuestion(q) && q.step !== null);
  return [...now, ...history];
}

/** How far back the fleet page looks: all days there are, two weeks of hours, a day of finer points. */
export function windowOf({ step }: Question, now: number, days: number): TimeWindow {
  const back = step === DAY ? days : step === HOUR ? Math.min(days, 14) : 1;
  return { from: now - back * DAY, to: now };
}
