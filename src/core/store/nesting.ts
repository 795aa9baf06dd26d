/** Annotations of one source as a tree by containment, for the outline. */
import { contains, type Span } from '../text/span';
import { extentOf, type LocatedAnnotation } from './locate';

export interface NestedAnnotation {
  readonly located: LocatedAnnotation;
  readonly extent: Span;
  readonly children: readonly NestedAnnotation[];
}

interface Open extends NestedAnnotation {
  readonly children: Open[];
}

/**
 * Each annotation goes under the innermost one that contains it; one that crosses another stands
 * beside it. `located` is in document order; those without a certain place are left out.
 */
export function nest(located: readonly LocatedAnnotation[]): readonly NestedAnnotation[] {
  const roots: Open[] = [];
  const open: Open[] = [];
  for (const each of located) {
    const extent = extentOf(each);
    if (extent === undefined) continue;
    let parent = open.at(-1);
    while (parent !== undefined && !contains(parent.extent, extent)) {
      open.pop();
      parent = open.at(-1);
    }
    const node: Open = { located: each, extent, children: [] };
    (parent?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}
