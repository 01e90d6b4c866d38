import { valueOf } from '../../../domain/base/Figure';
import { isBenchmark } from '../../../domain/capacity/isBenchmark';
import { TIERS } from '../../../domain/catalogue/Tier';
import { benchmarkFigure } from '../../components/benchmarkFigure';
import { formatUtcDay } from '../../format/formatPeakTime';
import { AthCell } from './cells/AthCell';
import { BottleneckCell } from './cells/BottleneckCell';
import { DemandCell } from './cells/DemandCell';
import { HeadroomCell } from './cells/HeadroomCell';
import { IdleCell } from './cells/IdleCell';
import { InstancesCell } from './cells/InstancesCell';
import { LimitCell } from './cells/LimitCell';
import { MarginCell } from './cells/MarginCell';
import { OwnerCell } from './cells/OwnerCell';
import { RequiredCell } from './cells/RequiredCell';
import { ServiceCell } from './cells/ServiceCell';
import { SpareCell } from './cells/SpareCell';
import { StatusCell } from './cells/StatusCell';
import { TierCell } from './cells/TierCell';
import { boundCsv, figureCsv, numberCsv, textCsv, timeCsv } from './figureCsv';
import type { FleetColumn } from './FleetColumn';
import type { JudgedService } from './JudgedService';
import { STATUS_KINDS } from './STATUS_KINDS';

const benchmarkOf = ({ facts }: JudgedService) => (isBenchmark(facts.benchmark) ? facts.benchmark : null);

