/** A text whose passages are followed through every edit: the oracle of the benchmark. */
import type { Span } from '../../../src/core/text/span';

/** `gone`: deleted. `unclear`: an edit cut it apart, so that nobody can say where it is. */
export type Fate = Span | 'gone' | 'unclear';

export interface Tracked {
  readonly text: string;
  readonly fates: readonly Fate[];
}

/**
 * What stands at `[start, end)` is taken out, is written differently (a name is still that name), or
 * gives way to other words, after which nobody can say where a passage is that was only these.
 */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'delete' | 'rewrite' | 'replace';
}

export function tracked(text: string, spans: readonly Span[]): Tracked {
  return { text, fates: spans };
}

export function insertion(at: number, text: string): Change {
  return { start: at, end: at, text, kind: 'rewrite' };
}

export function deletion({ start, end }: Span): Change {
  return { start, end, text: '', kind: 'delete' };
}

export function rewriting({ start, end }: Span, text: string): Change {
  return { start, end, text, kind: 'rewrite' };
}

/** All changes at once; of those that overlap the first. */
export function change(before: Tracked, changes: readonly Change[]): Tracked {
  const sorted = apart(changes);
  const parts: string[] = [];
  let end = 0;
  for (const each of sorted) {
    parts.push(before.text.slice(end, each.start), each.text);
    end = each.end;
  }
  parts.push(before.text.slice(end));
  const shifts = shiftsOf(sorted);
  const fates = before.fates.map((fate) =>
    typeof fate === 'string' ? fate : changed(fate, sorted, shifts),
  );
  return { text: parts.join(''), fates };
}

/** Takes `from` out and puts it in at `to`, which lies outside of it. */
export function move(before: Tracked, from: Span, to: number): Tracked {
  if (to >= from.start && to <= from.end) return before;
  const { text } = before;
  const length = from.end - from.start;
  const target = to > from.start ? to - length : to;
  const rest = text.slice(0, from.start) + text.slice(from.end);
  const moved = rest.slice(0, target) + text.slice(from.start, from.end) + rest.slice(target);
  const shifted = (at: number): number => {
    const inRest = at >= from.end ? at - length : at;
    return inRest >= target ? inRest + length : inRest;
  };
  const fates = before.fates.map((fate): Fate => {
    if (typeof fate === 'string') return fate;
    if (fate.start >= from.start && fate.end <= from.end) {
      const by = target - from.start;
      return { start: fate.start + by, end: fate.end + by };
    }
    if (fate.start < from.end && fate.end > from.start) return 'unclear';
    if (fate.start < to && to < fate.end) return 'unclear';
    const start = shifted(fate.start);
    return { start, end: start + fate.end - fate.start };
  });
  return { text: moved, fates };
}

function apart(changes: readonly Change[]): readonly Change[] {
  const sorted = [...changes].sort((a, b) =>
    a.start === b.start ? a.end - b.end : a.start - b.start,
  );
  const kept: Change[] = [];
  let end = -1;
  for (const each of sorted) {
    if (each.start < end || (each.start === end && each.start === each.end)) continue;
    kept.push(each);
    end = each.end;
  }
  return kept;
}

/** How far what follows each change has moved. */
function shiftsOf(changes: readonly Change[]): readonly number[] {
  let shift = 0;
  return changes.map(({ start, end, text }) => (shift += text.length - (end - start)));
}

function changed(span: Span, changes: readonly Change[], shifts: readonly number[]): Fate {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changes[middle]?.end ?? Infinity) <= span.start) low = middle + 1;
    else high = middle;
  }
  let start = span.start + (shifts[low - 1] ?? 0);
  let growth = 0;
  let lost = 0;
  for (let at = low; at < changes.length; at += 1) {
    const each = changes[at];
    if (each === undefined || each.start >= span.end) break;
    const by = each.text.length - (each.end - each.start);
    if (each.start <= span.start && each.end >= span.end) {
      if (each.kind === 'delete') return 'gone';
      if (each.kind === 'replace') return 'unclear';
      if (each.start < span.start || each.end > span.end) return 'unclear';
      return { start, end: start + each.text.length };
    }
    if (each.start >= span.start && each.end <= span.end) {
      growth += by;
      if (each.kind === 'delete') lost -= by;
      continue;
    }
    if (each.kind !== 'delete') return 'unclear';
    const inside = Math.min(each.end, span.end) - Math.max(each.start, span.start);
    lost += inside;
    growth -= inside;
    if (each.start < span.start) start = each.start + (shifts[at - 1] ?? 0);
  }
  if (lost > (span.end - span.start) / 2) return 'unclear';
  return { start, end: start + span.end - span.start + growth };
}
