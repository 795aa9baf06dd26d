/** Which shape each kind of file has. */
import type { FileKind } from '../storage/paths';
import { ANNOTATION_FILE_SHAPE } from './annotationShape';
import { ENTITY_SHAPE, EVENT_SHAPE } from './recordShapes';
import { SCHEMA_SHAPE } from './schemaShape';
import type { KeyShape, MapShape, Shape } from './shape';

export const FILE_SHAPES: Readonly<Record<FileKind, MapShape>> = {
  annotations: ANNOTATION_FILE_SHAPE,
  entity: ENTITY_SHAPE,
  event: EVENT_SHAPE,
  schema: SCHEMA_SHAPE,
};

/** A step down: a key of a map, or `undefined` for an item of a list. */
export type ShapeStep = string | undefined;

/** What may stand where the steps lead; absent where the format says nothing. */
export function shapeAt(kind: FileKind, steps: readonly ShapeStep[]): Shape | undefined {
  let shape: Shape | undefined = FILE_SHAPES[kind];
  for (const step of steps) {
    shape = step === undefined ? itemOf(shape) : keyOf(shape, step)?.shape;
    if (shape === undefined) return undefined;
  }
  return shape;
}

/** What the key at the end of the steps is. */
export function keyShapeAt(kind: FileKind, steps: readonly ShapeStep[]): KeyShape | undefined {
  const key = steps.at(-1);
  const above = shapeAt(kind, steps.slice(0, -1));
  return key === undefined ? undefined : keyOf(above, key);
}

/** Of several forms, the one that is a map. */
export function mapOf(shape: Shape | undefined): MapShape | undefined {
  if (shape?.kind === 'either') return shape.forms.map(mapOf).find((form) => form !== undefined);
  return shape?.kind === 'map' ? shape : undefined;
}

function keyOf(shape: Shape | undefined, key: string): KeyShape | undefined {
  const form = mapOf(shape);
  if (form === undefined) return undefined;
  return Object.hasOwn(form.keys, key) ? form.keys[key] : form.others;
}

function itemOf(shape: Shape): Shape | undefined {
  if (shape.kind === 'either') {
    return shape.forms.map(itemOf).find((form) => form !== undefined);
  }
  return shape.kind === 'list' ? shape.items : undefined;
}
