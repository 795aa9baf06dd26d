/** Which records and keys the conflicts of a file are about, by the columns that the format writes. */
import type { Span } from '../text/span';

const KEY = /^( {2})?([^\s#:<>=|"'-][^\s:]*|"[^"\n]*"):(?=\s|$)/gm;
const SECTIONS = new Set(['annotations', 'rejected']);

/**
 * For each of the spans, which are in order: the ids of the records in an annotation file, or the keys of
 * any other file, that have lines in it. The first one may begin above the span.
 */
export function namesInConflicts(
  text: string,
  spans: readonly Span[],
): readonly (readonly string[])[] {
  const keys = text.matchAll(KEY);
  let next = keys.next();
  let [section, record] = ['', ''];
  return spans.map(({ start, end }) => {
    const names = new Set<string>();
    const enter = ([, indent, name = '']: RegExpExecArray): void => {
      if (indent === undefined) [section, record] = [name, ''];
      else record = name;
    };
    for (; next.done !== true && next.value.index < start; next = keys.next()) enter(next.value);
    const isCut = !/^(?: {2})?[^\s#<>=|]/.test(firstLine(text, start));
    if (isCut) names.add(nameOf(section, record));
    for (; next.done !== true && next.value.index < end; next = keys.next()) {
      enter(next.value);
      names.add(nameOf(section, record));
    }
    names.delete('');
    return [...names];
  });
}

function nameOf(section: string, record: string): string {
  return SECTIONS.has(section) ? record : section;
}

/** The first line of a conflict below its marker. */
function firstLine(text: string, start: number): string {
  const from = text.indexOf('\n', start) + 1;
  const to = text.indexOf('\n', from);
  return text.slice(from, to === -1 ? text.length : to);
}

/** `in “a”, “b” and 3 more`, or nothing. */
export function inNames(names: readonly string[], most = 3): string {
  if (names.length === 0) return '';
  const some = names.slice(0, most).map((name) => `“${name}”`);
  const rest = names.length - some.length;
  const last = rest > 0 ? `${rest} more` : some.pop();
  const words = some.length === 0 ? last : `${some.join(', ')} and ${last ?? ''}`;
  return ` in ${words ?? ''}`;
}
