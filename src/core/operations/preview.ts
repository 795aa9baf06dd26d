/** What operations would do to a file, in words: for dry runs. */
import type { Annotation } from '../model/annotation';
import type { Rejection } from '../model/rejection';
import { count } from '../outline/words';
import { parseFile, type FileContent } from '../storage/parse';
import { entityFields, eventFields, sourceFields } from '../storage/fields';
import { changedAnnotation, changedFields } from './changedFields';
import { commentWords, threadsIn } from './commentWords';
import type { FileChange } from './draft';

/** An annotation that changes, comes or goes. */
interface ChangedAnnotation {
  readonly before: Annotation | undefined;
  readonly after: Annotation | undefined;
}

/** What becomes of one file: `2 mentions name “li-hui”`, `becomes a redirect to “li-hui”`; never empty. */
export function wordsOfChange({ path, before, after }: FileChange): readonly string[] {
  const [old, now] = [contentOf(path, before), contentOf(path, after)];
  const words = wordsFor(old, now, changedAnnotations(old, now));
  return words.length === 0 ? ['changes in what is written, not in what it says'] : words;
}

function wordsFor(
  before: FileContent | undefined,
  after: FileContent | undefined,
  annotations: readonly ChangedAnnotation[],
): readonly string[] {
  const fate = before === undefined ? ['is made'] : after === undefined ? ['is deleted'] : [];
  if (before?.kind === 'annotations' || after?.kind === 'annotations') {
    const [old, now] = [annotationsIn(before), annotationsIn(after)];
    return [
      ...fate,
      ...annotationWords(annotations),
      ...rejectionWords(old?.rejected ?? [], now?.rejected ?? []),
      ...(old === undefined || now === undefined
        ? []
        : fieldWords([
            ...changedFields(sourceFields(old.source), sourceFields(now.source)).keys(),
          ])),
      ...commentWords(threadsIn(before), threadsIn(after)),
    ];
  }
  const into = mergedInto(after);
  if (into !== undefined && mergedInto(before) !== into) return [`becomes a redirect to “${into}”`];
  if (fate.length > 0) return fate;
  const comments = commentWords(threadsIn(before), threadsIn(after));
  return [...fieldWords(changedKeys(before, after)), ...comments];
}

/** `2 mentions name “li-hui”`, `1 role names “li-hui”`, `1 annotation goes`. */
function annotationWords(annotations: readonly ChangedAnnotation[]): readonly string[] {
  const tally = new Map<string, number>();
  const add = (what: string): void => {
    tally.set(what, (tally.get(what) ?? 0) + 1);
  };
  for (const { before, after } of annotations) {
    if (before === undefined || after === undefined) {
      add(after === undefined ? 'annotation goes' : 'annotation comes');
      continue;
    }
    let isTold = false;
    for (const key of ['entity', 'event'] as const) {
      if (before[key] === after[key]) continue;
      const what = key === 'entity' ? 'mention' : 'passage of evidence';
      const names = after[key];
      add(names === undefined ? `${what} loses its record` : `${what} names “${names}”`);
      isTold = true;
    }
    for (const { role, target } of after.roles) {
      if (before.roles.some((each) => each.role === role && each.target === target)) continue;
      add(`role names “${target}”`);
      isTold = true;
    }
    for (let gone = before.roles.length - after.roles.length; gone > 0; gone--) {
      add('role goes');
      isTold = true;
    }
    if (!isTold && !saysSame(before, after)) add('annotation changes');
  }
  return [...tally].map(([what, number]) => counted(number, what));
}

/** `mention names “x”` → `2 mentions name “x”`. */
function counted(number: number, what: string): string {
  if (number === 1) return `1 ${what}`;
  const [, noun = '', verb = '', rest = ''] =
    /^(.*?) (names|loses|goes|comes|changes)(.*)$/.exec(what) ?? [];
  const plural = noun === 'passage of evidence' ? 'passages of evidence' : `${noun}s`;
  const verbs: Readonly<Record<string, string>> = {
    names: 'name',
    loses: 'lose',
    goes: 'go',
    comes: 'come',
    changes: 'change',
  };
  return `${count(number, noun, plural)} ${verbs[verb] ?? verb}${rest.replace('its record', 'their record')}`;
}

function rejectionWords(
  before: readonly Rejection[],
  after: readonly Rejection[],
): readonly string[] {
  const ids = new Set(before.map(({ id }) => id));
  const left = new Set(after.map(({ id }) => id));
  const come = after.filter(({ id }) => !ids.has(id)).length;
  const gone = before.filter(({ id }) => !left.has(id)).length;
  const changed = after.filter((each) => {
    const old = before.find(({ id }) => id === each.id);
    return old !== undefined && JSON.stringify(old) !== JSON.stringify(each);
  }).length;
  const tally: readonly (readonly [number, string, string])[] = [
    [come, 'comes', 'come'],
    [gone, 'goes', 'go'],
    [changed, 'names another record', 'name another record'],
  ];
  return tally
    .filter(([number]) => number > 0)
    .map(
      ([number, one, many]) =>
        `${count(number, 'rejected suggestion')} ${number === 1 ? one : many}`,
    );
}

/** Whether nothing but the discussion differs. */
function saysSame(before: Annotation, after: Annotation): boolean {
  return [...changedAnnotation(before, after).keys()].every((key) => key === 'thread');
}

function fieldWords(keys: readonly string[]): readonly string[] {
  const told = keys.filter((key) => key !== 'thread');
  return told.length === 0 ? [] : [`changes in ${told.join(', ')}`];
}

function changedKeys(
  before: FileContent | undefined,
  after: FileContent | undefined,
): readonly string[] {
  if (before?.kind === 'entity' && after?.kind === 'entity') {
    return [...changedFields(entityFields(before.entity), entityFields(after.entity)).keys()];
  }
  if (before?.kind === 'event' && after?.kind === 'event') {
    return [...changedFields(eventFields(before.event), eventFields(after.event)).keys()];
  }
  return [];
}

function changedAnnotations(
  before: FileContent | undefined,
  after: FileContent | undefined,
): readonly ChangedAnnotation[] {
  const [old, now] = [
    annotationsIn(before)?.annotations ?? [],
    annotationsIn(after)?.annotations ?? [],
  ];
  const left = new Map(now.map((each) => [each.id, each]));
  const known = new Set(old.map(({ id }) => id));
  const changed = old
    .map((each) => ({ before: each, after: left.get(each.id) }))
    .filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.after));
  const come = now
    .filter(({ id }) => !known.has(id))
    .map((each) => ({ before: undefined, after: each }));
  return [...changed, ...come].sort((a, b) => startOf(a) - startOf(b));
}

function startOf({ before, after }: ChangedAnnotation): number {
  return (after ?? before)?.targets[0].start ?? 0;
}

function contentOf(path: string, text: string | undefined): FileContent | undefined {
  return text === undefined ? undefined : parseFile(path, text)?.content;
}

function annotationsIn(
  content: FileContent | undefined,
): Extract<FileContent, { kind: 'annotations' }> | undefined {
  return content?.kind === 'annotations' ? content : undefined;
}

function mergedInto(content: FileContent | undefined): string | undefined {
  if (content?.kind === 'entity') return content.entity.mergedInto;
  return content?.kind === 'event' ? content.event.mergedInto : undefined;
}
