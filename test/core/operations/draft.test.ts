import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Draft } from '../../../src/core/operations/draft';
import { rewrite } from '../../../src/core/operations/rewrite';
import { annotationFile, entityFile, eventFile, workspace, type Texts } from '../workspace';

const PATH = 'annotations/s.txt.ann.yaml';
const NOTE = ['  a-000001:', '    exact: "met"', '    note: "n"'];
const OTHER = ['  a-000002:', '    exact: "he"', '    note: "n"'];

function textOf(files: Texts): string {
  return Object.values(files).join('');
}

function draftOf(files: Texts): Draft {
  return new Draft(workspace(files).store);
}

describe('a draft', () => {
  it('shows what was written over what is stored', () => {
    const draft = draftOf({ ...annotationFile('s.txt', ...NOTE), ...entityFile('wang') });
    assert.equal(draft.annotations('a-000001').length, 1);
    assert.ok(draft.write(PATH, textOf(annotationFile('s.txt', ...OTHER))));
    assert.deepEqual(draft.annotations('a-000001'), []);
    assert.deepEqual(
      draft.annotationsOf('s.txt').map(({ annotation, path }) => [annotation.id, path]),
      [['a-000002', PATH]],
    );
    assert.equal(draft.entity('wang')?.name, 'wang');
  });

  it('takes in no text that cannot be read, and stays as it was', () => {
    const draft = draftOf(annotationFile('s.txt', ...NOTE));
    assert.ok(!draft.write(PATH, 'format: ['));
    assert.ok(!draft.write('README.md', 'text'));
    assert.equal(draft.annotationsOf('s.txt').length, 1);
    assert.deepEqual(draft.changes(), []);
  });

  it('has no changes for a file that came back to what it was', () => {
    const draft = draftOf(annotationFile('s.txt', ...NOTE));
    const before = draft.text(PATH) ?? '';
    draft.write(PATH, textOf(annotationFile('s.txt')));
    assert.deepEqual(
      draft.changes().map(({ path }) => path),
      [PATH],
    );
    draft.write(PATH, before);
    assert.deepEqual(draft.changes(), []);
  });

  it('shows records as they stand in their files: merges are not followed', () => {
    const draft = draftOf({
      ...entityFile('wang-yi'),
      ...entityFile('wang', 'mergedInto: wang-yi'),
      ...eventFile('chat', 'mergedInto: talk'),
    });
    assert.equal(draft.entity('wang')?.id, 'wang');
    assert.equal(draft.event('chat')?.mergedInto, 'talk');
    assert.equal(draft.entity('chat'), undefined);
    assert.equal(draft.event('wang'), undefined);
  });

  it('counts an id as taken by an entity, an event, a broken file and one just written', () => {
    const draft = draftOf({
      ...entityFile('one'),
      ...eventFile('two'),
      'annotations/events/three.yaml': 'title: [',
    });
    draft.write('annotations/entities/four.yaml', textOf(entityFile('four')));
    for (const id of ['one', 'two', 'three', 'four']) assert.ok(draft.isRecordTaken(id), id);
    assert.ok(!draft.isRecordTaken('five'));
  });

  it('knows a source from the first of its files, and from one just written', () => {
    const draft = draftOf({
      's.txt.ann.yaml': 'format: source-annotations/1\nsource: { path: s.txt, title: "beside" }\n',
      ...annotationFile('s.txt', ...NOTE),
    });
    assert.equal(draft.annotationFile('s.txt'), PATH);
    assert.deepEqual(draft.sourceMetadata('s.txt'), { path: 's.txt' });
    assert.equal(draft.sourceMetadata('t.txt'), undefined);
    draft.write('annotations/t.txt.ann.yaml', textOf(annotationFile('t.txt')));
    assert.deepEqual(draft.sourceMetadata('t.txt'), { path: 't.txt' });
    assert.equal(draft.annotationFile('u/v.txt'), 'annotations/u/v.txt.ann.yaml');
  });

  it('finds an id in every source or in one', () => {
    const draft = draftOf({
      ...annotationFile('s.txt', ...NOTE),
      ...annotationFile('t.txt', ...NOTE),
    });
    draft.write(PATH, textOf(annotationFile('s.txt', ...NOTE, ...OTHER)));
    assert.equal(draft.annotations('a-000001').length, 2);
    assert.deepEqual(
      draft.annotations('a-000001', 't.txt').map(({ source }) => source),
      ['t.txt'],
    );
    assert.deepEqual(draft.annotations('a-000002', 't.txt'), []);
  });
});

describe('rewriting a file', () => {
  const path = 'annotations/entities/wang.yaml';
  const mended = (text: string): string => text.replace('"wang"', '"Wang"');

  it('keeps the new text in the draft', () => {
    const draft = draftOf(entityFile('wang'));
    assert.deepEqual(rewrite(draft, path, 'wang', mended), { ok: true, id: 'wang' });
    assert.equal(draft.entity('wang')?.name, 'Wang');
  });

  it('edits what was written before, not what is stored', () => {
    const draft = draftOf(entityFile('wang'));
    rewrite(draft, path, 'wang', mended);
    rewrite(draft, path, 'wang', (text) => `${text}note: "n"\n`);
    assert.deepEqual([draft.entity('wang')?.name, draft.entity('wang')?.note], ['Wang', 'n']);
  });

  const refusals: readonly (readonly [string, Texts, (text: string) => string | undefined])[] = [
    ['a file that is not there', {}, mended],
    ['a file that does not parse', { [path]: 'name: [' }, mended],
    ['an edit that gives nothing', entityFile('wang'), () => undefined],
    ['an edit after which the file would not parse', entityFile('wang'), (text) => `${text}[`],
  ];
  for (const [title, files, edit] of refusals) {
    it(`refuses ${title}`, () => {
      const draft = draftOf(files);
      const outcome = rewrite(draft, path, 'wang', edit);
      assert.equal(outcome.ok ? undefined : outcome.error.code, 'file-unreadable');
      assert.deepEqual(draft.changes(), []);
    });
  }
});
