import { saturationKinds, type SaturationKind } from '../../catalogue/saturationKinds';
import type { CounterSource } from '../../catalogue/Profile';
import { refuse, type Draft, type KpiBuilder, type Refusal } from '../Draft';
import { binary, firstOf, maxBy, number, selector, sumBy, withLabel, type Expr } from '../Expr';
import { podSaturation } from '../podSaturation';
import type { QuestionContext } from '../QuestionContext';
import { isFiveMinutes, pictureStep, rateWindow } from '../rateWindow';
import { oncePerGroup, recordedSelector } from '../RecordedName';
import { scopedMatchers } from '../scopedMatchers';

/** Use over its own limit of every resource that is known, worst instance of each service; `resource` names it. */
export const saturation: KpiBuilder = (context) => draft(context, null);

export const serviceSaturation: KpiBuilder = (context) => draft(context, pictureStep(context));

function draft(context: QuestionContext, step: number | null): Draft | Refusal {
  const pods = podSaturation(context);
  const kinds = [...inFlight(context), ...ownKinds(context), ...(pods ? [pods] : [])];
  if (kinds.length === 0) {
    return refuse(
      'no metric was found that tells a resource and its limit',
      'Publish process_open_fds and process_max_fds, or add cAdvisor and kube-state-metrics with CPU and memory limits.'
    );
  }
  return {
    expr: firstOf(kinds),
    extra: ['resource'],
    unit: 'share',
    step,
    lookback: rateWindow(context),
    doc: 'Use of each resource over its own limit, on the worst instance; only resources whose metrics are there.',
    ...(isFiveMinutes(context) && {
      recorded: {
        name: 'headroom:saturation:max',
        expr: oncePerGroup(context, recordedSelector('headroom:saturation:max', context), ['resource']),
      },
    }),
  };
}

function inFlight(context: QuestionContext): readonly Expr[] {
  const { inFlight: use, inFlightLimit: limit } = context.profile;
  const there = use && limit && context.metrics.has(use.metric) && context.metrics.has(limit.metric);
  return there ? [share(context, { resource: 'in-flight', use, limit })] : [];
}

/** What the processes themselves report. A router reports on itself, except about what it groups by. */
function ownKinds(context: QuestionContext): readonly Expr[] {
  const { profile, metrics } = context;
  const applies = ({ onlyWith }: SaturationKind): boolean =>
    onlyWith === undefined ? profile.seenFrom !== 'router' : profile.group.includes(onlyWith);
  const there = ({ use, limit }: SaturationKind): boolean =>
    metrics.has(use.metric) && (limit === undefined || metrics.has(limit.metric));
  return saturationKinds.filter((kind) => applies(kind) && there(kind)).map((kind) => share(context, kind));
}

function share(context: QuestionContext, { resource, use, limit }: SaturationKind): Expr {
  const { group, labels } = context.profile;
  const instance = labels.instance === undefined ? group : [...group, labels.instance];
  const summed = (source: CounterSource): Expr =>
    sumBy(instance, selector(source.metric, scopedMatchers(context, source.matchers)));
  const used = limit ? binary('/', summed(use), binary('>', summed(limit), number(0))) : summed(use);
  return withLabel(maxBy(group, used), 'resource', resource);
}
