/** `source-annotator merge`: three versions of a file of the format into one, record by record. */
import path from 'node:path';
import type { MergeConflict } from '../../core/review/merged';
import { decodeUtf8 } from '../../node/decodeText';
import { reasonOf } from '../../node/folder';
import { mergeByLine } from '../merging/byLine';
import { mergeByRecord } from '../merging/byRecord';
import { replaceFile } from '../merging/replaceFile';
import { readSide, type Side } from '../merging/sides';
import { workspacePath } from '../merging/workspacePath';
import { textOption, usageError, type Command, type ExitStatus, type Invocation } from '../command';
import { plural, writeJson } from '../terminal';

interface MergeJson {
  readonly conflicts: readonly MergeConflict[];
  /** Only where a side is no file of the format: how many places have markers after git's merge of lines. */
  readonly lineConflicts?: number;
}

interface Outcome {
  /** Absent where the file goes. */
  readonly bytes: Uint8Array | undefined;
  readonly conflicts: readonly MergeConflict[];
  readonly lineConflicts: number | undefined;
}

export const merge: Command = {
  summary: 'Merge three versions of an annotation file, record by record.',
  usage: 'merge BASE OURS THEIRS [-o FILE|-] [--path PATH]',
  help: [
    'Writes the result to OURS, or to the FILE of -o, - for standard output. What both sides changed,',
    'each in its own way, stands between conflict markers, both versions whole. A side that is no file',
    'of the format is merged line by line, as git does. /dev/null stands for a file that is not there.',
    '  --path PATH           the path in the workspace of the file that BASE, OURS and THEIRS are of',
    '  --ours-label NAME     what stands behind the conflict markers; so does --theirs-label',
    'As a merge driver of git: merge --path=%P --ours-label=%X --theirs-label=%Y -- %O %A %B, which is',
    'what “git install” writes.',
    'JSON: { "conflicts": [{ id, field?, ours?, theirs? }], lineConflicts? }.',
    'Exit status: 0 merged, 1 conflicts remain, 2 it cannot be merged: then nothing was written.',
  ],
  formats: ['text', 'json'],
  options: {
    output: { type: 'string', short: 'o' },
    path: { type: 'string' },
    'ours-label': { type: 'string' },
    'theirs-label': { type: 'string' },
  },
  async run(invocation) {
    const { terminal, folder, args, format } = invocation;
    const [baseName, oursName, theirsName, ...others] = args;
    const isComplete = baseName !== undefined && oursName !== undefined && theirsName !== undefined;
    if (!isComplete || others.length > 0) {
      return usageError(terminal, 'merge takes three files: BASE OURS THEIRS.');
    }
    const output = textOption(invocation.options, 'output') ?? oursName;
    if (output === '-' && format === 'json') {
      return usageError(terminal, 'With -o - the result is what is printed, so there is no JSON.');
    }
    const sides: Side[] = [];
    for (const [name, isBase] of [
      [baseName, true],
      [oursName, false],
      [theirsName, false],
    ] as const) {
      const reading = await readSide(folder, name, isBase);
      if (!reading.ok) return usageError(terminal, reading.message);
      sides.push(reading.side);
    }
    const [base, ours, theirs] = sides;
    if (base === undefined || ours === undefined || theirs === undefined) return 2;
    const written = ours.isNone ? theirsName : oursName;
    const named = textOption(invocation.options, 'path') ?? written;
    const outcome = await merged(invocation, { base, ours, theirs }, named);
    if (typeof outcome === 'string') return usageError(terminal, outcome);
    const failure = await write(invocation, output, outcome.bytes);
    if (failure !== undefined) return usageError(terminal, failure);
    return report(invocation, named, outcome);
  },
};

type ThreeSides = Readonly<Record<'base' | 'ours' | 'theirs', Side>>;

/** In words why it cannot be merged, where it cannot; `named` is the file as the person knows it. */
async function merged(
  { terminal, options }: Invocation,
  sides: ThreeSides,
  named: string,
): Promise<Outcome | string> {
  const labels = {
    ours: labelOf(options, 'ours-label') ?? 'ours',
    theirs: labelOf(options, 'theirs-label') ?? 'theirs',
  };
  const { base, ours, theirs } = sides;
  const input = { base: base.text, ours: ours.text, theirs: theirs.text, labels };
  const isText = [base, ours, theirs].every(({ isUtf8 }) => isUtf8);
  const why = isText
    ? mergeByRecord({ ...input, path: workspacePath(named, ours.text ?? theirs.text ?? '') })
    : 'is not UTF-8';
  if (typeof why !== 'string') {
    const bytes = why.text === undefined ? undefined : Buffer.from(why.text, 'utf8');
    return { bytes, conflicts: why.conflicts, lineConflicts: undefined };
  }
  const byLine = await mergeByLine({ ...sides, labels });
  if (!byLine.ok) {
    return `${named} ${why}, and its lines cannot be merged either. ${byLine.message} Ours is left as it was.`;
  }
  terminal.complain(`${named}: a version of it ${why}, so its lines were merged as git does.`);
  return { bytes: byLine.bytes, conflicts: [], lineConflicts: byLine.conflicts };
}

/** Git leaves a placeholder that it does not know as it is. */
function labelOf(options: Invocation['options'], name: string): string | undefined {
  const label = textOption(options, name);
  return label === undefined || label === '' || /^%[A-Z]$/.test(label) ? undefined : label;
}

/** In words why it could not, where it could not. */
async function write(
  { terminal, folder }: Invocation,
  output: string,
  bytes: Uint8Array | undefined,
): Promise<string | undefined> {
  if (output === '-') {
    terminal.write(decodeUtf8(bytes ?? new Uint8Array()));
    return undefined;
  }
  try {
    await replaceFile(path.resolve(folder, output), bytes);
    return undefined;
  } catch (error) {
    return `Cannot write ${output}: ${reasonOf(error)}.`;
  }
}

function report(
  { terminal, format, options }: Invocation,
  shown: string,
  { conflicts, lineConflicts }: Outcome,
): ExitStatus {
  if (format === 'json') {
    const json: MergeJson = {
      conflicts,
      ...(lineConflicts === undefined ? {} : { lineConflicts }),
    };
    writeJson(terminal, json);
  } else {
    // With `-o -` standard output is the file.
    const say = textOption(options, 'output') === '-' ? terminal.complain : terminal.write;
    for (const conflict of conflicts) say(`${shown}: ${wordsOf(conflict)}\n`);
    if (lineConflicts !== undefined && lineConflicts > 0) {
      say(`${shown}: ${plural(lineConflicts, 'conflict')} of lines\n`);
    }
  }
  return conflicts.length > 0 || (lineConflicts ?? 0) > 0 ? 1 : 0;
}

function wordsOf({ id, field, ours, theirs }: MergeConflict): string {
  if (field === undefined) return `${id}: one side removed what the other changed`;
  return `${id}, ${field}: ours ${ours ?? 'has none'}, theirs ${theirs ?? 'has none'}`;
}
