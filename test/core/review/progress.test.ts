import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isFinished, projectStatus, sourceProgress } from '../../../src/core/review/progress';
import { openThreadsOf } from '../../../src/core/review/threads';
import { newAnnotationFile, newEntityFile, newEventFile } from '../../../src/core/storage/editFile';
import { annotation, entity, event, sourceMetadata } from '../storage/records';
import { annotationFile, entityFile, workspace } from '../workspace';

describe('how far a source is', () => {
  it('is what it says, and by its annotations where it says nothing', () => {
    assert.equal(sourceProgress({}, 0), 'not-started');
    assert.equal(sourceProgress({}, 1), 'in-progress');
    assert.equal(sourceProgress({ state: 'in-progress' }, 0), 'in-progress');
    assert.equal(sourceProgress({ state: 'done' }, 0), 'done');
    assert.equal(sourceProgress({ state: 'done', reviewedBy: [] }, 3), 'done');
    assert.equal(sourceProgress({ state: 'done', reviewedBy: ['anna'] }, 3), 'reviewed');
  });

  it('is not reviewed before it is done', () => {
    assert.equal(sourceProgress({ state: 'in-progress', reviewedBy: ['anna'] }, 3), 'in-progress');
  });
});

describe('how far a project is', () => {
  it('is the sum of its sources, with what is open at its records', () => {
    fc.assert(
      fc.property(
        sourceMetadata(),
        fc.uniqueArray(annotation(), { maxLength: 3, selector: ({ id }) => id }),
        entity(),
        event(),
        (source, annotations, one, other) => {
          const { store } = workspace({
            'annotations/s.txt.ann.yaml': newAnnotationFile(source, annotations),
            [`annotations/entities/${one.id}.yaml`]: newEntityFile(one),
            [`annotations/events/${other.id}.yaml`]: newEventFile(other),
          });
          const status = projectStatus(store, ['s.txt', 'other.txt']);
          const [own, fresh] = status.sources;
          const open = [source, ...annotations, one, other].filter(
            ({ thread }) => thread !== undefined && thread.at(-1)?.resolved !== true,
          );
          assert.equal(status.openThreads, open.length);
          assert.equal(openThreadsOf(store).length, open.length);
          assert.equal(fresh?.progress, 'not-started');
          assert.deepEqual(own?.annotations, status.annotations);
          const sum = Object.values(status.annotations).reduce((a, b) => a + b, 0);
          assert.equal(sum, annotations.length);
          const all = Object.values(status.progress).reduce((a, b) => a + b, 0);
          assert.equal(all, 2);
          assert.ok(!isFinished(status));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('lists open discussions by file, that of the source before those of its annotations', () => {
    const { store } = workspace({
      ...entityFile('ann', 'thread: [{ text: "Who?" }]'),
      ...entityFile('bob', 'thread: [{ text: "Who?" }, { resolved: true }]'),
      ...annotationFile(
        's.txt',
        '  a-000001: { exact: "x", note: "n", thread: [{ text: "Why?" }] }',
        'x: { thread: [{ text: "foreign" }] }',
      ),
    });
    assert.deepEqual(
      openThreadsOf(store).map(({ subject, path }) => `${subject.kind} ${path}`),
      ['entity annotations/entities/ann.yaml', 'annotation annotations/s.txt.ann.yaml'],
    );
  });
});
