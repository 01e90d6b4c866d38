import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import { seriesRows, type ServiceAnswers } from './ServiceAnswers';
import type { ResourceView } from './ServiceView';

/** Each resource's use of its own limit now, with its curve over the range. */
export function serviceResources(facts: ServiceFacts, answers: ServiceAnswers): readonly ResourceView[] {
  const curves = new Map(seriesRows(answers, 'service-saturation').map((row) => [row.labels['resource'] ?? '', row.series]));
  return facts.saturation.map(({ resource, use }) => ({ resource, use, series: curves.get(resource) ?? null }));
}
