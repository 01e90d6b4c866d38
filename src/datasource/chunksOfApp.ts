import { appAssets } from './appAssets';

declare let __webpack_public_path__: string;

// Lazy chunks of all plugins of the package lie beside the app's module; a nested plugin would ask for them under its own id.
__webpack_public_path__ = appAssets(__webpack_public_path__);
