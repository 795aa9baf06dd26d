import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ago, BlamedText, blameWords, type BlamedLine } from '../../../src/core/review/blame';

const NOW = 1_700_000_000;
const DAY = 86_400;
const FIRST = line('1a2b3c4d5e', 'anna', NOW - 3 * DAY, 'Annotate the call');
const LATER = line('2b3c4d5e6f', 'boris', NOW - DAY, 'Correct the type');
const NEW: BlamedLine = { author: 'Not Committed Yet', time: NOW, summary: '' };

function line(commit: string, author: string, time: number, summary: string): BlamedLine {
  return { commit, author, time, summary };
}

/** Each line of the text, from a commit with its number. */
function linesOf(text: string): readonly BlamedLine[] {
  return text
    .trimEnd()
    .split('\n')
    .map((_, index) => line(`${index}`, 'anna', index, ''));
}

describe('who annotated, in words', () => {
  it('names author, time, commit and message', () => {
    assert.deepEqual(blameWords([FIRST, FIRST], NOW), [
      'anna · 3 days ago · 1a2b3c4 “Annotate the call”',
    ]);
  });

  it('names who changed it last where that was another commit', () => {
    assert.deepEqual(blameWords([LATER, FIRST, LATER], NOW), [
      'anna · 3 days ago · 1a2b3c4 “Annotate the call”',
      'last changed: boris · 1 day ago · 2b3c4d5 “Correct the type”',
    ]);
  });

  it('says what is not committed yet', () => {
    assert.deepEqual(blameWords([NEW, NEW], NOW), ['not committed yet']);
    assert.deepEqual(blameWords([FIRST, NEW], NOW)[1], 'last changed: not committed yet');
  });

  it('says nothing of no lines, and does without a message', () => {
    assert.deepEqual(blameWords([], NOW), []);
    assert.deepEqual(blameWords([line('1a2b3c4d', 'anna', NOW, '')], NOW), [
      'anna · just now · 1a2b3c4',
    ]);
  });

  it('shortens what somebody made very long', () => {
    const [words = ''] = blameWords(
      [line('1a2b3c4d', 'a '.repeat(999), NOW, 'b '.repeat(999))],
      NOW,
    );
    assert.ok(words.length < 150);
  });
});

describe('how long ago something was', () => {
  it('is said in the largest unit that fits', () => {
    assert.deepEqual([-5, 0, 59, 60, 7_200, DAY, 13 * DAY, 45 * DAY, 800 * DAY].map(ago), [
      'just now',
      'just now',
      'just now',
      '1 minute ago',
      '2 hours ago',
      '1 day ago',
      '1 week ago',
      '1 month ago',
      '2 years ago',
    ]);
  });
});

describe('the lines of a blamed file', () => {
  const text = [
    'annotations:',
    '  a-000001:',
    '    entity: anna',
    '    thread:',
    '      - { by: "anna", text: "Is it?" }',
    '      - { by: "boris", text: "It is.", resolved: true }',
    '  a-000002:',
    '    note: "thread: none"',
    '',
  ].join('\n');
  const lines = linesOf(text);
  const blamed = new BlamedText(text, lines);
  const record = text.indexOf('a-000001');

  it('of a record are its own, without its thread', () => {
    assert.deepEqual(
      blamed.linesOf(record).map(({ commit }) => commit),
      ['1', '2'],
    );
    const second = text.indexOf('a-000002');
    assert.deepEqual(
      blamed.linesOf(second).map(({ commit }) => commit),
      ['6', '7'],
    );
  });

  it('of comments are the first of each', () => {
    const commits = (comments: number): readonly (string | undefined)[] =>
      blamed.commentsOf(comments, record).map(({ commit }) => commit);
    assert.deepEqual(commits(2), ['4', '5']);
    assert.deepEqual(commits(3), []);
  });

  it('of a file are all of it, with a list at the depth of its key', () => {
    const entity = 'id: anna\nthread:\n- by: "anna"\n  text: "Is it?"\nname: "Anna"\n';
    const all = new BlamedText(entity, linesOf(entity));
    assert.deepEqual(
      all.linesOf().map(({ commit }) => commit),
      ['0', '4'],
    );
    assert.deepEqual(
      all.commentsOf(1).map(({ commit }) => commit),
      ['2'],
    );
  });
});
