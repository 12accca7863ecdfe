import { registerElements } from './register-elements.js';

registerElements();