/** The fleet table's columns, in order. */
export const fleetColumns: readonly FleetColumn[] = [
  {
    id: 'status',
    title: 'Status',
    hint: 'Does it hold the next peak under the policy of its tier?',
    numeric: false,
    width: 98,
    givesWay: 0,
    sortValue: (s) => STATUS_KINDS.indexOf(s.judgement.status.kind),
    descendingFirst: false,
    Cell: StatusCell,
    csv: [
      textCsv('status', (s) => s.judgement.status.kind),
      textCsv('reasons', (s) => s.judgement.status.reasons.join('; ')),
    ],
  },
  {
    id: 'service',
    title: 'Service',
    hint: 'Name, and under it the other labels that identify it',
    numeric: false,
    width: null,
    givesWay: 0,
    sortValue: (s) => `${s.facts.service.name} ${s.facts.service.scope}`,
    descendingFirst: false,
    Cell: ServiceCell,
    csv: [textCsv('service', (s) => s.facts.service.name), textCsv('scope', (s) => s.facts.service.scope)],
  },
  {
    id: 'tier',
    title: 'Tier',
    hint: 'Policy class: decides reserve, redundancy and peak basis',
    numeric: false,
    width: 38,
    givesWay: 0,
    sortValue: (s) => TIERS.indexOf(s.facts.tier),
    descendingFirst: false,
    Cell: TierCell,
    csv: [textCsv('tier', (s) => s.facts.tier)],
  },
  {
    id: 'owner',
    title: 'Owner',
    hint: 'Who runs it, from a label or the catalogue',
    numeric: false,
    width: 76,
    givesWay: 9,
    sortValue: (s) => s.facts.owner,
    descendingFirst: false,
    Cell: OwnerCell,
    csv: [textCsv('owner', (s) => s.facts.owner)],
  },
  {
    id: 'headroom',
    title: 'Headroom',
    hint: 'Growth over the plain peak that fits, of the growth the tier asks for (the mark)',
    numeric: false,
    width: 136,
    givesWay: 0,
    sortValue: (s) => valueOf(s.judgement.headroom),
    descendingFirst: false,
    Cell: HeadroomCell,
    csv: [
      figureCsv('headroom (share)', (s) => s.judgement.headroom),
      boundCsv('headroom bound', (s) => s.judgement.headroom),
      numberCsv('asked (share)', (s) => s.judgement.asked),
    ],
  },
  {
    id: 'margin',
    title: 'Event margin',
    hint: 'Growth that fits beyond the event the tier plans for; below 0 it is short',
    numeric: true,
    width: 68,
    givesWay: 5,
    sortValue: (s) => valueOf(s.judgement.eventMargin),
    descendingFirst: false,
    Cell: MarginCell,
    csv: [
      figureCsv('event margin (share)', (s) => s.judgement.eventMargin),
      boundCsv('event margin bound', (s) => s.judgement.eventMargin),
    ],
  },
  {
    id: 'instances',
    title: 'Instances',
    hint: 'Ready now; an autoscaled service is judged at its maximum',
    numeric: true,
    width: 70,
    givesWay: 1,
    sortValue: (s) => valueOf(s.facts.instances),
    descendingFirst: true,
    Cell: InstancesCell,
    csv: [
      figureCsv('ready (instances)', (s) => s.facts.instances),
      numberCsv('autoscaler max (instances)', (s) => s.facts.autoscaler?.max ?? null),
    ],
  },
  {
    id: 'required',
    title: 'Required',
    hint: 'Instances the policy needs for the next peak',
    numeric: true,
    width: 66,
    givesWay: 2,
    sortValue: (s) => valueOf(s.judgement.required),
    descendingFirst: true,
    Cell: RequiredCell,
    csv: [
      figureCsv('required (instances)', (s) => s.judgement.required),
      boundCsv('required bound', (s) => s.judgement.required),
    ],
  },
  {
    id: 'spare',
    title: 'Spare',
    hint: 'Deployed instances less required ones; negative is missing',
    numeric: true,
    width: 68,
    givesWay: 0,
    sortValue: (s) => valueOf(s.judgement.spare),
    descendingFirst: false,
    Cell: SpareCell,
    csv: [
      figureCsv('spare (instances)', (s) => s.judgement.spare),
      boundCsv('spare bound', (s) => s.judgement.spare),
    ],
  },
  {
    id: 'demand',
    title: 'Demand now',
    hint: 'Requests a second arriving now',
    numeric: true,
    width: 80,
    givesWay: 6,
    sortValue: (s) => valueOf(s.facts.demandNow),
    descendingFirst: true,
    Cell: DemandCell,
    csv: [figureCsv('demand now (req/s)', (s) => s.facts.demandNow)],
  },
  {
    id: 'ath',
    title: 'All-time high',
    hint: 'Greatest demand in all history read, with its day; the mean of 5 minutes unless another window is said',
    note: ({ since }) => (since === null ? null : `since ${formatUtcDay(since)}`),
    numeric: true,
    width: 118,
    givesWay: 3,
    sortValue: (s) => valueOf(s.facts.ath.figure),
    descendingFirst: true,
    Cell: AthCell,
    csv: [
      figureCsv('ATH (req/s)', (s) => s.facts.ath.figure),
      boundCsv('ATH bound', (s) => s.facts.ath.figure),
      timeCsv('ATH at', (s) => s.facts.ath.at),
      numberCsv('ATH window (ms)', (s) => s.facts.ath.window),
      timeCsv('ATH since', (s) => s.facts.ath.since),
    ],
  },
  {
    id: 'limit',
    title: 'Safe limit',
    note: () => 'req/s per instance',
    hint: 'Requests a second one instance safely carries: lower end of the benchmark, its origin and age',
    numeric: true,
    width: 130,
    givesWay: 4,
    sortValue: (s) => benchmarkOf(s)?.low ?? null,
    descendingFirst: true,
    Cell: LimitCell,
    csv: [
      numberCsv('safe limit (req/s per instance)', (s) => benchmarkOf(s)?.low ?? null),
      boundCsv('safe limit bound', (s) => benchmarkFigure(s.facts.benchmark)),
      textCsv('safe limit origin', (s) => benchmarkOf(s)?.origin ?? null),
      timeCsv('safe limit at', (s) => benchmarkOf(s)?.at ?? null),
    ],
  },
  {
    id: 'bottleneck',
    title: 'Bottleneck',
    hint: 'The limit that binds first, and how far it is used',
    numeric: true,
    width: 82,
    givesWay: 7,
    sortValue: (s) => (s.judgement.bottleneck ? valueOf(s.judgement.bottleneck.use) : null),
    descendingFirst: true,
    Cell: BottleneckCell,
    csv: [
      textCsv('bottleneck', (s) => s.judgement.bottleneck?.resource ?? null),
      numberCsv('bottleneck use (share)', (s) => (s.judgement.bottleneck ? valueOf(s.judgement.bottleneck.use) : null)),
    ],
  },
  {
    id: 'idle',
    title: 'Idle',
    hint: 'Instances that could be given back, and their price',
    numeric: true,
    width: 62,
    givesWay: 8,
    sortValue: (s) => s.judgement.idle?.instances ?? null,
    descendingFirst: true,
    Cell: IdleCell,
    csv: [
      numberCsv('idle (instances)', (s) => s.judgement.idle?.instances ?? null),
      numberCsv('idle (money per month)', (s) => s.judgement.idle?.pricePerMonth ?? null),
    ],
  },
];
