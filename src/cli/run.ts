/** From the arguments to a command, its options and its exit status. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  textOption,
  usageError,
  type Command,
  type ExitStatus,
  type Options,
  type OptionTable,
} from './command';
import { COMMANDS } from './commands/table';
import { commandHelp, generalHelp } from './help';
import type { Terminal } from './terminal';

const GLOBAL_OPTIONS = {
  directory: { type: 'string', short: 'C' },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies OptionTable;

/** Runs `source-annotator` with these arguments. Never rejects for what a person may do wrong. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [name, ...more] = loosePositionals(args);
  const command = COMMANDS.get(name ?? '');
  const parsed = parse(args, command?.options ?? {});
  if (!parsed.ok) return usageError(terminal, parsed.message);
  const { options } = parsed;
  if (options['version'] === true) {
    terminal.write(`${terminal.version}\n`);
    return 0;
  }
  if (name === undefined || name === 'help') {
    const topic = COMMANDS.get(more[0] ?? '');
    terminal.write(topic === undefined ? generalHelp() : commandHelp(topic));
    return name === undefined && options['help'] !== true ? 2 : 0;
  }
  if (command === undefined) {
    const known = [...COMMANDS.keys()].join(', ');
    return usageError(terminal, `There is no command “${name}”; there are ${known}.`);
  }
  if (options['help'] === true) {
    terminal.write(commandHelp(command));
    return 0;
  }
  return runCommand(command, options, parsed.positionals.slice(1), terminal);
}

async function runCommand(
  command: Command,
  options: Options,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const format = textOption(options, 'format') ?? command.formats[0];
  if (!command.formats.includes(format)) {
    const message = `--format is one of ${command.formats.join(', ')}, not “${format}”.`;
    return usageError(terminal, message);
  }
  const folder = path.resolve(terminal.currentFolder, textOption(options, 'directory') ?? '.');
  return command.run({ terminal, folder, format, args, options });
}

/** The words that are no options, when nothing is known yet of what the command takes. */
function loosePositionals(args: readonly string[]): readonly string[] {
  const every = Object.assign(
    {},
    ...[...COMMANDS.values()].map(({ options }) => options),
  ) as object;
  const options: OptionTable = { ...every, ...GLOBAL_OPTIONS };
  return parseArgs({ args: [...args], options, strict: false, allowPositionals: true }).positionals;
}

type Parsed =
  | { readonly ok: true; readonly options: Options; readonly positionals: readonly string[] }
  | { readonly ok: false; readonly message: string };

function parse(args: readonly string[], own: OptionTable): Parsed {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...own, ...GLOBAL_OPTIONS },
      allowPositionals: true,
    });
    return { ok: true, options: values, positionals };
  } catch (error) {
    // Node says in the first sentence what is wrong, and then how to write other things.
    const [message = ''] = String(error instanceof Error ? error.message : error).split('. ');
    return { ok: false, message: `${message.replace(/\.$/, '')}. See source-annotator --help.` };
  }
}
