import { FieldType } from '@grafana/data';
import { OUTCOME_WORDS } from '../../domain/ramp/Outcome';
import { serviceName } from '../../domain/records/serviceName';
import type { LoadTestOutcome, LoadTestRecord } from '../../engine/datasource/LoadTestLog';
import { asMarkup } from '../frames/asMarkup';
import { eventsFrame, type EventColumn, type ServiceEvent } from '../frames/eventsFrame';
import { reportLink, reportQuery, reportUrl, reportWords } from '../frames/reportLink';
import type { EventsHandler } from './QueryHandler';

interface LoadTestEvent extends ServiceEvent {
  readonly test: LoadTestRecord;
}

export const loadTests: EventsHandler = {
  kind: 'events',
  title: 'Load tests',
  description: 'Every load test within the time range, with its outcome and what was found; also as annotations',
  loadTests: true,
  frame: ({ loadTests: tests, rows, state }, _, { annotation }) => {
    const tiers = new Map(rows.map(({ facts }) => [facts.service.key, facts.tier]));
    const events = tests
      .filter(({ service }) => tiers.has(service))
      .map((test) => eventOf(test, tiers.get(test.service) ?? ''));
    return eventsFrame(
      'Load tests',
      annotation ? 'annotation' : 'table',
      'One instance carries',
      annotation ? events.map((event) => asRegion(event, state.context.now)) : events,
      COLUMNS
    );
  },
};

const WORDS: Readonly<Record<LoadTestOutcome, string>> = {
  ...OUTCOME_WORDS,
  open: 'Not ended yet',
  'no-end': 'No end on record',
  unreadable: 'Ended; its report cannot be read',
  measured: 'Benchmark on record',
};

const COLUMNS: ReadonlyArray<EventColumn<LoadTestEvent>> = [
  { name: 'outcome', title: 'Outcome', type: FieldType.string, of: ({ test }) => WORDS[test.outcome], link: reportLink },
  { name: 'share', title: 'Greatest share', type: FieldType.number, of: ({ test }) => test.maxShare, unit: 'share' },
  { name: 'duration', title: 'Duration', type: FieldType.number, of: ({ test }) => duration(test), unit: 'seconds' },
  { name: 'target', title: 'Target', type: FieldType.string, of: ({ test }) => test.target },
  { name: 'version', title: 'Version', type: FieldType.string, of: ({ test }) => test.version },
  { name: 'by', title: 'By', type: FieldType.string, of: ({ test }) => test.by },
  { name: 'run', title: 'Run', type: FieldType.string, of: ({ test }) => test.run, hidden: true },
  { name: 'report', title: 'Report', type: FieldType.string, of: ({ test }) => reportQuery(test), hidden: true },
];

const duration = ({ startedAt, endedAt }: LoadTestRecord): number | null => (endedAt === null ? null : (endedAt - startedAt) / 1000);

function eventOf(test: LoadTestRecord, tier: string): LoadTestEvent {
  const { service, startedAt, endedAt, outcome, detail, safeLimit, version, by } = test;
  return {
    test,
    at: startedAt,
    until: endedAt,
    service,
    title: `Load test of ${serviceName(service)}`,
    detail: [
      detail === null ? WORDS[outcome] : `${WORDS[outcome]}: ${detail.replace(/\.$/, '')}`,
      ...(safeLimit === null ? [] : [`safe limit ${Number(safeLimit.toPrecision(4))} requests/s`]),
      ...(version === null ? [] : [`version ${version}`]),
      ...(by === null ? [] : [`by ${by}`]),
    ].join(', '),
    tags: ['load test', tier, outcome],
    value: safeLimit,
    unit: 'reqps/instance',
  };
}

/** A span of the picture: one that has not ended reaches until now, one without an end until it was last heard of. */
function asRegion(event: LoadTestEvent, now: number): LoadTestEvent {
  const { test, until, at } = event;
  const seen = Math.max(at, test.outcome === 'open' ? now : test.lastSeenAt);
  const shown = { ...event, until: until ?? (seen > at ? seen : null) };
  return asMarkup(shown, { href: reportUrl(test), words: reportWords(test) });
}
