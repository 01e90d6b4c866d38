import { useEffect, useState } from 'react';
import { PluginExtensionPoints, type PluginExtensionAddedLinkConfig } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { Alert, Button, LoadingPlaceholder, Modal, Stack } from '@grafana/ui';
import { commandLinks } from '../plugins/commandLinks';
import { useLoaded } from '../plugins/useLoaded';

/** Opens by Ctrl+K as in Grafana, and holds what apps put there; Grafana's own commands and its search are not here. */
export function CommandPalette() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'k') {
        event.preventDefault();
        setOpen(true);
      }
    };
    document.addEventListener('keydown', open);
    return () => document.removeEventListener('keydown', open);
  }, []);
  const close = () => setOpen(false);
  return (
    <Modal isOpen={isOpen} title="Commands" onDismiss={close}>
      {isOpen && <Commands onChosen={close} />}
    </Modal>
  );
}

function Commands({ onChosen }: { onChosen: () => void }) {
  const loaded = useLoaded(commandLinks);
  switch (loaded.state) {
    case 'loading':
      return <LoadingPlaceholder text="Loading commands" />;
    case 'failed':
      return <Alert severity="error" title={loaded.reason} />;
    case 'ready':
      return (
        <Stack direction="column" alignItems="flex-start">
          {loaded.value.map((link) => (
            <Button
              key={link.title}
              fill="text"
              tooltip={link.description}
              onClick={() => {
                onChosen();
                carryOut(link);
              }}
            >
              {link.title}
            </Button>
          ))}
        </Stack>
      );
  }
}

function carryOut({ onClick, path }: PluginExtensionAddedLinkConfig): void {
  if (path !== undefined) {
    locationService.push(path);
  }
  onClick?.(undefined, { extensionPointId: PluginExtensionPoints.CommandPalette, openModal: () => {}, openSidebar: () => {}, closeSidebar: () => {}, toggleSidebar: () => {} });
}
