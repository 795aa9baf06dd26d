/** The texts of one side, as sources and files of the format are decoded. */
import { fileKind } from '../../core/storage/paths';
import { isBinary } from '../../core/text/normalise';
import { decodeSource, decodeUtf8, isExactly } from '../decodeText';
import type { Tree } from './sides';

export interface SideTexts {
  readonly texts: ReadonlyMap<string, string>;
  /** Why files cannot be compared, by path, as the end of a sentence. */
  readonly spoilt: ReadonlyMap<string, string>;
  /** Files that this clone does not have. */
  readonly missing: readonly string[];
  /** Files of the format that are no UTF-8: their texts are what could be read. */
  readonly garbled: readonly string[];
}

/** What a tree does not have is left out. */
export async function readTexts(
  tree: Pick<Tree, 'paths' | 'read'>,
  paths: readonly string[],
): Promise<SideTexts> {
  const texts = new Map<string, string>();
  const spoilt = new Map<string, string>();
  const missing: string[] = [];
  const garbled: string[] = [];
  for (const reading of await tree.read(paths.filter((path) => tree.paths.has(path)))) {
    const { path } = reading;
    if (reading.kind === 'unreadable') {
      if (reading.reason === 'missing') missing.push(path);
      else if (reading.reason !== 'gone') spoilt.set(path, reading.message);
    } else if (fileKind(path) !== undefined) {
      const text = decodeUtf8(reading.bytes);
      texts.set(path, text);
      if (!isExactly(reading.bytes, text)) garbled.push(path);
    } else {
      const text = decodeSource(reading.bytes);
      if (isBinary(text)) spoilt.set(path, 'it is no text');
      else texts.set(path, text);
    }
  }
  return { texts, spoilt, missing, garbled };
}
