import { mayCombine } from '../combination-class.js';
import { nothingToDo, type Check } from './check.js';

/** The code may stand beside every code before it. */
export const notCombinable: Check = ({ rule, earlier }) =>
  earlier.every((other) => mayCombine(rule, other)) ? null : nothingToDo;
