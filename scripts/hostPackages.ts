import path from 'node:path';
import { requireHostPackages } from '../tests/e2e/stack/requireHostPackages';

// Installs the newer package line of the stand-in host where it is missing.
void requireHostPackages(path.resolve(__dirname, '..'), 'grafana13', console.log);
