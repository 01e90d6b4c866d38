import './plugins/systemGlobals';
import { createRoot } from 'react-dom/client';
import { installServices } from './services/installServices';
import { shareDependencies } from './plugins/shareDependencies';
import { HostApp } from './shell/HostApp';

async function start(): Promise<void> {
  await installServices();
  shareDependencies();
  const root = document.getElementById('reactRoot');
  if (root) {
    createRoot(root).render(<HostApp />);
  }
}

void start();
