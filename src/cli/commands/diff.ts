/** `source-annotator diff`: what happened between two states of the files, by meaning. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compare, type Comparison } from '../../core/review/compare';
import { reasonOf } from '../../node/folder';
import { shortId } from '../../node/git/revisions';
import { loadRevisionPair, type LoadedSide } from '../../node/revisionPair';
import { textOption, usageError, type Command, type Invocation } from '../command';
import { askedSides } from '../diffing/asked';
import { recordNames } from '../diffing/names';
import { DIFF_REPORTS } from '../diffing/reports';
import { sourceTest } from '../diffing/sourceTest';
import { sourceTexts } from '../diffing/sources';

export const diff: Command = {
  summary: 'Say what changed between two revisions, by meaning.',
  usage: 'diff [BASE [HEAD]] [--staged] [--folders A B] [--source GLOB]',
  help: [
    'Without arguments, HEAD and the files of the folder; with BASE, that and the files; with BASE and',
    'HEAD (or BASE..HEAD), these two revisions; with A...B, the commit in which the two parted, and B.',
    '  --staged       the index instead of the files of the folder',
    '  --folders      two folders, which need no git; so are two arguments that name no revisions',
    '  --source GLOB  only changes in sources that fit, and in their annotations',
    '  --output FILE  writes the report there; - is standard output',
    'JSON: { "base", "head", "counts", "changes": [{ kind, action, path, source?, id?, aspects,',
    'before?, after?, lines }] }. Every line of the annotation files that differs is in “lines” of',
    'one change. Exit status: 0 no differences, 1 differences, 2 wrong usage, or no such revision.',
  ],
  formats: ['text', 'markdown', 'json', 'html'],
  options: {
    staged: { type: 'boolean' },
    folders: { type: 'boolean' },
    source: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  async run(invocation) {
    const { terminal, folder, args, options } = invocation;
    const flags = { staged: options['staged'] === true, folders: options['folders'] === true };
    const sides = await askedSides(folder, args, flags);
    if (!sides.ok) return usageError(terminal, sides.message);
    const { asked } = sides;
    const loaded = await loadRevisionPair(folder, asked.before, asked.after);
    if (!loaded.ok) return usageError(terminal, loaded.failure.message);
    const { before, after, notes } = loaded;
    for (const note of notes) terminal.complain(note);
    const { changes: all } = compare(loaded.pair);
    const source = textOption(options, 'source');
    const changes = all.filter(sourceTest(source));
    const written = await writeReport(
      invocation,
      { changes },
      {
        before,
        after,
        base: nameOf(before, asked.beforeName),
        head: nameOf(after),
      },
    );
    if (written !== undefined) return usageError(terminal, written);
    // What could not be compared differs, too.
    return changes.length === 0 && (notes.length === 0 || source !== undefined) ? 0 : 1;
  },
};

interface Compared {
  readonly before: LoadedSide;
  readonly after: LoadedSide;
  readonly base: string;
  readonly head: string;
}

/** Why the report could not be written; absent when it was. */
async function writeReport(
  { terminal, folder, format, options }: Invocation,
  comparison: Comparison,
  { before, after, base, head }: Compared,
): Promise<string | undefined> {
  const { changes } = comparison;
  const output = textOption(options, 'output') ?? '-';
  const form = DIFF_REPORTS.get(format);
  if (form === undefined) return `There is no format “${format}”.`;
  const quoted = form.quotes ? changes : [];
  const names = await recordNames(quoted, before, after);
  const report = form.write(comparison, {
    base,
    head,
    names: (id) => names.get(id),
    sourceText: await sourceTexts(quoted, before, after),
    colours: output === '-' && terminal.colours === true,
  });
  if (output === '-') {
    terminal.write(report);
    return undefined;
  }
  try {
    await writeFile(path.resolve(folder, output), report);
    return undefined;
  } catch (error) {
    return `Cannot write ${output}: ${reasonOf(error)}.`;
  }
}

/** `main (1a2b3c4)`, `working tree`. */
function nameOf({ label, commit }: LoadedSide, otherwise = label): string {
  const short = commit === undefined ? undefined : shortId(commit);
  return short === undefined || short === otherwise ? otherwise : `${otherwise} (${short})`;
}
