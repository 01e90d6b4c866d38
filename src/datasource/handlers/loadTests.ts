import { serviceName } from '../../domain/records/serviceName';
import { eventsFrame } from '../frames/eventsFrame';
import type { EventsHandler } from './QueryHandler';

export const loadTests: EventsHandler = {
  kind: 'events',
  title: 'Load tests',
  description: 'Load tests within the time range, with what they found; also as annotations',
  loadTests: true,
  frame: ({ loadTests: tests, rows }) => {
    const tiers = new Map(rows.map(({ facts }) => [facts.service.key, facts.tier]));
    return eventsFrame(
      'Load tests',
      tests
        .filter(({ service }) => tiers.has(service))
        .map(({ service, startedAt, endedAt, outcome, safeLimit, version, by, note }) => ({
          at: startedAt,
          until: endedAt,
          service,
          title: `Load test of ${serviceName(service)}`,
          detail: [
            safeLimit === null
              ? outcome
              : `${outcome}: one instance carried ${Number(safeLimit.toPrecision(4))} requests/s`,
            ...(version === null ? [] : [`version ${version}`]),
            ...(by === null ? [] : [`by ${by}`]),
            ...(note === null ? [] : [note]),
          ].join(', '),
          tags: ['load test', tiers.get(service) ?? '', outcome],
          value: safeLimit,
          unit: 'reqps/instance' as const,
        }))
    );
  },
};
