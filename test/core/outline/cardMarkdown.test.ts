import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  annotationCard,
  entityCard,
  eventCard,
  sourceCard,
  type Card,
} from '../../../src/core/outline/card';
import { cardMarkdown, escapeMarkdown } from '../../../src/core/outline/cardMarkdown';
import { Tallies } from '../../../src/core/outline/tallies';
import { annotationFile, entityFile, eventFile, workspace } from '../workspace';

/** What a reader of CommonMark sees of escaped text: escapes and entities taken back. */
function seen(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])|&lt;|&amp;/g, (whole, mark: string | undefined) =>
    whole === '&lt;' ? '<' : (mark ?? '&'),
  );
}

/** What is left that Markdown could read as more than letters. */
function active(markdown: string): string {
  return markdown
    .replace(/\\[!-/:-@[-`{-~]/g, '')
    .replace(/&(?:lt|amp);/g, '')
    .replace(/[^!-/:-@[-`{-~]/g, '');
}

const HOSTILE: Readonly<Record<string, string>> = {
  'a command link': '[Click](command:workbench.action.terminal.new)',
  'a link that closes the label': '](command:evil)',
  'a reference link': '[a][b]\n\n[b]: command:evil',
  'an image': '![pixel](https://example.org/p.png)',
  'an automatic link': '<https://example.org> www.example.org me@example.org',
  'a script': '<script>alert(1)</script>',
  'an attribute': "\"><img src=x onerror='alert(1)'>",
  'a comment': '<!-- hidden --> <![CDATA[x]]> <?php ?>',
  'an entity': '&lt;b&gt; &#60; &#x3c; &amp;amp;',
  'an icon': '$(trash) $(bug~spin)',
  emphasis: '*a* **b** _c_ __d__ ~~e~~',
  code: '`a` ``b`` ```\ncode\n```',
  'a block': '# One\n> two\n- three\n1. four\n***\n| a | b |\n',
  'an escape': '\\[x\\](y) \\\\',
  'a formula': '$$x$$ {y} ^z^ %w% +v+ =u= ;t;',
};

describe('escaped text', () => {
  for (const [what, text] of Object.entries(HOSTILE)) {
    it(`reads as it is written when it holds ${what}`, () => {
      const escaped = escapeMarkdown(text);
      assert.equal(seen(escaped), text);
      assert.equal(active(escaped).replaceAll(';', ''), '');
    });
  }

  it('keeps letters of all scripts, digits and spaces as they are', () => {
    const text = 'Володимир 习近平 é 😀 12 345';
    assert.equal(escapeMarkdown(text), text);
  });

  it('reads as it is written, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = escapeMarkdown(text);
        assert.equal(seen(escaped), text);
        assert.equal(active(escaped).replaceAll(';', ''), '');
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('a card from a workspace that means harm', () => {
  const evil = '](command:evil) <img src=x> **b** $(bug)';
  const quoted = JSON.stringify(evil);
  const at = workspace({
    ...entityFile('e', `aliases: [${quoted}]`, `links: { wikidata: ${quoted} }`, `note: ${quoted}`),
    ...eventFile('v', `place: ${quoted}`, `date: ${quoted}`, `mode: ${quoted}`, `note: ${quoted}`),
    ...annotationFile(
      's.txt',
      '  a-1:',
      `    exact: ${quoted}`,
      '    start: 0',
      '    end: 9',
      `    type: ${quoted}`,
      `    value: ${quoted}`,
      `    note: ${quoted}`,
      `    by: ${quoted}`,
    ),
  });
  const tallies = new Tallies(at.store);

  function cards(): readonly Card[] {
    const { store } = at;
    const [entity, event, record] = [
      store.indexes.entity('e'),
      store.indexes.event('v'),
      store.indexes.annotationsOf('s.txt')[0],
    ];
    assert.ok(entity !== undefined && event !== undefined && record !== undefined);
    return [
      { ...entityCard(store, tallies, entity), title: evil },
      eventCard(store, tallies, event),
      annotationCard(store, tallies, record),
      sourceCard(store, evil),
    ];
  }

  it('says the harmful words, and has no link, tag or icon of theirs', () => {
    for (const card of cards()) {
      const markdown = cardMarkdown(card, () => undefined);
      const words = markdown.replace(/^<span style="[\w:;()-]+">●<\/span> /, '');
      assert.ok(seen(words).includes('<img src=x>'), words);
      // The bold title, the colons after the names of facts, the slanted notes.
      assert.match(active(words), /^\*\*\*\*:*_*$/, words);
    }
  });

  it('has the links it offers, and these alone', () => {
    for (const card of cards()) {
      const markdown = cardMarkdown(card, ({ action }) => `command:own.${action}`);
      const commands = markdown.match(/(?<!\\)\]\([^)]*\)/g) ?? [];
      assert.deepEqual(
        commands,
        card.links.map(({ action }) => `](command:own.${action})`),
      );
    }
  });
});

describe('the lines of a card', () => {
  const plain: Card = {
    title: 'A title',
    type: 'Note',
    icon: { name: 'note' },
    facts: [],
    notes: [],
    links: [],
  };
  const none = (): undefined => undefined;

  it('are one when there is nothing more to tell, without a dot when there is no colour', () => {
    assert.equal(cardMarkdown(plain, none), '**A title** — Note');
  });

  it('are broken inside one paragraph', () => {
    const card = { ...plain, facts: [{ name: 'Here', value: 'proposed' }], notes: ['One', 'Two'] };
    assert.deepEqual(cardMarkdown(card, none).split('  \n'), [
      '**A title** — Note',
      'Here: proposed',
      '_One_',
      '_Two_',
    ]);
  });

  it('leave out a note of nothing but spaces', () => {
    assert.equal(cardMarkdown({ ...plain, notes: [' \n\t', ''] }, none), '**A title** — Note');
  });

  it('are not torn by the line breaks of titles, facts and notes', () => {
    const torn = { ...plain, title: 'A\r\ntitle', facts: [{ name: 'Value', value: 'a\n\n# b' }] };
    assert.equal(cardMarkdown(torn, none), '**A title** — Note  \nValue: a \\# b');
  });
});
