// Jest setup provided by Grafana scaffolding
import './.config/jest-setup';
import { configure } from '@testing-library/react';

// A busy machine is no failure.
configure({ asyncUtilTimeout: 30_000 });
