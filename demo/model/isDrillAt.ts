import { type ServiceDefinition } from '../history/serviceDefinition';
import { type Timeline, workMorning } from './timeline';

const HOUR = 3_600_000;
const MORNING = 10;
const DRILL_HOURS = 2;

/** Whether part of the instances is taken out on purpose at a time. */
export function isDrillAt(service: ServiceDefinition, timeline: Timeline, at: number): boolean {
  const { drills } = service;
  if (!drills) {
    return false;
  }
  return drills.daysAgo.some((daysAgo) => {
    const begin = workMorning(timeline, daysAgo) + (drills.hour - MORNING) * HOUR;
    return begin <= at && at < begin + DRILL_HOURS * HOUR;
  });
}
