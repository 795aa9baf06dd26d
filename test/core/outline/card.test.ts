import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { annotationCard, sourceCard, type Card } from '../../../src/core/outline/card';
import { cardMarkdown, escapeMarkdown } from '../../../src/core/outline/cardMarkdown';
import { carryOut } from '../workspace';
import { example, FIRST, type Example } from './example';

function cardOf(at: Example, id: string): Card {
  const [record] = at.store.indexes.annotationsWithId(id);
  assert.ok(record !== undefined);
  return annotationCard(at.store, at.tallies, record);
}

function factsOf(card: Card): readonly string[] {
  return card.facts.map(({ name, value }) => `${name}: ${value}`);
}

describe('the card of an annotation', () => {
  it('tells of a mention what its entity is', () => {
    const card = cardOf(example(), 'a-mention4');
    assert.equal(card.title, 'Xi Jinping');
    assert.equal(card.type, 'Person');
    assert.deepEqual(card.icon, { name: 'person', color: 'blue' });
    assert.deepEqual(factsOf(card), [
      'Also called: Xi, 习近平',
      'Mentioned: 3 times in 2 sources',
      'Here: proposed',
    ]);
    assert.deepEqual(card.notes, ['President of China.']);
    assert.deepEqual(
      card.links.map(({ label, subject }) => [label, subject.kind]),
      [
        ['Open Record', 'entity'],
        ['All Mentions', 'entity'],
        ['Show in Sidebar', 'entity'],
        ['Edit Record', 'entity'],
        ['Change', 'annotation'],
        ['Delete', 'annotation'],
        ['Comment', 'annotation'],
      ],
    );
  });

  it('tells of evidence the event, and the roles that this passage gives', () => {
    const card = cardOf(example(), 'a-evidence');
    assert.equal(card.title, 'Xi and Zelenskyy speak by phone');
    assert.equal(card.type, 'Consult (phone)');
    assert.deepEqual(factsOf(card), [
      'Date: 26 April 2023',
      'Status: occurred',
      'Actor: Xi Jinping',
      'Recipient: Volodymyr Zelenskyy',
      'Reported: 1 time in 1 source',
      'Sources say: 1 source · 3 agree',
      'Actor: Xi Jinping',
      'Here: probable',
    ]);
  });

  it('tells of statements, times and notes what they say', () => {
    const at = example();
    assert.deepEqual(factsOf(cardOf(at, 'a-said01')), ['Speaker: Xi Jinping']);
    assert.deepEqual(factsOf(cardOf(at, 'a-time01')), ['Means: 26 April 2023 (2023-04-26)']);
    assert.deepEqual(cardOf(at, 'a-note01').notes, ['Where exactly?']);
  });

  it('names the id of a record that is not there', () => {
    const at = example();
    at.store.removeFile('annotations/entities/ukraine.yaml');
    const card = cardOf(at, 'a-nested');
    assert.equal(`${card.title}, ${card.type}`, 'ukraine, Entity without a record');
    assert.equal(card.links[0]?.label, 'Open YAML');
  });

  it('lists only the first of very many aliases', () => {
    const at = example();
    const aliases = Array.from({ length: 11 }, (_, index) => `Alias ${index}`);
    carryOut(at, [{ op: 'updateEntity', id: 'zelenskyy', aliases }]);
    assert.match(factsOf(cardOf(at, 'a-mention3'))[0] ?? '', /Alias 7 and 3 more$/);
  });
});

describe('the card of a source', () => {
  it('tells what is known of it', () => {
    const { store } = example();
    assert.deepEqual(factsOf(sourceCard(store, FIRST)), [
      'Publisher: The Daily',
      'Published: 26 April 2023',
      'Language: en',
      `File: ${FIRST}`,
      'State: in progress',
    ]);
    assert.equal(sourceCard(store, 'unknown.txt').title, 'unknown.txt');
  });
});

describe('a card as Markdown', () => {
  it('is a few lines with the links that are offered', () => {
    const text = cardMarkdown(cardOf(example(), 'a-mention4'), ({ action, subject }) =>
      action === 'open' ? `command:open?${subject.kind}` : undefined,
    );
    assert.equal(
      text,
      '<span style="color:var(--vscode-sourceAnnotator-blue);">●</span> **Xi Jinping** — Person  \n' +
        'Also called: Xi\\, 习近平 · Mentioned: 3 times in 2 sources · Here: proposed  \n' +
        '_President of China\\._  \n' +
        '[Open Record](command:open?entity)',
    );
  });

  it('takes no word of the workspace for Markdown, HTML, a link or an icon', () => {
    const evil = '[x](command:evil) <img src=x> **b** `c` $(bug) &lt; https://e.org a_b_ | # 1. -';
    const text = escapeMarkdown(evil);
    assert.doesNotMatch(text, /(?<!\\)[[\]()<>*`$_|#!~]/);
    assert.doesNotMatch(text, /https:\/\//);
    assert.match(text, /&amp;lt;/);
  });

  it('keeps the words of a note on one line, so that no line of it begins a block', () => {
    const at = example();
    carryOut(at, [{ op: 'update', id: 'a-note01', note: 'One\n\n# Two\n- three' }]);
    const text = cardMarkdown(cardOf(at, 'a-note01'), () => undefined);
    assert.match(text, /_One \\# Two \\- three_$/);
  });

  it('says below what git knows of it, escaped like everything else', () => {
    const card = { ...cardOf(example(), 'a-note01'), blame: ['anna · just now · 1a2b3c4 “*One*”'] };
    assert.match(
      cardMarkdown(card, () => undefined),
      /\nanna · just now · 1a2b3c4 “\\\*One\\\*”$/,
    );
  });
});
