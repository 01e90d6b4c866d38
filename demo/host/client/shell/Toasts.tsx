import { css } from '@emotion/css';
import { useEffect, useState } from 'react';
import { type AlertErrorPayload, type AlertPayload, AppEvents, type GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import { hostEvents } from '../services/hostEvents';
import { BANNER_HEIGHT, TOP_BAR_HEIGHT } from './layout';

/** How long each kind stays, in milliseconds. */
const SHOWN_MS = { success: 3000, info: 5000, warning: 5000, error: 7000 };

interface Toast {
  id: number;
  severity: keyof typeof SHOWN_MS;
  title: string;
  detail: string;
}

const KINDS = [
  [AppEvents.alertSuccess, 'success'],
  [AppEvents.alertWarning, 'warning'],
  [AppEvents.alertError, 'error'],
  [AppEvents.alertInfo, 'info'],
] as const;

function listen(event: (typeof KINDS)[number][0], show: (payload: readonly unknown[]) => void): () => void {
  const handler = (payload?: AlertPayload | AlertErrorPayload) => show(payload ?? []);
  hostEvents.on<AlertPayload | AlertErrorPayload>(event, handler);
  return () => hostEvents.off<AlertPayload | AlertErrorPayload>(event, handler);
}

/** Shows the alerts plugins and the backend client put on the app's event bus. */
export function Toasts() {
  const styles = useStyles2(getStyles);
  const [toasts, setToasts] = useState<Toast[]>([]);
  const remove = (id: number) => setToasts((all) => all.filter((toast) => toast.id !== id));

  useEffect(() => {
    let next = 1;
    const subscriptions = KINDS.map(([event, severity]) =>
      listen(event, ([title, detail = '']) => {
        const id = next++;
        setToasts((all) => [...all, { id, severity, title: String(title), detail: String(detail) }]);
        setTimeout(() => remove(id), SHOWN_MS[severity]);
      })
    );
    return () => subscriptions.forEach((stop) => stop());
  }, []);

  return (
    <section aria-label="Notifications" className={styles.list}>
      {toasts.map(({ id, severity, title, detail }) => (
        <Alert key={id} elevated severity={severity} title={title} onRemove={() => remove(id)}>
          {detail}
        </Alert>
      ))}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    position: 'fixed',
    top: BANNER_HEIGHT + TOP_BAR_HEIGHT + 8,
    right: theme.spacing(1),
    width: `min(400px, calc(100vw - ${theme.spacing(2)}))`,
    zIndex: theme.zIndex.portal,
  }),
});
