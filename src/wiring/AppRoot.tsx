import type { Headroom } from '../engine/Headroom';
import { App } from '../ui/App';

declare const headroom: Headroom;

export default function AppRoot() {
  return <App headroom={headroom} />;
}
