/** The lines of an attributes file that name the files of the format, between two lines that mark them. */

const BEGIN = '# >>> source-annotator';
const FOLDER = '# folder: ';
const END = '# <<< source-annotator';
/** So that removing the lines gives the file back as it was, to the byte. */
const UNENDED = ' (the line before had no line break)';
const WORDS =
  '# Written by “source-annotator git install”; “source-annotator git uninstall” removes it.';

/** What the marked lines say, and the text around them. */
interface Marked {
  readonly before: string;
  readonly after: string;
  readonly workspaces: readonly string[];
}

/**
 * The folders with annotations that the marked lines name, relative to the folder of the attributes
 * file, `''` for that folder itself. None where nothing is marked.
 */
export function workspacesIn(text: string): readonly string[] {
  return marked(text)?.workspaces ?? [];
}

/** The text with the lines for these folders in the place of those that were marked; without folders, with none. */
export function withWorkspaces(text: string, workspaces: readonly string[]): string {
  const known = marked(text);
  if (workspaces.length === 0) return known === undefined ? text : known.before + known.after;
  const { before, after } = known ?? { before: text, after: '' };
  const isUnended = before !== '' && !before.endsWith('\n');
  const lines = [
    `${BEGIN}${isUnended ? UNENDED : ''}`,
    WORDS,
    ...[...workspaces].sort().flatMap(linesFor),
    END,
  ];
  return `${before}${isUnended ? '\n' : ''}${lines.join('\n')}\n${after}`;
}

function marked(text: string): Marked | undefined {
  const begin = text.search(/^# >>> source-annotator/m);
  if (begin === -1) return undefined;
  const end = text.indexOf(`\n${END}`, begin);
  if (end === -1) return undefined;
  const feed = text.indexOf('\n', end + 1);
  const lines = text.slice(begin, end).split(/\r?\n/);
  const isUnended = lines[0]?.endsWith(UNENDED) === true;
  return {
    before: text.slice(0, isUnended ? text.slice(0, begin).search(/\r?\n$/) : begin),
    after: feed === -1 ? '' : text.slice(feed + 1),
    workspaces: lines.flatMap((line) => folderIn(line) ?? []),
  };
}

/** Absent for other lines, and for one that somebody changed. */
function folderIn(line: string): string | undefined {
  if (!line.startsWith(FOLDER)) return undefined;
  try {
    return String(JSON.parse(line.slice(FOLDER.length)));
  } catch {
    return undefined;
  }
}

const PATTERNS = [
  'annotations/schema.yaml',
  'annotations/entities/*.yaml',
  'annotations/events/*.yaml',
  '**/*.ann.yaml',
];

function linesFor(workspace: string): readonly string[] {
  const at = workspace === '' ? '/' : `/${workspace.replaceAll(/[\\*?[]/g, '\\$&')}/`;
  return [
    `${FOLDER}${JSON.stringify(workspace)}`,
    ...PATTERNS.map(
      (each) => `${pathWord(at + each)} merge=source-annotator diff=source-annotator`,
    ),
  ];
}

/** Git reads a pattern in double quotes as a string of C. */
function pathWord(pattern: string): string {
  if (!/["\s]/.test(pattern)) return pattern;
  return `"${pattern.replaceAll(/["\\]/g, '\\$&')}"`;
}
