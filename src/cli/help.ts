/** What `--help` prints, made from the table of commands. */
import type { Command } from './command';
import { COMMANDS } from './commands/table';
import { alignedRows } from './terminal';

const GLOBAL_ROWS = [
  ['  -C, --directory DIR', 'the workspace folder, instead of the current one'],
  ['  --format FORMAT', 'text for people (the default), json for programs, …'],
  ['  --help, --version', ''],
] as const;

const CONVENTIONS = [
  'Exit status: 0 nothing to report, 1 findings, 2 wrong usage or a workspace that cannot be read.',
  'Offsets in JSON are Unicode code points over the normalised text (no byte order mark, line',
  'breaks as LF), the end exclusive; paths are POSIX, relative to the workspace folder.',
];

export function generalHelp(): string {
  const commands = [...COMMANDS].map(([name, { summary }]) => [`  ${name}`, summary]);
  return [
    'Usage: source-annotator [-C DIR] COMMAND [options]\n',
    `\nCommands:\n${alignedRows(commands)}`,
    `\nOptions of every command:\n${alignedRows(GLOBAL_ROWS)}`,
    `\n${paragraph(CONVENTIONS)}`,
    '\nHelp on a command: source-annotator help COMMAND\n',
  ].join('');
}

export function commandHelp(command: Command): string {
  return [
    `Usage: source-annotator [-C DIR] ${command.usage}\n`,
    `\n${command.summary}\n`,
    command.help.length === 0 ? '' : `\n${paragraph(command.help)}`,
    `\nFormats: ${command.formats.join(', ')}\n`,
  ].join('');
}

function paragraph(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
