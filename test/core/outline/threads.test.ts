import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Subject } from '../../../src/core/model/thread';
import { commentText, threadInShort, topicOf } from '../../../src/core/outline/threads';
import { fileOf, openThreads, ThreadIndex, threadOf } from '../../../src/core/review/threads';
import { annotationPath } from '../../../src/core/storage/paths';
import { carryOut } from '../workspace';
import { example, SECOND, type Example } from './example';

const NOTE: Subject = { kind: 'annotation', source: SECOND, id: 'a-note01' };
const XI: Subject = { kind: 'entity', id: 'xi-jinping' };
const TEXT: Subject = { kind: 'source', path: SECOND };

function say(at: Example, on: Subject, text: string, by = 'anna'): void {
  carryOut(at, [{ op: 'comment', on, text, by }]);
}

describe('the threads of a project', () => {
  it('are kept current, whatever they are about', () => {
    const at = example();
    say(at, XI, 'Before');
    const index = new ThreadIndex(at.store);
    say(at, NOTE, 'Where?');
    say(at, TEXT, 'Is this whole?');
    const listed = (): readonly string[] =>
      index.all().map(({ subject, thread }) => `${subject.kind} ${thread.length}`);
    assert.deepEqual(listed(), ['entity 1', 'source 1', 'annotation 1']);
    say(at, NOTE, 'There.');
    carryOut(at, [{ op: 'deleteComment', on: XI, index: 0 }]);
    assert.deepEqual(listed(), ['source 1', 'annotation 2']);
    carryOut(at, [{ op: 'delete', id: 'a-note01' }]);
    assert.deepEqual(listed(), ['source 1']);
    index.dispose();
    say(at, XI, 'After');
    assert.equal(index.size, 1);
  });

  it('are the same to one who comes later', () => {
    const at = example();
    const early = new ThreadIndex(at.store);
    for (const on of [XI, NOTE, TEXT]) say(at, on, 'Here?');
    assert.deepEqual(new ThreadIndex(at.store).all(), early.all());
  });

  it('are open until they are settled', () => {
    const at = example();
    say(at, XI, 'Who?');
    say(at, NOTE, 'Where?');
    carryOut(at, [{ op: 'comment', on: NOTE, resolved: true }]);
    const open = openThreads(new ThreadIndex(at.store).all());
    assert.deepEqual(
      open.map(({ subject }) => subject),
      [XI],
    );
  });

  it('are found by what they are about, with their file', () => {
    const at = example();
    say(at, NOTE, 'Where?');
    assert.equal(threadOf(at.store, NOTE)?.thread[0].text, 'Where?');
    assert.equal(threadOf(at.store, XI), undefined);
    assert.equal(fileOf(at.store, TEXT), annotationPath(SECOND, 'folder'));
    assert.equal(fileOf(at.store, { kind: 'source', path: 'none.txt' }), undefined);
  });
});

describe('a thread in words', () => {
  it('names what it is about', () => {
    const { store } = example();
    assert.equal(topicOf(store, NOTE), '“met”');
    assert.equal(topicOf(store, XI), 'Xi Jinping');
    assert.equal(topicOf(store, TEXT), SECOND);
    assert.equal(topicOf(store, { kind: 'event', id: 'gone' }), 'gone');
  });

  it('says who said what last', () => {
    assert.equal(
      threadInShort([{ text: 'Who?' }, { by: 'boris', resolved: true }]),
      'boris: Resolved. · 2 comments',
    );
    assert.equal(threadInShort([{ text: 'Who?\nWhere?' }]), 'Who? Where? · 1 comment');
    assert.equal(commentText({ text: ' ', resolved: true }), 'Resolved.');
  });
});
