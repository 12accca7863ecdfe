import './web-awesome.js';
import { followColorScheme } from './core/follow-color-scheme.js';
import { HematDashboard } from './shell/hemat-dashboard.js';

followColorScheme();
customElements.define('hemat-dashboard', HematDashboard);
