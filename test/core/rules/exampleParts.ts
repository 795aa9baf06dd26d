/** What the examples of the checks are made of: one source, and files about it. */
import type { Moves } from '../../../src/core/store/moves';
import { SourceText } from '../../../src/core/text/sourceText';
import { annotationFile, lines, type Texts } from '../workspace';

export const SOURCE =
  'The minister of foreign affairs, Wang Yi, arrived in Guangzhou on Tuesday.\n';
export const BLOB = SourceText.of(SOURCE).blob;

export interface Example {
  readonly files: Texts;
  /** The source `s.txt`; absent: there is none. */
  readonly source?: string;
  readonly moves?: Moves;
  /** How many findings it has; absent: one. */
  readonly count?: number;
  /** How many of them are left when one is mended; absent: none. */
  readonly leaves?: number;
  /** The titles of what can be done; absent: nothing can. */
  readonly fixes?: readonly string[];
}

export function record(...fields: readonly string[]): Texts {
  return annotationFile('s.txt', '  a-00000a:', ...fields.map((field) => `    ${field}`));
}

export const CONTEXT = [
  'exact: "Wang Yi"',
  'prefix: "The minister of foreign affairs, "',
  'suffix: ", arrived in Guangzhou on Tuesday"',
];

export const FILE = 'annotations/s.txt.ann.yaml';
const HEAD = ['format: source-annotations/1', 'source:', '  path: s.txt'];

export function file(...more: readonly string[]): Texts {
  return { [FILE]: lines(...HEAD, ...more) };
}

export function mention(
  id: string,
  exact: string,
  start: number,
  ...more: readonly string[]
): string[] {
  const place = [`exact: "${exact}"`, `start: ${start}`, `end: ${start + exact.length}`];
  return [`  ${id}:`, ...[...place, ...more].map((field) => `    ${field}`)];
}

export const lawFile: Texts = {
  'annotations/entities/law.yaml': lines(
    'format: entity/1',
    'id: law',
    'type: document',
    'name: "law"',
  ),
};

export const TWICE = lines(...mention('a-00000a', 'Wang Yi', 33, 'note: "n"')).trimEnd();
