import { grafanaRecordingRule } from '../../domain/alertrules/grafanaRecordingRule';
import type { RecordingDocument } from '../../domain/alertrules/RecordingDocument';
import { recordingDrift } from '../../domain/alertrules/recordingDrift';
import { MARK, readMark } from '../../domain/alertrules/RuleMark';
import { ok } from '../../domain/base/Result';
import type { AlertRules, StoredRule } from '../../ports/AlertRules';
import type { RecordingRules, RuleHealth } from '../../ports/RecordingRules';
import type { RecordingOutcome, RecordingStanding, RecordingUseCase } from './RecordingUseCase';

export interface RecordingPorts {
  readonly rules: AlertRules;
  readonly recording: RecordingRules;
}

/** Recording rules of Grafana: what would be written, what stands, how it goes. */
export class Recording implements RecordingUseCase {
  readonly permission;

  constructor(private readonly ports: RecordingPorts) {
    this.permission = ports.rules.permission;
  }

  get support() {
    return this.ports.recording.support;
  }

  receiver(target: string) {
    return this.ports.recording.receiver(target);
  }

  async standings(source: string, rules: readonly RecordingDocument[], target: string): ReturnType<RecordingUseCase['standings']> {
    const [stored, health] = await Promise.all([this.ports.rules.list(), this.ports.recording.health()]);
    if (!stored.ok) {
      return stored;
    }
    const byUid = new Map(stored.value.map((rule) => [rule.uid, rule]));
    const wanted = new Set(rules.map(({ uid }) => uid));
    return ok({
      rules: rules.map((rule) => standing(rule, byUid.get(rule.uid) ?? null, target, health.ok ? health.value : new Map())),
      left: stored.value.filter((rule) => !wanted.has(rule.uid) && recordsOf(rule, source)),
    });
  }

  async save(rules: readonly RecordingDocument[], target: string): Promise<readonly RecordingOutcome[]> {
    const outcomes: RecordingOutcome[] = [];
    for (const rule of rules) {
      const saved = await this.ports.rules.save(grafanaRecordingRule(rule, target), rule.interval);
      outcomes.push({ ...saved, rule });
    }
    return outcomes;
  }

  async remove(rules: ReadonlyArray<Pick<StoredRule, 'uid'>>): ReturnType<RecordingUseCase['remove']> {
    for (const { uid } of rules) {
      const removed = await this.ports.rules.remove(uid);
      if (!removed.ok) {
        return removed;
      }
    }
    return ok(null);
  }

  address(uid: string): string {
    return this.ports.rules.address(uid);
  }
}

function standing(rule: RecordingDocument, stored: StoredRule | null, target: string, health: ReadonlyMap<string, RuleHealth>): RecordingStanding {
  return {
    rule,
    stored,
    foreign: stored !== null && stored.annotations[MARK] === undefined,
    drift: stored ? recordingDrift(stored, rule, target) : { kind: 'none' },
    health: stored ? (health.get(rule.uid) ?? null) : null,
  };
}

const recordsOf = ({ record, annotations }: StoredRule, source: string): boolean => record !== null && readMark(annotations[MARK])?.source === source;
