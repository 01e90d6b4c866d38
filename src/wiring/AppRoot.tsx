import { App } from '../ui/App';
import { headroomOfPage } from './headroomOfPage';

export default function AppRoot() {
  return <App headroom={headroomOfPage()} />;
}
