import { auditTime, concat, map, take, type Observable } from 'rxjs';
import { grafanaRule } from '../../domain/alertrules/grafanaRule';
import type { RuleDocument } from '../../domain/alertrules/RuleDocument';
import { SECOND } from '../../domain/base/Duration';
import type { AlertRules } from '../../ports/AlertRules';
import type { Clock } from '../../ports/Clock';
import type { Metrics } from '../../ports/Metrics';
import type { FleetState } from '../fleet/FleetState';
import type { AlertFacts, AlertUseCase, SaveOutcome } from './AlertUseCase';
import type { Preview } from './Preview';
import { previewRule } from './previewRule';
import { ruleSources } from './ruleSources';

/** While history is filled, views follow each other quickly; rules need not. */
const SETTLE = 2 * SECOND;

export interface AlertPorts {
  readonly rules: AlertRules;
  /** Metered: shares the slots and the budget of the pages. */
  readonly metrics: Pick<Metrics, 'range'>;
  readonly clock: Clock;
}

/** Alert rules from intents: what they would be, what they would have done, what stands in Grafana. */
export class Alerts implements AlertUseCase {
  readonly permission;
  readonly appUrl;

  constructor(
    private readonly ports: AlertPorts,
    private readonly fleet: { state(): Observable<FleetState> }
  ) {
    this.permission = ports.rules.permission;
    this.appUrl = ports.rules.appUrl;
  }

  facts(): Observable<AlertFacts> {
    const states = this.fleet.state();
    return concat(states.pipe(take(1)), states.pipe(auditTime(SETTLE))).pipe(map((state) => this.factsOf(state)));
  }

  existing() {
    return this.ports.rules.list();
  }

  preview(rule: RuleDocument, days: number): Observable<Preview> {
    return previewRule(this.ports, rule, days);
  }

  async save(rules: readonly RuleDocument[]): Promise<readonly SaveOutcome[]> {
    const outcomes: SaveOutcome[] = [];
    for (const rule of rules) {
      const saved = await this.ports.rules.save(grafanaRule(rule, this.appUrl), rule.interval);
      outcomes.push({ ...saved, rule });
    }
    return outcomes;
  }

  remove(uid: string) {
    return this.ports.rules.remove(uid);
  }

  address(uid: string): string {
    return this.ports.rules.address(uid);
  }

  private factsOf(state: FleetState): AlertFacts {
    const { view } = state;
    return {
      state: view.state,
      sources: ruleSources(state, view.readAt ?? this.ports.clock.now()),
      progress: view.progress,
      notices: view.notices,
    };
  }
}
