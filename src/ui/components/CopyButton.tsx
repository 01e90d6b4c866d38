import { useRef, useState } from 'react';
import { Button } from '@grafana/ui';
import { copyText } from './copyText';

interface Props {
  readonly text: string;
  /** What is copied: "query". */
  readonly what: string;
}

const WORDS = {
  idle: '',
  done: 'Copied',
  failed: 'The browser does not allow copying: select the text and press Ctrl+C',
};

/** Copies text and says whether that worked. */
export function CopyButton({ text, what }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState<keyof typeof WORDS>('idle');
  const copy = async () => {
    const copied = holder.current !== null && (await copyText(text, holder.current));
    setOutcome(copied ? 'done' : 'failed');
  };
  return (
    <div ref={holder}>
      <Button size="sm" variant="secondary" icon={outcome === 'done' ? 'check' : 'copy'} onClick={copy}>
        Copy {what}
      </Button>{' '}
      <span role="status">{WORDS[outcome]}</span>
    </div>
  );
}
