/** The three versions that a merge is given, as files. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeUtf8, isExactly } from '../../node/decodeText';
import { reasonOf } from '../../node/folder';

export interface Side {
  /** Absolute. */
  readonly file: string;
  /** Absent where there is no version, or where its bytes are no UTF-8. */
  readonly text: string | undefined;
  readonly isUtf8: boolean;
  /** Whether it stands for a file that is not there. */
  readonly isNone: boolean;
}

export type Reading =
  { readonly ok: true; readonly side: Side } | { readonly ok: false; readonly message: string };

/**
 * `/dev/null` is a file that is not there; so is an empty base, which is what git passes where both
 * sides have made the file.
 */
export async function readSide(folder: string, name: string, isBase: boolean): Promise<Reading> {
  const file = path.resolve(folder, name);
  if (name === '/dev/null' || name === 'NUL') return { ok: true, side: none(file) };
  try {
    const bytes = await readFile(file);
    if (isBase && bytes.length === 0) return { ok: true, side: none(file) };
    const text = decodeUtf8(bytes);
    const isUtf8 = isExactly(bytes, text);
    return { ok: true, side: { file, text: isUtf8 ? text : undefined, isUtf8, isNone: false } };
  } catch (error) {
    return { ok: false, message: `Cannot read ${name}: ${reasonOf(error)}.` };
  }
}

function none(file: string): Side {
  return { file, text: undefined, isUtf8: true, isNone: true };
}
