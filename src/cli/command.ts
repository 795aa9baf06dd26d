/** What a command of the command line is. To add one: a file in `commands/` and a line in `table.ts`. */
import type { ParseArgsConfig } from 'node:util';
import type { Terminal } from './terminal';

/** 0: nothing to report; 1: findings; 2: wrong usage, or a workspace that cannot be read or written. */
export type ExitStatus = 0 | 1 | 2;

/** Options by long name, as `parseArgs` of `node:util` takes them. */
export type OptionTable = NonNullable<ParseArgsConfig['options']>;

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What stands behind `source-annotator` in the usage line. */
  readonly usage: string;
  /** Lines of help on its own options and on what its JSON looks like. */
  readonly help: readonly string[];
  /** The values that `--format` takes; the first is the default. */
  readonly formats: readonly [string, ...string[]];
  readonly options: OptionTable;
  readonly run: (invocation: Invocation) => Promise<ExitStatus>;
}

export interface Invocation {
  readonly terminal: Terminal;
  /** Absolute path of the workspace folder. */
  readonly folder: string;
  readonly format: string;
  /** What follows the name of the command. */
  readonly args: readonly string[];
  readonly options: Options;
}

export type Options = Readonly<Record<string, unknown>>;

/** The value of an option that takes one; absent when it was not given. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** Says what was wrong with the usage. */
export function usageError(terminal: Terminal, message: string): ExitStatus {
  terminal.complain(message);
  return 2;
}
