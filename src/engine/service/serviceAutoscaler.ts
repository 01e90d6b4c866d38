import { known, unknown, type Figure } from '../../domain/base/Figure';
import type { Evidence } from '../../domain/base/Evidence';
import type { Series } from '../../domain/base/Series';
import { autoscalerLag } from '../../domain/capacity/autoscalerLag';
import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import { autoscalerBound } from '../../domain/promql/autoscalerBound';
import { nowEvidence } from '../fleet/facts/evidence';
import type { ProfileReadings } from '../fleet/ProfileReadings';
import { seriesRows, type ServiceAnswers } from './ServiceAnswers';
import type { ServiceView } from './ServiceView';

/** Bounds of the autoscaler and how long its instances take to serve; null when the service has none. */
export function serviceAutoscaler(
  readings: ProfileReadings,
  answers: ServiceAnswers,
  instances: Series | null,
  facts: ServiceFacts
): ServiceView['autoscaler'] {
  const { autoscaler } = facts;
  if (!autoscaler) {
    return null;
  }
  const state = readings.now.get('autoscaler');
  const evidence: Evidence = state?.state === 'read' ? nowEvidence(readings.source, state.question, state.answer) : { origins: [] };
  const bound = (value: number | null): Figure =>
    value === null ? unknown('instances', 'the autoscaler does not report it', undefined, evidence) : known(value, 'instances', 'measured', evidence);
  return { min: bound(autoscaler.min), max: bound(autoscaler.max), desired: bound(autoscaler.desired), lag: lag(answers, instances) };
}

function lag(answers: ServiceAnswers, instances: Series | null): Figure {
  const desired = seriesRows(answers, 'service-autoscaler').find((row) => autoscalerBound(row.labels) === 'desired')?.series;
  if (!desired || !instances) {
    return unknown('seconds', 'is being read, or instances are not reported over time');
  }
  if (desired.start !== instances.start || desired.step !== instances.step || desired.values.length !== instances.values.length) {
    return unknown('seconds', 'wanted and ready instances were not reported over the same time');
  }
  const found = autoscalerLag(desired, instances);
  return found.known
    ? known(found.seconds, 'seconds', 'measured', { origins: [], notes: [`median of ${found.raises} raises, no finer than ${desired.step / 1000} s`] })
    : unknown('seconds', found.reason, found.nextStep);
}
