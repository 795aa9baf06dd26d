/** A file as the `yaml` package reads it: what every faster reading must agree with. */
import type { MapNode } from './node';
import { readYaml, type YamlFinding } from './readYaml';

export interface YamlDocument {
  readonly text: string;
  /** Absent when the text is empty or its top level is not a map. */
  readonly root: MapNode | undefined;
  /** Not empty: the file does not parse as the format asks, and must not be written. */
  readonly findings: readonly YamlFinding[];
}

const FOREIGN_LINE = /^(?:---|\.\.\.|%|<<<<<<<|=======|>>>>>>>|[?:!&*|>@`"'[{-])|^[ ]*\t/m;

/** Never throws. */
export function readWhole(text: string): YamlDocument {
  const { root, findings } = readYaml(text);
  if (root === undefined) return { text, root: undefined, findings };
  if (root.kind !== 'map') {
    const message = 'The top level of the file must be a map of keys.';
    const finding = { code: 'yaml-syntax', message, start: root.start, end: root.end } as const;
    return { text, root: undefined, findings: [...findings, finding] };
  }
  return { text, root, findings };
}

/** Whether some line may mean something else by itself than in the whole of its file. */
export function hasForeignLine(text: string): boolean {
  return FOREIGN_LINE.test(text);
}
