import type { Headroom } from '../engine/Headroom';
import { App } from '../ui/App';
import { buildHeadroom } from './app';

// One engine a page load: it must outlive the pages, so that a fill goes on while people look elsewhere.
let headroom: Headroom | null = null;

export default function AppRoot() {
  headroom ??= buildHeadroom();
  return <App headroom={headroom} />;
}
