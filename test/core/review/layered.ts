/** Layers written as a text with the annotations of each annotator beside it. */
import type { Annotation, AnnotationStatus, Role } from '../../../src/core/model/annotation';
import { layersBy, type Layer } from '../../../src/core/review/layers';
import { locate } from '../../../src/core/store/locate';
import { SourceText } from '../../../src/core/text/sourceText';
import { annotationFile, workspace, type Texts, type Workspace } from '../workspace';

export interface Sketch {
  readonly id: string;
  /** Words of the text, the first time that they occur; several for a discontinuous passage. */
  readonly on: string | readonly string[];
  readonly by?: string;
  readonly entity?: string;
  readonly event?: string;
  readonly type?: string;
  readonly value?: string;
  readonly note?: string;
  readonly certainty?: string;
  readonly status?: AnnotationStatus;
  readonly decision?: string;
  readonly roles?: readonly Role[];
}

/** A workspace with one source, `s.txt`. */
export function sketched(
  text: string,
  sketches: readonly Sketch[],
  records: Texts = {},
): Workspace {
  const file = annotationFile('s.txt', ...sketches.flatMap((each) => record(text, each)));
  return workspace({ ...records, ...file }, { 's.txt': text });
}

function record(text: string, { id, on, roles, ...fields }: Sketch): readonly string[] {
  const targets = (typeof on === 'string' ? [on] : on).map((exact) => {
    const from = text.indexOf(exact);
    const { codePoints } = SourceText.of(text);
    const start = codePoints.fromUtf16(from);
    return { exact, start, end: codePoints.fromUtf16(from + exact.length) };
  });
  const place =
    targets.length === 1
      ? Object.entries(targets[0] ?? {}).map(
          ([key, value]) => `    ${key}: ${JSON.stringify(value)}`,
        )
      : ['    fragments:', ...targets.map((each) => `      - ${JSON.stringify(each)}`)];
  return [
    `  ${id}:`,
    ...place,
    ...Object.entries(fields).map(([key, value]) => `    ${key}: ${JSON.stringify(value)}`),
    ...(roles === undefined ? [] : [`    roles: ${JSON.stringify(roles)}`]),
  ];
}

export function layersIn({ store, sourceText }: Workspace): readonly Layer[] {
  const { indexes } = store;
  return layersBy(indexes, {
    sourceText,
    located: (path) => {
      const text = sourceText(path);
      return text === undefined ? [] : locate(text, indexes.annotationsOf(path));
    },
  });
}

/** The layer of an annotator; an empty one of somebody who has none. */
export function layer(at: Workspace, name: string): Layer {
  const none = { annotations: new Map<string, readonly Annotation[]>(), unplaced: 0 };
  const records = { entity: () => undefined, event: () => undefined };
  return layersIn(at).find((each) => each.name === name) ?? { name, ...none, records };
}
