import type { Headroom } from '../engine/Headroom';
import { buildHeadroom } from './app';

let headroom: Headroom | null = null;

/**
 * The engine of this page load, built when first asked for. One for the app's pages, for what the app exposes to panels
 * and for the command palette: it outlives pages, so that a fill or a load test goes on while people look elsewhere.
 */
export const headroomOfPage = (): Headroom => (headroom ??= buildHeadroom());
