import { type ServiceDefinition } from '../history/serviceDefinition';
import { hashText } from './hashText';
import { rhythmAt } from './rhythm';
import { type Timeline } from './timeline';
import { valueNoise } from './valueNoise';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MONTH = 30 * 24 * HOUR;

function campaignFactor(factor: number, distance: number): number {
  if (factor === 1 || Math.abs(distance) > 24 * HOUR) {
    return 1;
  }
  const crest = Math.exp(-((distance / (1.4 * HOUR)) ** 2));
  const wholeDay = 0.3 * Math.exp(-((distance / (7 * HOUR)) ** 2));
  return 1 + (factor - 1) * Math.max(crest, wholeDay);
}

/** Requests per second without the noise of single minutes: what an autoscaler reacts to. */
export function trendAt(service: ServiceDefinition, timeline: Timeline, at: number): number {
  const { demand } = service;
  const seed = hashText(`${service.namespace}/${service.name}`);
  const growth = (1 + demand.growth) ** ((at - timeline.anchor) / MONTH);
  const drift = 0.5 * valueNoise(seed, at, 9 * HOUR) + 0.3 * valueNoise(seed + 1, at, 40 * MINUTE);
  return (
    demand.peak *
    growth *
    rhythmAt(demand.rhythm, demand.night, at) *
    campaignFactor(demand.campaign, at - timeline.campaign) *
    (1 + demand.noise * drift)
  );
}

/** Requests per second that arrive at a service: a pure function of time, shared by history, exporter and load generator. */
export function demandAt(service: ServiceDefinition, timeline: Timeline, at: number): number {
  const seed = hashText(`${service.namespace}/${service.name}`) + 2;
  return trendAt(service, timeline, at) * (1 + service.demand.noise * valueNoise(seed, at, MINUTE));
}
