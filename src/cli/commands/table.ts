/** THE TABLE of commands. A new one is a file beside this and a line here. */
import type { Command } from '../command';
import { apply } from './apply';
import { check } from './check';
import { list } from './list';
import { reanchor } from './reanchor';
import { suggest } from './suggest';

export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['list', list],
  ['apply', apply],
  ['check', check],
  ['reanchor', reanchor],
  ['suggest', suggest],
]);
