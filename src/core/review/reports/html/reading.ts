/** The lines of a source in which something changed, with the passages marked where they are. */
import type { SourceText } from '../../../text/sourceText';
import type { Span } from '../../../text/span';
import type { Action } from '../../change';
import { passageOf, spansOf } from '../../passageOf';
import type { ReportContext } from '../context';
import type { Placed } from '../html';
import { escapeHtml } from './escape';

interface Mark extends Span {
  readonly placed: Placed;
  readonly action: Action;
}

/** Lines without a mark that are shown above and below one with a mark. */
const AROUND = 1;

export interface Reading {
  /** Nothing where no text is known, or none has a passage that changed. */
  readonly html: string;
  /** The anchors of the changes whose passages are marked. */
  readonly marked: ReadonlySet<string>;
}

/**
 * The newer text, in which what was removed is marked as well where its words still stand.
 */
export function readingOf(placed: readonly Placed[], context: ReportContext): Reading {
  const texts = new Map<string, Placed[]>();
  for (const each of placed) {
    const passage = passageOf(each.change);
    const source = passage?.after?.source ?? passage?.before?.source;
    if (source === undefined || each.change.kind === 'text') continue;
    texts.set(source, [...(texts.get(source) ?? []), each]);
  }
  const marked = new Set<string>();
  const parts = [...texts].map(([path, own]) => {
    const now = context.sourceText(path, 'after');
    const text = now ?? context.sourceText(path, 'before');
    return text === undefined ? '' : readingIn(text, marksIn(text, own), marked);
  });
  return { html: parts.join(''), marked };
}

function marksIn(text: SourceText, placed: readonly Placed[]): readonly Mark[] {
  return placed.flatMap((each) => {
    const passage = passageOf(each.change);
    const targets = (passage?.after ?? passage?.before)?.targets ?? [];
    const { action } = each.change;
    return spansOf(text, targets).map((span) => ({ ...span, placed: each, action }));
  });
}

/** Adds to `seen` the anchors of what it marks. */
function readingIn(text: SourceText, marks: readonly Mark[], seen: Set<string>): string {
  if (marks.length === 0) return '';
  const shown = new Set<number>();
  for (const { start, end } of marks) {
    const first = text.lines.positionAt(start).line - AROUND;
    const last = text.lines.positionAt(end).line + AROUND;
    for (let line = Math.max(0, first); line <= last && line < text.lines.lineCount; line++) {
      shown.add(line);
    }
  }
  const sorted = [...marks].sort((a, b) =>
    a.start === b.start ? b.end - a.end : a.start - b.start,
  );
  const lines: string[] = [];
  let previous = -1;
  for (const line of [...shown].sort((a, b) => a - b)) {
    if (line > previous + 1) lines.push('<li class="gap" aria-label="Lines left out">⋯</li>');
    const span = text.lines.lineSpan(line);
    const own = sorted.filter(({ start, end }) => start < span.end && end > span.start);
    lines.push(`<li value="${line + 1}" dir="auto">${lineOf(text.text, span, own, seen)}</li>`);
    previous = line;
  }
  return `<ol class="reading">${lines.join('\n')}</ol>`;
}

/** Marks may lie in one another: each stretch of a line says what all of those on it are. */
function lineOf(text: string, line: Span, marks: readonly Mark[], seen: Set<string>): string {
  const edges = new Set([line.start, line.end]);
  for (const { start, end } of marks) {
    edges.add(Math.max(start, line.start));
    edges.add(Math.min(end, line.end));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const parts = sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? end;
    const words = escapeHtml(text.slice(start, end));
    const own = marks.filter((mark) => mark.start < end && mark.end > start);
    return own.length === 0 ? words : marked(words, own, seen);
  });
  return parts.join('');
}

/** A link to the innermost of them; the first stretch of each can be linked to. */
function marked(words: string, marks: readonly Mark[], seen: Set<string>): string {
  const inner = marks.reduce((one, other) =>
    other.end - other.start <= one.end - one.start ? other : one,
  );
  const ids = marks.flatMap(({ placed: { anchor } }) => {
    if (seen.has(anchor)) return [];
    seen.add(anchor);
    return [`<span id="p${anchor}"></span>`];
  });
  const label = marks.map(({ placed }) => placed.title).join('\n');
  const classes = [...new Set(marks.map(({ action }) => action))].join(' ');
  return `${ids.join('')}<a class="mark ${classes}" href="#${inner.placed.anchor}" title="${escapeHtml(label)}">${words}</a>`;
}
