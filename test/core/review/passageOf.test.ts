import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../../src/core/review/compare';
import { passageOf, spansOf } from '../../../src/core/review/passageOf';
import { describe } from '../../../src/core/text/describe';
import { SourceText } from '../../../src/core/text/sourceText';
import { annotationFile, entityFile } from '../workspace';
import { revisions } from './accounting';

test('an annotation has its passage on each side, a record none', () => {
  const file = (start: number): Record<string, string> => ({
    ...annotationFile(
      's.txt',
      '  a-000001:',
      '    exact: "Ann"',
      `    start: ${start}`,
      `    end: ${start + 3}`,
    ),
  });
  const pair = revisions(file(3), { ...file(20), ...entityFile('x') });
  const [entity, annotation] = compare(pair).changes;
  assert.ok(annotation !== undefined && entity !== undefined);
  assert.equal(passageOf(entity), undefined);
  const passage = passageOf(annotation);
  assert.equal(passage?.before?.source, 's.txt');
  assert.equal(passage.before.targets[0]?.start, 3);
  assert.equal(passage.after?.targets[0]?.start, 20);
});

test('a change of a text is lines of it on both sides', () => {
  const sources = [
    { before: { path: 'a', text: '1\n2\n' }, after: { path: 'a', text: '1\n3\n4\n' } },
  ];
  const [change] = compare({ files: [], sources }).changes;
  assert.ok(change !== undefined);
  const passage = passageOf(change);
  assert.deepEqual(passage?.before?.lines, [{ first: 2, last: 2 }]);
  assert.deepEqual(passage.after?.lines, [{ first: 2, last: 3 }]);
});

test('targets are found in their text, and elsewhere only where they are certain', () => {
  const source = SourceText.of('😀 Ann met Bob. Ann left.');
  const target = describe(source, { start: 3, end: 6 });
  assert.deepEqual(spansOf(source, [target]), [{ start: 3, end: 6 }]);
  assert.deepEqual(spansOf(SourceText.of(`Yes. ${source.text}`), [target]), [
    { start: 8, end: 11 },
  ]);
  assert.deepEqual(spansOf(SourceText.of('Nothing.'), [target]), []);
});
