import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../../src/core/review/compare';
import { wordsOf, type ChangeWords } from '../../../src/core/review/words';
import { annotationFile, entityFile, eventFile, lines, type Texts } from '../workspace';
import { revisions } from './accounting';

const NAMES = new Map([
  ['wang-yi', 'Wang Yi'],
  ['li-hui', 'Li Hui'],
  ['call', 'Xi and Zelenskyy speak'],
]);

function words(before: Texts, after: Texts): readonly ChangeWords[] {
  return compare(revisions(before, after)).changes.map((change) =>
    wordsOf(change, (id) => NAMES.get(id)),
  );
}

function titles(before: Texts, after: Texts): readonly string[] {
  return words(before, after).flatMap(({ title, details }) => [title, ...details]);
}

const file = (...more: readonly string[]): Texts =>
  annotationFile(
    's.txt',
    '  a-000001:',
    '    exact: "Wang  Yi"',
    '    start: 3',
    '    end: 11',
    ...more,
  );

test('annotations are told by their quotes, records by their names', () => {
  assert.deepEqual(titles(file('    entity: wang-yi'), file('    entity: li-hui')), [
    '“Wang Yi” now names Li Hui, was Wang Yi',
  ]);
  assert.deepEqual(titles(file('    entity: wang-yi'), file('    event: call')), [
    '“Wang Yi” is now evidence of Xi and Zelenskyy speak, was Wang Yi',
  ]);
  assert.deepEqual(
    titles(annotationFile('s.txt'), file('    entity: wang-yi', '    note: "him"')),
    ['“Wang Yi” added, names Wang Yi, note “him”'],
  );
  assert.deepEqual(titles(file('    entity: nobody'), annotationFile('s.txt')), [
    '“Wang Yi” removed, names nobody',
  ]);
});

test('the first of several things is the title', () => {
  const [first] = words(
    file('    entity: wang-yi', '    roles: [{ role: actor, target: li-hui }]'),
    file('    entity: li-hui', '    note: "n"', '    status: disputed'),
  );
  assert.deepEqual(first, {
    subject: '“Wang Yi”',
    happened: 'now names Li Hui, was Wang Yi',
    title: '“Wang Yi” now names Li Hui, was Wang Yi',
    details: ['role actor: Li Hui removed', 'note “n” added', 'status disputed, was accepted'],
  });
});

test('records are told by what happened to them', () => {
  assert.deepEqual(titles(entityFile('wang-yi'), entityFile('wang-yi', 'mergedInto: li-hui')), [
    'wang-yi merged into Li Hui',
  ]);
  assert.deepEqual(titles({}, entityFile('x')), ['x added, person']);
  assert.deepEqual(titles(eventFile('call'), {}), ['call removed']);
  const renamed = lines('format: event/1', 'id: call', 'type: consult', 'title: "New"');
  assert.deepEqual(titles(eventFile('call'), { 'annotations/events/call.yaml': renamed }), [
    'New renamed, was “call”',
  ]);
  assert.deepEqual(
    titles(
      eventFile('call'),
      eventFile('call', 'participants: [{ role: actor, entity: wang-yi }]'),
    ),
    ['call: participant actor: Wang Yi added'],
  );
});

test('sources, formatting and what cannot be read are told by their paths', () => {
  const text = Object.values(file())[0] ?? '';
  const path = 'annotations/s.txt.ann.yaml';
  assert.deepEqual(titles({}, annotationFile('s.txt')), ['s.txt is annotated now']);
  assert.deepEqual(titles({ [path]: text }, { [path]: `${text}# c\n` }), [
    `${path}: 1 line written otherwise`,
  ]);
  assert.deepEqual(titles({ [path]: text }, { [path]: 'format: [\n' }), [
    `${path} cannot be read as it is now`,
  ]);
  const conflicted = `<<<<<<< ours\n${text}=======\n>>>>>>> theirs\n`;
  assert.deepEqual(titles({ [path]: text }, { [path]: conflicted }), [`${path} is in conflict`]);
  assert.deepEqual(titles({ [path]: 'format: [\n' }, { [path]: conflicted }), [
    `${path} cannot be read on either side`,
  ]);
  const change = compare({
    files: [],
    sources: [
      { before: { path: 'a.txt', text: 'x\ny\n' }, after: { path: 'b.txt', text: 'x\nz\n' } },
    ],
  }).changes[0];
  assert.ok(change !== undefined);
  const { title, details } = wordsOf(change);
  assert.deepEqual([title, ...details], ['b.txt renamed, was a.txt', 'changed in 1 line']);
});

test('comments of several lines, states and decisions are told on one line each', () => {
  assert.deepEqual(
    titles(file(), file('    thread:', '      - { by: "anna", text: "One\\ntwo" }')),
    ['“Wang Yi”: comment by anna: “One two”'],
  );
  assert.deepEqual(titles(file(), file('    decision: none', '    status: rejected')), [
    '“Wang Yi” is decided not to stand',
    'status rejected, was accepted',
  ]);
  assert.deepEqual(titles(file(), file('    decision: a-000001')), [
    '“Wang Yi” is decided to stand',
  ]);
  assert.deepEqual(titles(file('    decision: a-000002'), file()), [
    '“Wang Yi” is no longer decided',
  ]);
  const path = 'annotations/s.txt.ann.yaml';
  const text = annotationFile('s.txt')[path] ?? '';
  const done = text.replace(/( +)(path: .*\n)/, '$1$2$1state: done\n$1reviewedBy: ["anna"]\n');
  assert.deepEqual(titles({ [path]: text }, { [path]: done }), [
    's.txt: state set to done',
    'reviewed by anna',
  ]);
});
