/** What stands between quotation marks. */
import { paragraphAt, trimmed } from './sentences';
import type { Span } from './span';

/** Opening mark → the marks that may close it. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '‹': '›',
  '「': '」',
  '『': '』',
  '‘': '’',
};
const MARKS = /["“”„«»‹›「」『』‘’]/g;
const WORD = /[\p{L}\p{N}]/u;
/** Marks of the sentence around a quotation that English sets inside it. */
const BORROWED_END = /[\s,;.]+$/;
const ABBREVIATED_END = /\p{Lu}\.\p{Lu}\.[\s,;]*$/u;

/** A quotation: `outer` with its marks, `content` without them and without a borrowed comma or stop. */
interface Quotation {
  readonly outer: Span;
  readonly content: Span;
}

/**
 * The content of the innermost quotation that `offset` (UTF-16) lies in or touches. A quotation ends
 * with its paragraph when nothing closes it before. `undefined` outside of quotations.
 */
export function quotationAt(text: string, offset: number): Span | undefined {
  const around = quotationsIn(text, paragraphAt(text, offset)).filter(
    ({ outer }) => outer.start <= offset && offset <= outer.end,
  );
  around.sort((a, b) => a.outer.end - a.outer.start - (b.outer.end - b.outer.start));
  return around[0]?.content;
}

/** The quotations of one paragraph, nested ones too; those without content are left out. */
function quotationsIn(text: string, paragraph: Span): readonly Quotation[] {
  const found: Span[] = [];
  const open: { readonly at: number; readonly mark: string }[] = [];
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(MARKS)) {
    const [mark] = match;
    const at = paragraph.start + match.index;
    if (mark === '’' && isApostrophe(text, at)) continue;
    const opener = open.findLastIndex((each) => closersOf(each.mark).includes(mark));
    if (opener >= 0) {
      const start = open[opener]?.at ?? at;
      open.length = opener;
      found.push({ start, end: at + 1 });
    } else if (mark === '"' || mark in PAIRS) {
      open.push({ at, mark });
    }
  }
  const unclosed = open.flatMap(({ at, mark }) =>
    mark === '"' || mark === '‘' ? [] : [{ start: at, end: paragraph.end }],
  );
  return [...found, ...unclosed]
    .map((outer) => ({ outer, content: contentOf(text, outer) }))
    .filter(({ content }) => content.end > content.start);
}

function closersOf(mark: string): string {
  return mark === '"' ? '"' : (PAIRS[mark] ?? '');
}

function isApostrophe(text: string, at: number): boolean {
  return WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at + 1));
}

function contentOf(text: string, { start, end }: Span): Span {
  const closed = /["”“»›」』’]/.test(text.charAt(end - 1)) && end - start > 1;
  const inner = trimmed(text, { start: start + 1, end: closed ? end - 1 : end });
  const words = text.slice(inner.start, inner.end);
  if (ABBREVIATED_END.test(words)) return inner;
  return { start: inner.start, end: inner.start + words.replace(BORROWED_END, '').length };
}
