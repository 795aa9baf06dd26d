/** Where the command line reads and writes: the process, or a test. */

export interface Terminal {
  /** Absolute path that relative ones start from. */
  readonly currentFolder: string;
  /** The version of the product. */
  readonly version: string;
  /** Absolute URL of the folder with the documentation, with a slash at its end. */
  readonly documentation: string;
  /** Absolute paths of what runs this: the Node executable and the script. */
  readonly program: { readonly node: string; readonly script: string };
  /** Whether standard output shows colours; absent means that it does not. */
  readonly colours?: boolean;
  /** All of standard input as text. */
  readonly readInput: () => Promise<string>;
  /** Writes to standard output, as it is. */
  readonly write: (text: string) => void;
  /** Writes a message for the person to standard error, one line. */
  readonly complain: (message: string) => void;
}

/** One JSON object on standard output. */
export function writeJson(terminal: Terminal, value: object): void {
  terminal.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Rows with their columns aligned, two spaces apart, for people. */
export function alignedRows(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows
    .map((row) => {
      const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
      return `${cells.join('  ').trimEnd()}\n`;
    })
    .join('');
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
