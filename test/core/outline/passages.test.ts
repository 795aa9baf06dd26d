import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Annotation } from '../../../src/core/model/annotation';
import { EVENT_ICON } from '../../../src/core/outline/icons';
import type { OutlineNode } from '../../../src/core/outline/node';
import {
  annotationKey,
  shortQuote,
  sourceNodes,
  sourceTitle,
  standing,
} from '../../../src/core/outline/passages';
import { carryOut, workspace } from '../workspace';
import { example, FIRST, SECOND } from './example';

/** The passages `exact` of a text, as the outline shows them, with the quote in brackets. */
function shown(text: string, exact: string, occurrence = 1): string {
  const at = workspace({}, { 's.txt': text });
  carryOut(at, [{ op: 'annotate', source: 's.txt', exact, occurrence, note: 'n' }]);
  const [source] = sourceNodes(
    at.store,
    at.store.indexes.annotationsOf('s.txt'),
    'p',
    'passage',
    EVENT_ICON,
  );
  const [node] = source?.children?.() ?? [];
  assert.ok(node?.highlight !== undefined);
  const { start, end } = node.highlight;
  const { label } = node;
  return `${label.slice(0, start)}[${label.slice(start, end)}]${label.slice(end)}`;
}

describe('a passage in its context', () => {
  const long =
    'Many words stand before the middle and many more words stand after it in this text.';
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['is whole when its paragraph is short', 'We agree.\n\nXi said.\n', 'agree', 'We [agree].'],
    ['ends with its paragraph', 'One.\n\nTwo words\n\nThree.\n', 'words', 'Two [words]'],
    ['begins with its paragraph', 'One.\n\nTwo words\n\nThree.\n', 'Two', '[Two] words'],
    ['has white space as single spaces', 'a  \t b   c\n', 'b', 'a [b] c'],
    [
      'has a quote of several lines on one',
      'He said\nso again.\n',
      'said\nso',
      'He [said so] again.',
    ],
  ];
  for (const [what, text, exact, expected] of cases) {
    it(what, () => {
      assert.equal(shown(text, exact), expected);
    });
  }

  it('is cut at words, with an ellipsis where something is missing', () => {
    const label = shown(long, 'middle');
    assert.match(label, /^…[\w ]+ \[middle\] [\w ]+…$/);
    const words = label.replaceAll(/[…[\]]/g, '');
    assert.ok(long.includes(` ${words} `), words);
  });

  it('is right about which of two equal words is meant', () => {
    assert.equal(shown('no and no\n', 'no', 1), '[no] and no');
    assert.equal(shown('no and no\n', 'no', 2), 'no and [no]');
  });

  it('shortens a quote that is longer than a line', () => {
    const label = shown(`${'word '.repeat(60).trim()}.\n`, 'word '.repeat(60).trim());
    assert.ok(label.length < 110, label);
    assert.match(label, /^\[(?:word )+word…\]/);
  });
});

describe('passages by source', () => {
  const at = example();
  const records = [SECOND, FIRST, SECOND].flatMap((path, index) =>
    at.store.indexes.annotationsOf(path).slice(index, index + 1),
  );
  const nodes = (noun: 'mention' | 'passage'): readonly OutlineNode[] =>
    sourceNodes(at.store, records, 'p', noun, EVENT_ICON);

  it('come together under their source, in the order in which sources first appear', () => {
    assert.deepEqual(
      nodes('passage').map(({ spoken }) => spoken),
      ['second.txt, 2 passages', 'Xi calls Kyiv, 1 passage'],
    );
    assert.equal(nodes('mention')[0]?.spoken, 'second.txt, 2 mentions');
  });

  it('stand for their source and annotation', () => {
    const [source] = nodes('passage');
    assert.deepEqual(source?.subject, { kind: 'source', path: SECOND });
    assert.deepEqual(
      source.children?.().map(({ subject }) => subject?.kind),
      ['annotation', 'annotation'],
    );
  });

  it('are told apart by file where an id was copied', () => {
    const [one] = records;
    assert.ok(one !== undefined);
    const copy = { ...one, path: 'annotations/copy.ann.yaml' };
    assert.notEqual(annotationKey(one), annotationKey(copy));
  });
});

describe('the title of a source', () => {
  it('is what the annotations call it, or the name of the file', () => {
    const at = example();
    assert.equal(sourceTitle(at.store, FIRST), 'Xi calls Kyiv');
    assert.equal(sourceTitle(at.store, SECOND), 'second.txt');
    assert.equal(sourceTitle(at.store, 'top.md'), 'top.md');
    carryOut(at, [{ op: 'setSource', source: SECOND, title: 'A very long title '.repeat(9) }]);
    assert.match(sourceTitle(at.store, SECOND), /^A very long title .*…$/);
  });
});

describe('the standing of an annotation', () => {
  const bare: Annotation = {
    id: 'a-1',
    targets: [{ exact: ' some\n words ', prefix: '', suffix: '', start: 0, end: 13 }],
    roles: [],
    attributes: {},
    status: 'accepted',
  };
  const cases: readonly (readonly [Partial<Annotation>, readonly string[]])[] = [
    [{}, []],
    [{ certainty: 'certain', polarity: 'positive' }, []],
    [{ certainty: 'possible' }, ['possible']],
    [{ polarity: 'negative' }, ['negated']],
    [{ status: 'rejected' }, ['rejected']],
    [
      { status: 'disputed', certainty: 'probable', polarity: 'negative' },
      ['disputed', 'probable', 'negated'],
    ],
  ];
  for (const [body, expected] of cases) {
    it(`is [${expected.join(', ')}] for ${JSON.stringify(body)}`, () => {
      assert.deepEqual(standing({ ...bare, ...body }), expected);
    });
  }

  it('stands beside a quote on one line', () => {
    assert.equal(shortQuote(bare), 'some words');
  });
});
