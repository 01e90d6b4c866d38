import { config, getDataSourceSrv } from '@grafana/runtime';
import type { DataSourceInstanceSettings } from '@grafana/data';
import * as z from 'zod/mini';
import { err, ok, type Result } from '../../domain/base/Result';
import type { AlertRuleProblem } from '../../ports/AlertRules';
import type { Receiver, RecordingRules, RecordingSupport, RecordingTarget, RuleHealth } from '../../ports/RecordingRules';
import { alertRuleProblem } from './alertRuleProblem';
import { grafanaSend } from './grafanaSend';
import { parseRuleHealth } from './parseRuleHealth';

/** Grafana's writer refuses every other type, the flavours of Amazon and Azure included. */
const WRITABLE = 'prometheus';

const jsonShape = z.object({ prometheusType: z.optional(z.string()), allowAsRecordingRulesTarget: z.optional(z.boolean()) });
const flagsShape = z.object({ data: z.record(z.string(), z.string()) });
const RECEIVER_FLAG = 'web.enable-remote-write-receiver';

/** What Grafana's own recording rules can do here: settings from its boot data, the rest asked. */
export class GrafanaRecordingRules implements RecordingRules {
  get support(): RecordingSupport {
    const { recordingRulesEnabled, defaultRecordingRulesTargetDatasourceUID } = config.unifiedAlerting;
    return {
      enabled: recordingRulesEnabled === true,
      defaultTarget: defaultRecordingRulesTargetDatasourceUID || null,
      targets: getDataSourceSrv()
        .getList({ type: WRITABLE })
        .filter(({ type }) => type === WRITABLE)
        .map(targetOf),
    };
  }

  /** Prometheus tells its flags; other servers mostly do not. */
  async receiver(target: string): Promise<Receiver> {
    try {
      const flags = flagsShape.safeParse(await grafanaSend('GET', `/api/datasources/uid/${encodeURIComponent(target)}/resources/api/v1/status/flags`));
      const flag = flags.success ? flags.data.data[RECEIVER_FLAG] : undefined;
      return flag === undefined ? 'unknown' : flag === 'true' ? 'on' : 'off';
    } catch {
      return 'unknown';
    }
  }

  async health(): Promise<Result<ReadonlyMap<string, RuleHealth>, AlertRuleProblem>> {
    try {
      return ok(parseRuleHealth(await grafanaSend('GET', '/api/prometheus/grafana/api/v1/rules')));
    } catch (error) {
      return err(alertRuleProblem(error, 'read'));
    }
  }
}

function targetOf({ uid, name, jsonData }: DataSourceInstanceSettings): RecordingTarget {
  const parsed = jsonShape.safeParse(jsonData);
  const { prometheusType, allowAsRecordingRulesTarget } = parsed.success ? parsed.data : {};
  return {
    uid,
    name,
    // The comparison Grafana itself makes: everything but this word gets the paths of Mimir.
    writes: prometheusType === 'Prometheus' ? 'prometheus' : 'push',
    allowed: allowAsRecordingRulesTarget ?? config.defaultAllowRecordingRulesTargetAlertsUiToggle ?? true,
  };
}
