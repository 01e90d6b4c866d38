import type { Evidence } from '../../domain/base/Evidence';
import { HOUR, MINUTE } from '../../domain/base/Duration';
import { coverageOf } from '../../domain/base/Series';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import { hourOfWeek } from '../../domain/capacity/hourOfWeek';
import { judgeService } from '../../domain/capacity/judgeService';
import type { FillProgress } from '../FillProgress';
import { instancesOverTime } from './instancesOverTime';
import { missingNotes, seriesRows, type ServiceAnswers } from './ServiceAnswers';
import { serviceApis } from './serviceApis';
import { serviceAutoscaler } from './serviceAutoscaler';
import { serviceCapacity } from './serviceCapacity';
import { serviceFits } from './serviceFits';
import { serviceNotices } from './serviceNotices';
import { servicePeaks } from './servicePeaks';
import type { ServicePlace } from './servicePlace';
import { serviceResources } from './serviceResources';
import type { ServiceReader } from './ServiceReader';
import type { ServiceView } from './ServiceView';

interface Parts {
  readonly place: ServicePlace;
  readonly reader: ServiceReader;
  readonly range: TimeWindow;
  readonly offsetMinutes: number;
}

/** The service page out of the fleet's facts and what was read for this service so far. */
export function assembleServiceView({ place, reader, range, offsetMinutes }: Parts): ServiceView {
  const { state, readings, found, facts } = place;
  const judgement = judgeService(facts, { growth: 0, now: state.context.now });
  const instances = instancesOverTime(seriesRows(reader, 'service-instances'));
  const demand = seriesRows(reader, 'service-demand')[0]?.series ?? null;
  const hourly = seriesRows(reader, 'service-hourly-peak')[0]?.series;
  const { apis, note } = serviceApis(readings.source, reader);
  return {
    state: 'ready',
    facts,
    range,
    demand,
    capacity: serviceCapacity(instances, judgement, facts.autoscaler),
    instances,
    demandEvidence: demandEvidence(place, reader),
    peaks: servicePeaks(readings, found.rowKey, reader, facts, state.context),
    // The value of an hour stands at its end.
    hourOfWeek: hourly ? hourOfWeek({ ...hourly, start: hourly.start - HOUR }, offsetMinutes * MINUTE).map(({ median }) => median) : null,
    fits: serviceFits(readings.source, reader, facts),
    apis,
    apisNote: note,
    resources: serviceResources(facts, reader),
    autoscaler: serviceAutoscaler(readings, reader, instances, facts),
    benchmarks: state.context.benchmarks.get(facts.service.key) ?? [],
    notices: [...state.view.notices, ...serviceNotices(reader)],
    progress: progressOf(reader) ?? state.view.progress,
    currency: state.view.currency,
  };
}

function demandEvidence({ readings }: ServicePlace, answers: ServiceAnswers): Evidence {
  const answer = answers.series.get('service-demand');
  if (answer?.state !== 'read') {
    return { origins: [] };
  }
  const series = answer.rows[0]?.series;
  const window = { from: series?.start ?? answer.at, to: answer.at };
  return {
    origins: [{ kind: 'query', source: readings.source.sourceUid, expr: answer.question.expr, range: { ...window, step: answer.question.step ?? 0 } }],
    asOf: answer.at,
    window,
    ...(series && { coverage: coverageOf(series) }),
    ...missingNotes(answer),
  };
}

function progressOf(reader: ServiceReader): FillProgress | null {
  const { asked, answered } = reader.progress;
  return answered < asked
    ? { share: answered / asked, doing: 'Reading this service: demand, instances, CPU, latency, routes.', questionsDone: answered, questions: asked }
    : null;
}
