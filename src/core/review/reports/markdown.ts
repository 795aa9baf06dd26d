/** A comparison for the description of a pull request or a comment there: folded by source, and bounded. */
import { escapeMarkdown } from '../../outline/cardMarkdown';
import { groupChanges, type ChangeGroup } from '../../outline/review';
import { count } from '../../outline/words';
import type { Action, Change } from '../change';
import type { Comparison } from '../compare';
import { wordsOf } from '../words';
import { harmless, SIGNS, summaryOf, type ReportContext } from './context';
import { excerptOf, haveSides, type ExcerptLine } from './excerpts';
import { titleOf } from './text';

/** Forges take up to 65,536 characters in a comment; something may be written around this. */
const LONGEST = 60_000;
/** Of one source, so that one does not take all the room. */
const MOST_OF_GROUP = 100;

const TAGS: Readonly<Record<Action, string>> = { added: 'ins', removed: 'del', changed: 'b' };

/** GitHub Flavored Markdown; of the words of files nothing is read as markup, mention or link. */
export function markdownReport({ changes }: Comparison, context: ReportContext): string {
  const { base, head } = context;
  const top = `### Annotations: ${plain(base)} → ${plain(head)}\n\n**${plain(summaryOf(changes))}**\n`;
  const groups = groupChanges(changes);
  let report = top;
  for (const [index, group] of groups.entries()) {
    const room = LONGEST - report.length;
    const section = sectionOf(group, context, room);
    if (section === undefined) return report + leftOut(groups.slice(index));
    report += section;
  }
  return report;
}

/** Absent where not even its first change fits. */
function sectionOf(group: ChangeGroup, context: ReportContext, room: number): string | undefined {
  const heading = `<code>${inHtml(titleOf(group))}</code>: ${inHtml(summaryOf(group.changes))}`;
  const open = `\n<details><summary>${heading}</summary>\n\n`;
  const close = '\n</details>\n';
  // Some room for what says that there is more.
  let left = room - open.length - close.length - 200;
  const items: string[] = [];
  for (const change of group.changes.slice(0, MOST_OF_GROUP)) {
    const item = itemOf(change, context);
    left -= item.length;
    if (left < 0) break;
    items.push(item);
  }
  if (items.length === 0) return undefined;
  const rest = group.changes.length - items.length;
  const more = rest === 0 ? '' : `\n_…and ${count(rest, 'more change', 'more changes')}_\n`;
  return open + items.join('') + more + close;
}

function leftOut(groups: readonly ChangeGroup[]): string {
  const changes = groups.reduce((sum, group) => sum + group.changes.length, 0);
  const sources = groups.filter(({ kind }) => kind === 'source').length;
  const where = sources === 0 ? '' : ` in ${count(sources, 'source')}`;
  return `\n_…and ${count(changes, 'more change', 'more changes')}${where}_\n`;
}

function itemOf(change: Change, context: ReportContext): string {
  const { subject, title, details } = wordsOf(change, context.names);
  const rest = title.slice(subject.length);
  const head = `- ${escapeMarkdown(SIGNS[change.action])} **${plain(subject)}**${plain(rest)}`;
  const excerpt = excerptOf(change, context);
  const hasSides = haveSides(change, excerpt);
  const lines = [
    head,
    ...details.map((detail) => `  - ${plain(detail)}`),
    ...(excerpt.length === 0 ? [] : ['']),
    ...excerpt.map((line) => `  > ${excerptLine(line, change.action, hasSides)}  `),
  ];
  return `${lines.join('\n')}\n${excerpt.length === 0 ? '' : '\n'}`;
}

function excerptLine(
  { side, line, pieces }: ExcerptLine,
  action: Action,
  hasSides: boolean,
): string {
  const tag = hasSides ? (side === 'before' ? TAGS.removed : TAGS.added) : TAGS[action];
  const words = pieces.map(({ text, isMarked }) => {
    const safe = plain(text.replace(/\s+/g, ' '));
    return isMarked ? `<${tag}>${safe}</${tag}>` : safe;
  });
  const place = line === undefined ? '' : `<sub>${line}</sub> `;
  return place + words.join('');
}

/** Read as it is written: no markup, and no mention of a person or an issue. */
function plain(text: string): string {
  const escaped = escapeMarkdown(harmless(text).replaceAll('\n', ' '));
  // A comment is nothing to see, and ends what forges would take for a name or a number.
  return escaped.replace(/\\([@#])(?=[\w\\])/g, '\\$1<!-- -->');
}

function inHtml(text: string): string {
  const escaped = harmless(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return escaped.replace(/[@#](?=\w)/g, '$&<!-- -->');
}
