/** How git calls the command line: words for `sh`, which is what git runs, on Windows too. */

/** The command line, as files of this machine or as a command that is found on the path. */
export type Program =
  | {
      readonly kind: 'files';
      /** Absolute paths of the Node executable and of the script. */
      readonly node: string;
      readonly script: string;
      /** Whether `node` is an Electron, which is a Node only when it is told so. */
      readonly isElectron: boolean;
    }
  /** In the words of a shell, e.g. `npx source-annotator`. */
  | { readonly kind: 'command'; readonly command: string };

/** One word for `sh`, whatever is in it. */
export function quoted(word: string): string {
  if (/^[\w@+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** Calls the program with these arguments, which are in the words of a shell. */
function call(program: Program, args: string): string {
  if (program.kind === 'command') return `${program.command} ${args}`;
  const electron = program.isElectron ? 'ELECTRON_RUN_AS_NODE=1 ' : '';
  return `${electron}${quoted(program.node)} ${quoted(program.script)} ${args}`;
}

/** A command that succeeds where the program is, as far as can be seen: it may have been moved since. */
export function isThere(program: Program): string {
  if (program.kind === 'files') {
    return `test -x ${quoted(program.node)} && test -f ${quoted(program.script)}`;
  }
  const [name = ''] = program.command.trim().split(/\s+/);
  return /^[\w./-]+$/.test(name) ? `command -v ${name} >/dev/null 2>&1` : 'true';
}

/**
 * What `merge.source-annotator.driver` is: git puts its own words in the place of what begins with a
 * percent sign, quoted where they need it. Where the program does not merge, and leaves no conflict
 * either, the lines are merged as git would: a driver that fails without a word would hide one side.
 * With status 1 there may be conflicts, or the program broke; with any above nothing was written.
 */
export function mergeDriver(program: Program): string {
  const args = '--path=%P --ours-label=%X --theirs-label=%Y -- %O %A %B';
  return [
    `if ${doubled(isThere(program))}`,
    `then ${doubled(call(program, 'merge'))} ${args}; s=$?; else s=2; fi`,
    'if test $s -gt 1 || { test $s -eq 1 && ! grep -q "^<<<<<<<" %A; }',
    'then git merge-file -q --marker-size=%L %A %O %B; s=$?; fi',
    'test $s -lt 128 || s=1; exit $s',
  ].join('; ');
}

/** What `diff.source-annotator.textconv` is: git puts the file behind it. */
export function textConversion(program: Program, workspaces: readonly string[]): string {
  const names = workspaces.map((folder) => `--names ${quoted(folder === '' ? '.' : folder)} `);
  const own = call(program, `textconv ${names.join('')}-- "$1"`);
  return `f() { ${isThere(program)} && ${own} || cat "$1"; }; f`;
}

/** The line of a hook that lets nothing pass that `check` reports of what is to be committed. */
export function hookLine(program: Program, workspace: string): string {
  const folder = workspace === '' ? '' : `-C ${quoted(workspace)} `;
  return `${call(program, `${folder}check --staged`)} || exit 1`;
}

function doubled(words: string): string {
  return words.replaceAll('%', '%%');
}
