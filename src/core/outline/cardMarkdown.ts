/** Cards as Markdown. Their words come from files that anybody may have written. */
import type { Card, CardLink } from './card';
import { oneLine } from './words';

/**
 * The card as a few lines of Markdown with `supportHtml`. Of its words nothing is read as Markdown or
 * HTML; `hrefOf` gives the address of a link, or nothing when that link is not offered.
 */
export function cardMarkdown(card: Card, hrefOf: (link: CardLink) => string | undefined): string {
  const { title, type, icon, facts, notes, discussion = [], blame = [], links } = card;
  const dot =
    icon.color === undefined
      ? ''
      : `<span style="color:var(--vscode-sourceAnnotator-${icon.color});">●</span> `;
  const offered = links.flatMap((link) => {
    const href = hrefOf(link);
    return href === undefined ? [] : [`[${escapeMarkdown(link.label)}](${href})`];
  });
  const told = facts.map(
    ({ name, value }) => `${escapeMarkdown(name)}: ${escapeMarkdown(oneLine(value))}`,
  );
  const said = notes.map(oneLine).filter((note) => note !== '');
  const lines = [
    `${dot}**${escapeMarkdown(oneLine(title))}** — ${escapeMarkdown(oneLine(type))}`,
    ...(told.length === 0 ? [] : [told.join(' · ')]),
    ...said.map((note) => `_${escapeMarkdown(note)}_`),
    ...[...discussion, ...blame].map((line) => escapeMarkdown(oneLine(line))),
    ...(offered.length === 0 ? [] : [offered.join(' · ')]),
  ];
  return lines.join('  \n');
}

/**
 * The text with every ASCII punctuation mark escaped, as CommonMark allows
 * (https://spec.commonmark.org/0.31.2/#backslash-escapes), so that it reads as it is written: no
 * emphasis, link, image, HTML, entity, table, icon or bare address comes of it.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[!"#$%'()*+,\-./:=>?@[\\\]^_`{|}~]/g, '\\$&');
}
