import type { MouseEvent, ReactNode } from 'react';
import { LinkButton } from '@grafana/ui';
import { useHref, useNavigate } from 'react-router-dom';

interface Props {
  /** Path inside Grafana, for example `/a/headroom-capacity-app/configuration`. */
  readonly to: string;
  readonly size?: 'sm' | 'md';
  readonly variant?: 'primary' | 'secondary';
  readonly children: ReactNode;
}

/** A button that is a link to another page: no reload, right under any sub-path, opens in a new tab like any link. */
export function RouteButton({ to, size = 'md', variant = 'primary', children }: Props) {
  const href = useHref(to);
  const navigate = useNavigate();
  const follow = (event: MouseEvent) => {
    if (isPlainClick(event)) {
      event.preventDefault();
      navigate(to);
    }
  };
  return (
    <LinkButton href={href} onClick={follow} size={size} variant={variant}>
      {children}
    </LinkButton>
  );
}

const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !(metaKey || ctrlKey || shiftKey || altKey);
