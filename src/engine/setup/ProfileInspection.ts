import type { Result } from '../../domain/base/Result';
import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import type { SourceSettings } from '../../domain/catalogue/Settings';
import { joinKey, type Labels } from '../../domain/base/Labels';
import type { Kpi, Question } from '../../domain/promql/Question';
import type { QuestionContext } from '../../domain/promql/QuestionContext';
import { isNoQuestion, questionFor } from '../../domain/promql/questionFor';
import { recordedCheck } from '../../domain/promql/recordedCheck';
import type { LabelledValue, QueryFailure } from '../../ports/Metrics';
import { undecided, type Finding } from './Finding';
import type { FindingsBoard } from './FindingsBoard';
import { measureScrapeInterval } from './measureScrapeInterval';
import { autoscalerFinding } from './autoscalerFinding';
import { cpuFinding } from './cpuFinding';
import { instancesFinding } from './instancesFinding';
import { servicesFinding } from './servicesFinding';
import { profileContext } from '../sources/profileContext';
import { recordedFinding, recordedNames } from './recordedFinding';
import type { ProfileFindings } from './ProfileFindings';
import { isNobodys, servicesFrom } from './servicesFrom';
import type { SourceDetection } from './SourceDetection';
import type { SourceProbe } from './SourceProbe';

type Rows = readonly LabelledValue[];
interface Answered {
  readonly question: Question;
  readonly rows: Rows;
}

/** Asks one profile the questions a fleet page will ask of it, now: scrape interval, services, instances, CPU, autoscalers. */
export class ProfileInspection {
  constructor(
    private readonly probe: SourceProbe,
    private readonly board: FindingsBoard,
    private readonly source: SourceSettings,
    private readonly detected: DetectedProfile,
    private readonly detection: SourceDetection,
    /** Said in titles where several profiles are in use. */
    private readonly called: string
  ) {}

  async run(): Promise<ProfileFindings> {
    const { profile } = this.detected;
    const interval = await measureScrapeInterval(this.probe, this.board, this.source, profile, this.called);
    const context = await this.withRecorded(profileContext(this.source, this.detected, this.detection, interval));
    const demand = await this.ask(context, 'demand-now', 'services', 'Services told apart', ({ question, rows }) =>
      servicesFinding(
        servicesFrom(this.source.uid, profile, question, rows).length,
        profile.group,
        rows.some((row) => isNobodys(row, question))
      )
    );
    const services = demand ? servicesFrom(this.source.uid, profile, demand.question, demand.rows) : [];
    if (demand === null || services.length === 0) {
      return {
        profileId: profile.id,
        context,
        services: demand ? services : null,
        zones: [],
        versions: [],
        autoscalers: 0,
      };
    }
    const known = new Set(services.map(({ ref }) => joinKey(ref.labels, profile.group)));
    const [instances, , autoscaler] = await Promise.all([
      this.ask(context, 'instances-now', 'instances', 'Instances counted', (answer) =>
        instancesFinding(joined(answer, known), known.size)
      ),
      this.ask(context, 'hourly-cores', 'cpu', 'CPU joins the services', (answer) =>
        cpuFinding(joined(answer, known), known.size)
      ),
      this.ask(context, 'autoscaler', 'autoscalers', 'Autoscalers', (answer) =>
        autoscalerFinding(joined(answer, known), known.size)
      ),
    ]);
    return {
      profileId: profile.id,
      context,
      services: servicesFrom(this.source.uid, profile, demand.question, demand.rows, firstLabels(instances)),
      zones: valuesOf(instances, profile.labels.zone),
      versions: valuesOf(instances, profile.labels.version),
      autoscalers: autoscaler ? joined(autoscaler, known) : 0,
    };
  }

  /** Recorded series may hold other profiles only: those that hold this one are used. */
  private async withRecorded(context: QuestionContext): Promise<QuestionContext> {
    if (this.detection.recorded.size === 0) {
      return context;
    }
    const expr = recordedCheck(context);
    const head = { id: `recorded:${context.profile.id}`, title: `Recording rules${this.called}`, expr };
    const rows = await this.board.run(head, () => this.probe.instant(expr), recordedFinding);
    return { ...context, recorded: recordedNames(rows ?? []) };
  }

  private async ask(
    context: QuestionContext,
    kpi: Kpi,
    id: string,
    what: string,
    judge: (answer: Answered) => Finding
  ): Promise<Answered | null> {
    const head = { id: `${id}:${this.detected.profile.id}`, title: what + this.called, expr: null };
    const question = questionFor(kpi, context);
    if (isNoQuestion(question)) {
      this.board.put(head, undecided(sentence(question.reason), question.next || null));
      return null;
    }
    const ask = (): Promise<Result<Rows, QueryFailure>> => this.probe.instant(question.expr);
    const rows = await this.board.run({ ...head, expr: question.expr }, ask, (found) =>
      judge({ question, rows: found })
    );
    return rows ? { question, rows } : null;
  }
}

/** Reasons are written to stand within a sentence. */
const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

/** Labels of the first row of each service. */
function firstLabels(answer: Answered | null): ReadonlyMap<string, Labels> {
  const first = new Map<string, Labels>();
  for (const { labels } of answer?.rows ?? []) {
    const key = joinKey(labels, answer?.question.join ?? []);
    first.set(key, first.get(key) ?? labels);
  }
  return first;
}

/** How many of the known services have a row in an answer. */
function joined({ question, rows }: Answered, known: ReadonlySet<string>): number {
  return new Set(rows.map(({ labels }) => joinKey(labels, question.join)).filter((key) => known.has(key))).size;
}

const valuesOf = (answer: Answered | null, label: string | undefined): string[] =>
  label === undefined || answer === null
    ? []
    : [...new Set(answer.rows.map(({ labels }) => labels[label] ?? '').filter((value) => value !== ''))].sort();
