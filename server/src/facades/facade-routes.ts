import type { Site } from '../http/app-type.js';
import { mayarV1Calls, mayarV2Calls } from './mayar/mayar-calls.js';
import { riplloCalls } from './ripllo/ripllo-calls.js';
import { riplloDoor } from './ripllo/ripllo-door.js';
import { riplloRefusals } from './ripllo/ripllo-refusals.js';
import { serrontCalls } from './serront/serront-calls.js';
import { serrontDoor } from './serront/serront-door.js';
import { serrontRefusals } from './serront/serront-refusals.js';
import { storlaunchCalls } from './storlaunch/storlaunch-calls.js';

/** The doors that other systems' clients come through, each speaking as they expect it. */
export function facadeRoutes(site: Site): void {
  // Serront lives below Ripllo's path and so stands before it.
  site.route('/api/v1/ripllo', riplloCalls(serrontDoor, serrontRefusals));
  site.route('/api/v1', serrontCalls());
  site.route('/api/v1', riplloCalls(riplloDoor, riplloRefusals));
  site.route('/storlaunch/api/v1', storlaunchCalls());
  site.route('/hl/v1', mayarV1Calls());
  site.route('/hl/v2', mayarV2Calls());
}
