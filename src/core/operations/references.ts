/** Every file that names a record: naming another one there, or no longer naming it. */
import { dropReferences, retargetReferences } from '../storage/editReferences';
import { removeRejections } from '../storage/editRejections';
import type { Annotation } from '../model/annotation';
import type { Rejection } from '../model/rejection';
import type { Draft } from './draft';
import { done, type Outcome } from './operation';
import { isSameRejection } from './rejections';
import { rewrite } from './rewrite';

interface Change {
  readonly from: string;
  readonly into: string;
}

/** `except` is the path of a file that goes on naming `from`. */
export function retargetAll(draft: Draft, change: Change, except: string): Outcome {
  for (const path of draft.filesNamingRecord(change.from)) {
    if (path === except) continue;
    const former = rejectionsOf(draft, path, change.from);
    const outcome = rewrite(draft, path, change.into, (text, known) =>
      retargetReferences(path, text, change, known),
    );
    if (!outcome.ok) return outcome;
    const tidied = former.size === 0 ? outcome : withoutVain(draft, path, former, change.into);
    if (!tidied.ok) return tidied;
  }
  return done(change.into);
}

/** What annotations are about stays; `except` are the paths of files that go anyway. */
export function dropAll(draft: Draft, id: string, except: ReadonlySet<string>): Outcome {
  for (const path of draft.filesNamingRecord(id)) {
    if (except.has(path)) continue;
    const outcome = rewrite(draft, path, id, (text, known) =>
      dropReferences(path, text, id, known),
    );
    if (!outcome.ok) return outcome;
  }
  return done(id);
}

/** Rejections that now repeat another one, or reject what the same words are annotated as, go. */
function withoutVain(
  draft: Draft,
  path: string,
  former: ReadonlySet<string>,
  into: string,
): Outcome {
  const content = draft.content(path);
  if (content?.kind !== 'annotations') return done(into);
  const kept: Rejection[] = content.rejected.filter(({ id }) => !former.has(id));
  const vain = new Set<string>();
  for (const rejection of content.rejected.filter(({ id }) => former.has(id))) {
    const isVain =
      kept.some((each) => isSameRejection(each, rejection)) ||
      content.annotations.some((each) => isAnnotated(each, rejection, into));
    if (isVain) vain.add(rejection.id);
    else kept.push(rejection);
  }
  if (vain.size === 0) return done(into);
  return rewrite(draft, path, into, (text, known) => removeRejections(text, vain, known));
}

function isAnnotated({ entity, targets }: Annotation, { target }: Rejection, id: string): boolean {
  const [first, ...others] = targets;
  return (
    entity === id &&
    others.length === 0 &&
    first.start === target.start &&
    first.end === target.end &&
    first.exact === target.exact
  );
}

function rejectionsOf(draft: Draft, path: string, entity: string): ReadonlySet<string> {
  const content = draft.content(path);
  const rejected = content?.kind === 'annotations' ? content.rejected : [];
  const own = rejected.filter(
    ({ reading }) => reading.kind === 'entity' && reading.entity === entity,
  );
  return new Set(own.map(({ id }) => id));
}
