/** A comparison as one page: what changed with links into the sources, whose passages are marked. */
import { groupChanges, type ChangeGroup } from '../../outline/review';
import { count } from '../../outline/words';
import type { Action, Change } from '../change';
import type { Comparison } from '../compare';
import { wordsOf } from '../words';
import { SIGNS, summaryOf, type ReportContext } from './context';
import { excerptOf, haveSides, type ExcerptLine } from './excerpts';
import { escapeHtml } from './html/escape';
import { readingOf } from './html/reading';
import { STYLE } from './html/style';
import { titleOf } from './text';

/** A change with where it stands on the page. */
export interface Placed {
  readonly change: Change;
  /** Of its entry; that of its passage has `p` before it. */
  readonly anchor: string;
  readonly title: string;
}

const WORDS: Readonly<Record<Action, string>> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
};

/** Complete in itself: no scripts, and nothing that has to be fetched. */
export function htmlReport({ changes }: Comparison, context: ReportContext): string {
  const title = `Annotations: ${context.base} → ${context.head}`;
  let next = 0;
  const groups = groupChanges(changes).map((group, index) => ({
    group,
    anchor: `g${index}`,
    placed: group.changes.map((change): Placed => ({
      change,
      anchor: `c${++next}`,
      title: wordsOf(change, context.names).title,
    })),
  }));
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#changes">Skip to the changes</a>',
    `<header><h1>Annotations <span class="revisions"><bdi>${escapeHtml(context.base)}</bdi> → <bdi>${escapeHtml(context.head)}</bdi></span></h1>`,
    `<p>${escapeHtml(summaryOf(changes))}</p>`,
    legend(),
    '</header>',
    '<div class="columns">',
    '<nav aria-label="Changes"><h2>Changes</h2><ol>',
    ...groups.map(({ group, anchor, placed }) => indexOf(group, anchor, placed)),
    '</ol></nav>',
    '<main id="changes">',
    ...groups.map(({ group, anchor, placed }) => sectionOf(group, anchor, placed, context)),
    '</main>',
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function legend(): string {
  const marks = (['added', 'removed', 'changed'] as const).map(
    (action) => `<span class="mark ${action}">${WORDS[action]}</span>`,
  );
  return `<p class="legend">Passages: ${marks.join(' ')}</p>`;
}

function indexOf(group: ChangeGroup, anchor: string, placed: readonly Placed[]): string {
  const items = placed.map(
    ({ change, anchor: own, title }) =>
      `<li><a href="#${own}">${signOf(change.action)} ${escapeHtml(title)}</a></li>`,
  );
  const head = `<a href="#${anchor}"><bdi>${escapeHtml(titleOf(group))}</bdi></a> <span class="count">${group.changes.length}</span>`;
  return `<li><details><summary>${head}</summary><ol>${items.join('')}</ol></details></li>`;
}

/** The sign is for the eye; whoever listens hears the word. */
function signOf(action: Action): string {
  return `<span class="sign ${action}" role="img" aria-label="${WORDS[action]}">${SIGNS[action]}</span>`;
}

function sectionOf(
  group: ChangeGroup,
  anchor: string,
  placed: readonly Placed[],
  context: ReportContext,
): string {
  const { html: reading, marked } = readingOf(group.kind === 'source' ? placed : [], context);
  const entries = placed.map((each) => entryOf(each, context, marked.has(each.anchor)));
  return [
    `<section id="${anchor}" aria-labelledby="${anchor}-title">`,
    `<h2 id="${anchor}-title"><bdi>${escapeHtml(titleOf(group))}</bdi> <span class="count">${count(group.changes.length, 'change')}</span></h2>`,
    `<div class="${reading === '' ? 'alone' : 'beside'}">`,
    reading,
    `<ol class="entries">${entries.join('\n')}</ol>`,
    '</div>',
    '</section>',
  ].join('\n');
}

function entryOf({ change, anchor }: Placed, context: ReportContext, isMarked: boolean): string {
  const { subject, title, details } = wordsOf(change, context.names);
  const rest = title.slice(subject.length);
  const excerpt = excerptOf(change, context);
  const hasSides = haveSides(change, excerpt);
  const lines = excerpt.map((line) => excerptLine(line, change.action, hasSides));
  const more = details.map((detail) => `<li>${escapeHtml(detail)}</li>`).join('');
  const link = isMarked ? ` <a class="to" href="#p${anchor}">in the text</a>` : '';
  return [
    `<li id="${anchor}" class="entry ${change.action}">`,
    `<p class="title">${signOf(change.action)} <strong>${escapeHtml(subject)}</strong>${escapeHtml(rest)}${link}</p>`,
    more === '' ? '' : `<ul>${more}</ul>`,
    lines.length === 0 ? '' : `<blockquote>${lines.join('')}</blockquote>`,
    '</li>',
  ].join('');
}

function excerptLine(
  { side, line, pieces }: ExcerptLine,
  action: Action,
  hasSides: boolean,
): string {
  const own = hasSides ? (side === 'before' ? 'removed' : 'added') : action;
  const words = pieces.map(({ text, isMarked }) =>
    isMarked ? `<mark class="mark ${own}">${escapeHtml(text)}</mark>` : escapeHtml(text),
  );
  const which = hasSides ? `<span class="side">${side}</span> ` : '';
  const place = line === undefined ? '' : `<span class="line">${line}</span> `;
  return `<p dir="auto">${which}${place}${words.join('')}</p>`;
}
