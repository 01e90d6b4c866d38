import { ConfirmModal } from '@grafana/ui';
import type { UnsavedGuard } from '../draft/useUnsavedGuard';

export function UnsavedDialog({ guard }: { readonly guard: UnsavedGuard }) {
  return (
    <ConfirmModal
      isOpen={guard.asking}
      title="Leave without saving?"
      body="Your changes to the configuration have not been saved."
      confirmText="Leave and lose the changes"
      dismissText="Stay"
      onConfirm={guard.leave}
      onDismiss={guard.stay}
    />
  );
}
