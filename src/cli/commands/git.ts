/** `source-annotator git install|uninstall`: git merges and compares annotation files record by record. */
import path from 'node:path';
import type { HookOutcome } from '../../node/gitSetup/hook';
import type { Program } from '../../node/gitSetup/program';
import {
  install,
  uninstall,
  type SetupFailure,
  type SetupOutcome,
} from '../../node/gitSetup/setup';
import { textOption, usageError, type Command, type ExitStatus, type Invocation } from '../command';
import { reasonOf } from '../../node/folder';
import { writeJson } from '../terminal';

interface SetupJson {
  /** Absolute paths of what was written or removed. */
  readonly written: readonly string[];
  readonly hook?: {
    readonly outcome: HookOutcome['kind'];
    readonly path: string;
    readonly line?: string;
  };
}

export const git: Command = {
  summary: 'Let git merge and compare annotation files record by record.',
  usage: 'git install [--hook] [--attributes-file] [--command …] | git uninstall',
  help: [
    'install writes a merge driver, a text conversion for git diff and the files that they are for',
    'into the git folder of this clone; nothing outside of it, and nothing that is committed. A second',
    'time changes nothing, and uninstall takes out what install wrote.',
    '  --hook             also check what is staged before each commit; a hook that is there stays',
    '  --attributes-file  name the files in .gitattributes, to be committed for everybody',
    '  --command COMMAND  how git is to call this command line, e.g. “npx source-annotator”;',
    '                     by default by the absolute paths of Node and of its script',
    'JSON: { "written": [path…], "hook"?: { outcome, path, line? } }. Exit status: 1 when the hook',
    'could not be written, 2 without a repository that has files checked out.',
  ],
  formats: ['text', 'json'],
  options: {
    hook: { type: 'boolean' },
    'attributes-file': { type: 'boolean' },
    command: { type: 'string' },
  },
  async run(invocation) {
    const { terminal, folder, args, options } = invocation;
    const [action, ...others] = args;
    if ((action !== 'install' && action !== 'uninstall') || others.length > 0) {
      return usageError(terminal, 'git takes one word: install or uninstall.');
    }
    const program = programOf(invocation);
    if (program.kind === 'command' && program.command.trim() === '') {
      return usageError(terminal, '--command takes what a shell would run.');
    }
    const outcome =
      action === 'install'
        ? await install(folder, {
            program,
            hook: options['hook'] === true,
            isShared: options['attributes-file'] === true,
          })
        : await uninstall(folder, { program });
    return report(invocation, action, outcome);
  },
};

function programOf({ terminal, options }: Invocation): Program {
  const command = textOption(options, 'command');
  if (command !== undefined) return { kind: 'command', command };
  const isElectron = process.versions['electron'] !== undefined;
  return { kind: 'files', ...terminal.program, isElectron };
}

function report(
  { terminal, folder, format }: Invocation,
  action: 'install' | 'uninstall',
  outcome: SetupOutcome,
): ExitStatus {
  if (!outcome.ok) return usageError(terminal, wordsOf(outcome.failure));
  const { written, hook } = outcome;
  const status = hook === undefined ? 0 : statusOf(hook);
  if (format === 'json') {
    const line = hook !== undefined && 'line' in hook ? { line: hook.line } : {};
    const said = hook && { hook: { outcome: hook.kind, path: hook.path, ...line } };
    const json: SetupJson = { written, ...said };
    writeJson(terminal, json);
  } else if (action === 'install') {
    const shown = written.map((each) => `  ${shownPath(folder, each)}\n`).join('');
    terminal.write(
      written.length === 0
        ? 'All of it is installed already.\n'
        : `Installed in this clone:\n${shown}`,
    );
    if (written.some((each) => path.basename(each) === '.gitattributes')) {
      terminal.write(
        'Commit .gitattributes; in other clones, run “source-annotator git install” once.\n',
      );
    }
  } else {
    const shown = written.map((each) => `  ${shownPath(folder, each)}\n`).join('');
    terminal.write(
      written.length === 0 ? 'Nothing was installed here.\n' : `Taken out of this clone:\n${shown}`,
    );
  }
  const complaint = hook === undefined ? undefined : complaintOf(hook);
  if (complaint !== undefined) terminal.complain(complaint);
  return status;
}

function wordsOf(failure: SetupFailure): string {
  if (failure.kind !== 'unwritten') return failure.message;
  return `${failure.path} cannot be written: ${reasonOf(failure.error)}.`;
}

function statusOf({ kind }: HookOutcome): ExitStatus {
  return kind === 'kept' || kind === 'shared' || kind === 'failed' ? 1 : 0;
}

function complaintOf(hook: HookOutcome): string | undefined {
  switch (hook.kind) {
    case 'kept':
      return `There is another hook already, which stays as it is: ${hook.path}. To check before each commit, add to it:\n${hook.line}`;
    case 'shared':
      return `The hooks of this repository are shared with others (core.hooksPath), so none was written. To check before each commit, add to ${hook.path}:\n${hook.line}`;
    case 'failed':
      return `${hook.path} cannot be written: ${reasonOf(hook.error)}.`;
    default:
      return undefined;
  }
}

function shownPath(folder: string, file: string): string {
  const relative = path.relative(folder, file);
  return relative.startsWith('..') ? file : relative;
}
