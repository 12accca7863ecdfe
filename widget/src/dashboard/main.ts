import './web-awesome.js';
import { followColorScheme } from './core/follow-color-scheme.js';
import { HematEntrance } from './pages/sign-in/hemat-entrance.js';
import { HematDashboard } from './shell/hemat-dashboard.js';

followColorScheme();
customElements.define('hemat-entrance', HematEntrance);
customElements.define('hemat-dashboard', HematDashboard);
