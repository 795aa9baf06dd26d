/** Operations from untrusted JSON, such as a line of `source-annotator apply`. */
import { isJsonObject } from './fieldChecks';
import {
  fieldsOfOperation,
  OPERATIONS,
  type FieldCheck,
  type OperationName,
} from './operationFields';
import type { Operation } from './operation';

export type Decoded =
  | { readonly ok: true; readonly operation: Operation }
  /** One sentence for the person that names the field that is wrong. */
  | { readonly ok: false; readonly message: string };

/**
 * Checks the shape of an operation: that it is known, that each field it needs is there, that every
 * field is one of its own and has the right type. Whether ids exist and passages are found is for
 * `perform` to say. Never throws.
 */
export function decodeOperation(json: unknown): Decoded {
  if (!isJsonObject(json)) return wrong('An operation is an object with “op”.');
  const op = json['op'];
  if (typeof op !== 'string') return wrong('An operation needs “op”, the name of what to do.');
  if (!isOperationName(op)) {
    const known = Object.keys(OPERATIONS).join(', ');
    return wrong(`There is no operation “${op}”; there are ${known}.`);
  }
  const message = complaint(op, json);
  return message === undefined ? { ok: true, operation: checked(json) } : wrong(message);
}

function complaint(op: OperationName, json: Readonly<Record<string, unknown>>): string | undefined {
  const fields = fieldsOfOperation(op);
  for (const [name, check] of fields) {
    const problem = fieldComplaint(op, name, check, json);
    if (problem !== undefined) return problem;
  }
  const names = [...fields.keys()];
  const unknown = Object.keys(json).find((name) => name !== 'op' && !names.includes(name));
  if (unknown !== undefined) {
    return `“${op}” has no field “${unknown}”; it has ${names.join(', ')}.`;
  }
  return OPERATIONS[op].passage === 'none' ? undefined : passageComplaint(op, json);
}

function fieldComplaint(
  op: OperationName,
  name: string,
  check: FieldCheck,
  json: Readonly<Record<string, unknown>>,
): string | undefined {
  if (!Object.hasOwn(json, name)) {
    return check.required ? `“${op}” needs “${name}”.` : undefined;
  }
  const value = json[name];
  if (value === null) {
    return check.nullable ? undefined : `“${name}” of “${op}” cannot be null.`;
  }
  return check.accepts(value) ? undefined : `“${name}” of “${op}” must be ${check.expected}.`;
}

/** A passage is `start` with `end`, `exact` with or without `occurrence`, or the fragments of an update. */
function passageComplaint(
  op: OperationName,
  json: Readonly<Record<string, unknown>>,
): string | undefined {
  const has = (name: string): boolean => Object.hasOwn(json, name);
  const byOffsets = has('start') || has('end');
  if (byOffsets && (has('exact') || has('occurrence'))) {
    return `“${op}” takes “start” and “end”, or “exact” and “occurrence”, not both.`;
  }
  if (has('targets') && (byOffsets || has('exact') || has('occurrence'))) {
    return `“${op}” takes “targets”, or one passage, not both.`;
  }
  if (has('start') !== has('end')) {
    return `“${op}” needs “${has('start') ? 'end' : 'start'}” beside “${has('start') ? 'start' : 'end'}”.`;
  }
  if (has('occurrence') && !has('exact')) return `“${op}” needs “exact” beside “occurrence”.`;
  if (OPERATIONS[op].passage === 'required' && !byOffsets && !has('exact')) {
    return `“${op}” needs a passage: “start” and “end”, or “exact”.`;
  }
  return undefined;
}

/** Only for what `complaint` found nothing wrong with: the table has the types of `Operation`. */
function checked(json: object): Operation {
  return json as Operation;
}

function isOperationName(op: string): op is OperationName {
  return Object.hasOwn(OPERATIONS, op);
}

function wrong(message: string): Decoded {
  return { ok: false, message };
}
