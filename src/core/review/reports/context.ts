/** What reports of a comparison are given beside it, and what they have in common. */
import { count } from '../../outline/words';
import type { SourceText } from '../../text/sourceText';
import type { Action, Change } from '../change';
import type { Names } from '../words';

export interface ReportContext {
  /** What the two revisions are called. */
  readonly base: string;
  readonly head: string;
  readonly names: Names;
  /** The text of a source in one of the revisions, by its path there. */
  readonly sourceText: (path: string, side: 'before' | 'after') => SourceText | undefined;
}

export const SIGNS: Readonly<Record<Action, string>> = { added: '+', removed: '−', changed: '~' };

/** What changes are counted as, in the order in which the counts are given. */
const NOUNS: readonly (readonly [Change['kind'], singular: string, plural: string])[] = [
  ['annotation', 'annotation', 'annotations'],
  ['rejection', 'rejected suggestion', 'rejected suggestions'],
  ['metadata', 'source description', 'source descriptions'],
  ['text', 'source text', 'source texts'],
  ['entity', 'entity', 'entities'],
  ['event', 'event', 'events'],
  ['schema', 'schema', 'schemas'],
  ['formatting', 'file', 'files'],
  ['unreadable', 'unreadable file', 'unreadable files'],
];

/** `3 annotations added, 1 removed · 1 entity changed`; that nothing changed, where nothing did. */
export function summaryOf(changes: readonly Change[]): string {
  const parts = NOUNS.flatMap(([kind, singular, plural]) => {
    const own = changes.filter((change) => change.kind === kind);
    if (kind === 'unreadable') return unreadableParts(own);
    if (own.length === 0) return [];
    if (kind === 'formatting') return [`${count(own.length, singular, plural)} only formatted`];
    const actions = (['added', 'removed', 'changed'] as const).flatMap((action) => {
      const number = own.filter((change) => change.action === action).length;
      return number === 0 ? [] : [[number, action] as const];
    });
    const said = actions.map(([number, action], index) =>
      index === 0 ? `${count(number, singular, plural)} ${action}` : `${number} ${action}`,
    );
    return [said.join(', ')];
  });
  return parts.length === 0 ? 'No changes' : parts.join(' · ');
}

function unreadableParts(changes: readonly Change[]): readonly string[] {
  const conflicted = changes.filter((each) => each.kind === 'unreadable' && each.isConflicted);
  const others = changes.length - conflicted.length;
  return [
    ...(conflicted.length === 0 ? [] : [`${count(conflicted.length, 'file')} in conflict`]),
    ...(others === 0 ? [] : [count(others, 'unreadable file')]),
  ];
}

/** Control characters and those that turn the direction of text, which do mischief in terminals and pages. */
const MISCHIEVOUS = /[^\P{Cc}\t\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The text with what cannot be seen made visible. Line feeds and tabs stay. */
export function harmless(text: string): string {
  return text.replace(MISCHIEVOUS, '\ufffd');
}
