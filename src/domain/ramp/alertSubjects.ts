import type { ServiceRef } from '../catalogue/ServiceRef';
import type { AlertSubject } from './alertsAbout';
import type { RampPlan } from './Plan';
import { serviceLabelsOf } from './serviceLabelsOf';

/** The service of a plan, and the dependencies the plan names. */
export function alertSubjects({ dependencies }: Pick<RampPlan, 'dependencies'>, { name, labels }: Pick<ServiceRef, 'name' | 'labels'>): readonly AlertSubject[] {
  const named = dependencies.map(({ service }): AlertSubject => {
    const values = serviceLabelsOf(service);
    return { name: values.at(-1) ?? '', places: values.slice(0, -1), labels: {} };
  });
  return [{ name, places: Object.values(labels).slice(0, -1), labels }, ...named];
}
