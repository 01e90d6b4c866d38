import type { LoadTestUseCase } from '../../engine/loadtest/LoadTestUseCase';
import { useHeadroom } from '../HeadroomContext';

/** Load tests of this page load: one controller, whatever is on the screen. */
export const useLoadTests = (): LoadTestUseCase => useHeadroom().loadTests;
