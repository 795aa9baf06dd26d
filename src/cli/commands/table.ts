/** THE TABLE of commands. A new one is a file beside this and a line here. */
import type { Command } from '../command';
import { agreement } from './agreement';
import { apply } from './apply';
import { check } from './check';
import { diff } from './diff';
import { git } from './git';
import { list } from './list';
import { merge } from './merge';
import { reanchor } from './reanchor';
import { repair } from './repair';
import { status } from './status';
import { suggest } from './suggest';
import { textconv } from './textconv';

export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['list', list],
  ['apply', apply],
  ['check', check],
  ['status', status],
  ['agreement', agreement],
  ['diff', diff],
  ['reanchor', reanchor],
  ['suggest', suggest],
  ['merge', merge],
  ['repair', repair],
  ['git', git],
  ['textconv', textconv],
]);
