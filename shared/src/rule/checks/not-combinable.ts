import { mayCombine } from '../combination-class.js';
import { nothingToDo, type Check } from './check.js';

/** The code may stand beside every code before it; two strings of one rule never stand together. */
export const notCombinable: Check = ({ rule, earlier }) =>
  earlier.every((other) => other.id !== rule.id && mayCombine(rule, other)) ? null : nothingToDo;
