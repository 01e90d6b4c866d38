import { useState, type FormEvent } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Field, Input, TextArea, useStyles2 } from '@grafana/ui';
import { useHeadroom } from '../../HeadroomContext';
import { EMPTY_BENCHMARK, readBenchmarkDraft, type BenchmarkDraft } from './BenchmarkDraft';
import { SubHeading } from './SubHeading';
import { useStoreAction } from './useStoreAction';

interface Props {
  readonly serviceKey: string;
  readonly onCancel: () => void;
  readonly onDeclared: () => void;
}

/** States what one instance carries. Errors stand at their field; a refusal keeps everything typed. */
export function DeclareBenchmarkForm({ serviceKey, onCancel, onDeclared }: Props) {
  const styles = useStyles2(getStyles);
  const { benchmarks } = useHeadroom();
  const [draft, setDraft] = useState<BenchmarkDraft>(EMPTY_BENCHMARK);
  const [tried, setTried] = useState(false);
  const { busy, problem, run } = useStoreAction(onDeclared);
  const read = readBenchmarkDraft(draft);
  const errors = tried && !read.ok ? read.error : {};
  const set = (field: keyof BenchmarkDraft) => (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const text = event.currentTarget.value;
    setDraft((before) => ({ ...before, [field]: text }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (read.ok) {
      void run(() => benchmarks.declare(serviceKey, read.value));
    }
  };
  const field = (name: keyof BenchmarkDraft) => ({ invalid: errors[name] !== undefined, error: errors[name] });
  const input = (name: keyof BenchmarkDraft) => ({
    id: `benchmark-${name}`,
    value: draft[name],
    onChange: set(name),
    'aria-invalid': errors[name] !== undefined,
  });
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label="Declare a benchmark">
      <SubHeading>Declare a benchmark</SubHeading>
      <div className={styles.fields}>
        <Field label="Lower end" description="requests a second one instance safely carries" required {...field('low')}>
          <Input {...input('low')} inputMode="decimal" suffix="req/s" />
        </Field>
        <Field label="Upper end" description="empty: open upwards, “at least”" {...field('high')}>
          <Input {...input('high')} inputMode="decimal" suffix="req/s" />
        </Field>
        <Field label="Version" description="the release it holds for" {...field('version')}>
          <Input {...input('version')} />
        </Field>
        <Field label="Instance spec" description="for example 4 cores, 8 GiB" {...field('spec')}>
          <Input {...input('spec')} />
        </Field>
      </div>
      <Field label="Note" description="how it was found; everybody in the organization can read it" {...field('note')}>
        <TextArea {...input('note')} rows={2} />
      </Field>
      {problem !== null && (
        <Alert severity="error" title="The benchmark was not declared">
          {problem}
        </Alert>
      )}
      <div className={styles.buttons}>
        <Button type="submit" disabled={busy}>
          {busy ? 'Declaring…' : 'Declare'}
        </Button>
        <Button variant="secondary" fill="outline" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ maxWidth: 900 }),
  fields: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 190px), 1fr))',
    gap: theme.spacing(0, 2),
    // Room for two lines of description, so that the inputs of a row stand level.
    'label[for^="benchmark-"]': { display: 'block', minHeight: '4.4em' },
  }),
  buttons: css({ display: 'flex', gap: theme.spacing(1) }),
});
