import { Badge, Spinner } from '@grafana/ui';
import type { SourceFindings } from '../../../../engine/setup/SetupView';

/** The source in one badge and one sentence. */
export function SourceVerdict({ findings }: { readonly findings: SourceFindings | undefined }) {
  return (
    <span role="status" style={{ display: 'inline-flex', alignItems: 'center', gap: 8, flex: '1 0 auto', whiteSpace: 'nowrap' }}>
      {findings === undefined || findings.state === 'looking' ? (
        <>
          <Spinner inline /> Looking …
        </>
      ) : (
        <Verdict findings={findings} />
      )}
    </span>
  );
}

function Verdict({ findings }: { readonly findings: SourceFindings }) {
  const count = (verdict: string) => findings.checks.filter((check) => check.verdict === verdict).length;
  const failures = count('fail');
  const warnings = count('warn');
  const notKnown = count('unknown');
  if (findings.state === 'failed') {
    return <Badge color="red" icon="exclamation-circle" text="Cannot be read" />;
  }
  if (failures > 0) {
    return <Badge color="red" icon="exclamation-circle" text={`${plural(failures, 'check')} failed`} />;
  }
  if (warnings > 0) {
    return <Badge color="orange" icon="exclamation-triangle" text={`Works, ${plural(warnings, 'warning')}${notKnown > 0 ? `, ${notKnown} not known` : ''}`} />;
  }
  if (notKnown > 0) {
    // Nothing speaks against it, and not everything for it.
    return <Badge color="purple" icon="question-circle" text={`No check failed, ${notKnown} not known`} />;
  }
  return <Badge color="green" icon="check" text="All checks passed" />;
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
