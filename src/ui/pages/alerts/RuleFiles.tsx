import { useMemo } from 'react';
import { Stack } from '@grafana/ui';
import { grafanaRuleFile } from '../../../domain/alertrules/grafanaRuleFile';
import { prometheusRuleFile } from '../../../domain/alertrules/prometheusRuleFile';
import type { RuleDocument } from '../../../domain/alertrules/RuleDocument';
import { useHeadroom } from '../../HeadroomContext';
import { CodeBlock } from '../../fields/CodeBlock';

/** The same rules as files, for those who keep rules in a repository. */
export function RuleFiles({ rules }: { readonly rules: readonly RuleDocument[] }) {
  const { alerts, identity } = useHeadroom();
  const grafana = useMemo(() => grafanaRuleFile(rules, identity.orgId, alerts.appUrl), [rules, identity.orgId, alerts.appUrl]);
  const prometheus = useMemo(() => prometheusRuleFile(rules, alerts.appUrl), [rules, alerts.appUrl]);
  return (
    <Stack direction="column" gap={2}>
      <CodeBlock title="For Grafana: a file in provisioning/alerting (read-only there)" what="Grafana YAML" text={grafana} fileName="headroom-alerts-grafana.yaml" />
      <CodeBlock title="For Prometheus or Mimir: a rule file" what="Prometheus YAML" text={prometheus} fileName="headroom-alerts.yml" />
    </Stack>
  );
}
