import type { Notice } from '../../../engine/Notice';
import { EmptyPage } from '../../components/EmptyPage';
import { FleetLink } from './FleetLink';

interface Props {
  readonly title: string;
  readonly notices: readonly Notice[];
}

/** The address names nothing that can be shown: says why and leads back. */
export function ServiceNotFound({ title, notices }: Props) {
  return <EmptyPage title={title} notices={notices} actions={<FleetLink>Show all services</FleetLink>} />;
}
