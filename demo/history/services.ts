import { CLIENT_SERVICES } from './clientServices';
import { OTEL_SERVICES } from './otelServices';
import { type ServiceDefinition } from './serviceDefinition';

/** The fleet of the demo. */
export const SERVICES: readonly ServiceDefinition[] = [...CLIENT_SERVICES, ...OTEL_SERVICES];
