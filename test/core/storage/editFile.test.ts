import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation } from '../../../src/core/model/annotation';
import {
  insertAnnotation,
  newAnnotationFile,
  newEntityFile,
  newEventFile,
  removeAnnotation,
  updateAnnotation,
  updateEntityFile,
  updateEventFile,
  updateSource,
} from '../../../src/core/storage/editFile';
import { parseFile } from '../../../src/core/storage/parse';
import type { FieldChanges } from '../../../src/core/storage/rewritten';
import { lines } from '../workspace';

function mention(id: string, start: number, exact = 'Wang Yi'): Annotation {
  const target = { exact, prefix: 'met ', suffix: ', the', start, end: start + exact.length };
  return {
    id,
    targets: [target],
    entity: 'wang-yi',
    roles: [],
    attributes: {},
    status: 'accepted',
  };
}

function record(id: string, start: number, ...more: readonly string[]): readonly string[] {
  return [
    `  ${id}:`,
    '    exact: "Wang Yi"',
    '    prefix: "met "',
    '    suffix: ", the"',
    `    start: ${start}`,
    `    end: ${start + 7}`,
    '    entity: wang-yi',
    ...more,
  ];
}

const HEAD = ['format: source-annotations/1', 'source:', '  path: s.txt'];

/** The order of the ids in the file. */
function order(text: string | undefined): readonly string[] {
  return [...(text ?? '').matchAll(/^ +(a-[0-9a-z]+):/gm)].map((match) => match[1] ?? '');
}

test('a new file has the format, the source and the annotations in block style', () => {
  const source = { path: 's.txt', title: 'NO: yes', body: [[0, 12]] } as const;
  assert.equal(
    newAnnotationFile(source, [mention('a-00000a', 530)]),
    lines(
      'format: source-annotations/1',
      'source:',
      '  path: "s.txt"',
      '  title: "NO: yes"',
      '  body: [[0, 12]]',
      'annotations:',
      ...record('a-00000a', 530),
    ),
  );
  assert.equal(
    newAnnotationFile({ path: 's.txt' }, []),
    lines('format: source-annotations/1', 'source:', '  path: "s.txt"', 'annotations: {}'),
  );
});

test('a new annotation stands in document order, whatever the order of the ids', () => {
  let text: string | undefined = newAnnotationFile({ path: 's.txt' }, []);
  for (const [id, start] of [
    ['a-00000m', 50],
    ['a-00000z', 10],
    ['a-00000a', 90],
    ['a-00000c', 50],
    ['a-00000b', 10],
  ] as const) {
    text = insertAnnotation(text ?? '', mention(id, start));
  }
  assert.deepEqual(order(text), ['a-00000b', 'a-00000z', 'a-00000c', 'a-00000m', 'a-00000a']);
});

test('records without a start keep their place, fragments count by the first', () => {
  const text = lines(
    ...HEAD,
    'annotations:',
    '  a-00000a:',
    '    exact: "x"',
    '  a-00000b:',
    '    fragments:',
    '      - { exact: "x", start: 30, end: 31 }',
    '      - { exact: "y", start: 5, end: 6 }',
  );
  assert.deepEqual(order(insertAnnotation(text, mention('a-00000c', 20))), [
    'a-00000a',
    'a-00000c',
    'a-00000b',
  ]);
});

test('comments and blank lines stay where they are', () => {
  const text = lines(
    '# the file',
    ...HEAD,
    '  x: { kept: true } # foreign',
    '',
    'annotations: # all of them',
    '  # the first',
    ...record('a-00000a', 10, '    # of the first', '    unknown: [1, 2]', '    # its end'),
    '',
    '  # the last',
    ...record('a-00000b', 90),
    'rejected: []',
  );
  const inserted = insertAnnotation(text, mention('a-00000c', 50)) ?? '';
  const expected = text.replace(
    '    # its end\n',
    `    # its end\n${lines(...record('a-00000c', 50))}`,
  );
  assert.equal(inserted, expected);
  assert.equal(removeAnnotation(inserted, 'a-00000c'), text);
  const removed = removeAnnotation(text, 'a-00000a') ?? '';
  assert.match(
    removed,
    /annotations: # all of them\n {2}# the first\n\n {2}# the last\n {2}a-00000b:/,
  );
});

test('an update changes the lines of the keys that changed', () => {
  const text = lines(...HEAD, 'annotations:', ...record('a-00000a', 10, '    note: "old" # why'));
  const changes: FieldChanges = new Map<string, string | number | undefined>([
    ['note', 'new'],
    ['start', 11],
    ['status', 'disputed'],
    ['certainty', undefined],
  ]);
  assert.equal(
    updateAnnotation(text, 'a-00000a', changes),
    `${text.replace('"old"', '"new"').replace('start: 10', 'start: 11')}    status: disputed\n`,
  );
});

test('a new key stands in its fixed place, a removed one takes its line', () => {
  const text = lines(...HEAD, 'annotations:', ...record('a-00000a', 10, '    note: "n"'));
  const added = updateAnnotation(text, 'a-00000a', new Map([['value', 'v']])) ?? '';
  assert.equal(added, text.replace('    note:', '    value: "v"\n    note:'));
  assert.equal(updateAnnotation(added, 'a-00000a', new Map([['value', undefined]])), text);
});

test('a list keeps the lines of the items that stay', () => {
  const roles = [
    '    roles:',
    '      - { role: actor, target: x } # sure',
    '      - {role: y, target: z}',
  ];
  const text = lines(...HEAD, 'annotations:', ...record('a-00000a', 10, ...roles));
  const value = [
    { role: 'actor', target: 'x' },
    { role: 'topic', target: 'w' },
    { role: 'y', target: 'z' },
  ];
  assert.equal(
    updateAnnotation(text, 'a-00000a', new Map([['roles', value]])),
    text.replace('# sure\n', '# sure\n      - { role: topic, target: w }\n'),
  );
});

test('an edit that says nothing new changes no byte, not even the missing last line break', () => {
  const text = lines(...HEAD, 'annotations:', ...record('a-00000a', 10)).trimEnd();
  const same = new Map([['exact', 'Wang Yi']]);
  assert.equal(updateAnnotation(text, 'a-00000a', same), text);
  assert.equal(updateAnnotation(text, 'a-00000a', new Map([['note', undefined]])), text);
});

test('a file without a line break at its end stays without one', () => {
  const text = lines(...HEAD, 'annotations:', ...record('a-00000a', 10)).trimEnd();
  const inserted = insertAnnotation(text, mention('a-00000b', 90)) ?? '';
  assert.equal(inserted, `${text}\n${lines(...record('a-00000b', 90)).trimEnd()}`);
  assert.equal(removeAnnotation(inserted, 'a-00000b'), text);
});

test('line breaks and the byte order mark of the file are kept', () => {
  const text = `\uFEFF${lines(...HEAD, 'annotations:', ...record('a-00000a', 10)).replaceAll('\n', '\r\n')}`;
  const inserted = insertAnnotation(text, mention('a-00000b', 90)) ?? '';
  assert.equal(inserted, text + lines(...record('a-00000b', 90)).replaceAll('\n', '\r\n'));
  assert.equal(removeAnnotation(inserted, 'a-00000b'), text);
});

test('records with another indent get neighbours with that indent', () => {
  const text = lines(
    ...HEAD,
    'annotations:',
    '    a-00000a:',
    '        exact: "x"',
    '        start: 1',
  );
  const inserted = insertAnnotation(text, mention('a-00000b', 90)) ?? '';
  assert.match(inserted, /\n {4}a-00000b:\n {6}exact: "Wang Yi"\n/);
  assert.equal(parseFile('annotations/s.txt.ann.yaml', inserted)?.problems.length, 0);
});

test('empty sections of every form take the first annotation', () => {
  for (const section of [
    ['annotations: {}'],
    ['annotations:'],
    ['annotations: # none yet'],
    ['annotations: {} # none yet'],
    ['annotations : {}'],
    ['"annotations": {}'],
    ['annotations: null'],
    [],
  ]) {
    const text = insertAnnotation(lines(...HEAD, ...section, 'x: 1'), mention('a-00000a', 1)) ?? '';
    const content = parseFile('annotations/s.txt.ann.yaml', text)?.content;
    assert.ok(content?.kind === 'annotations', text);
    assert.deepEqual(content.annotations, [mention('a-00000a', 1)]);
    assert.ok(text.includes('x: 1\n'));
  }
});

test('the last annotation leaves an empty section', () => {
  const text = lines(...HEAD, 'annotations: # all', ...record('a-00000a', 10));
  assert.equal(removeAnnotation(text, 'a-00000a'), lines(...HEAD, 'annotations: {} # all'));
});

test('maps in braces are edited in their braces', () => {
  const text = `{ format: source-annotations/1, annotations: { a-00000a: { exact: "x", note: "n" } } }\n`;
  assert.equal(
    updateAnnotation(text, 'a-00000a', new Map([['note', undefined]])),
    text.replace(', note: "n"', ''),
  );
  assert.equal(
    updateAnnotation(
      text,
      'a-00000a',
      new Map([
        ['exact', undefined],
        ['note', 'm'],
      ]),
    ),
    text.replace('exact: "x", note: "n"', 'note: "m"'),
  );
  const inserted = insertAnnotation(text, mention('a-00000b', 1)) ?? '';
  const content = parseFile('annotations/s.txt.ann.yaml', inserted)?.content;
  assert.ok(content?.kind === 'annotations');
  assert.deepEqual(content.annotations.at(-1), mention('a-00000b', 1));
  assert.equal(removeAnnotation(inserted, 'a-00000b'), text);
  assert.match(removeAnnotation(text, 'a-00000a') ?? '', /annotations: \{\} \}/);
});

test('what does not parse, or has something else for its annotations, is not edited', () => {
  const one = mention('a-00000a', 1);
  for (const text of [
    '',
    'text',
    '- a',
    'a: [',
    'a: 1\na: 2\n',
    'a: &x 1\n',
    'annotations: text\n',
    'annotations: [1]\n',
    // The package reads this only as long as nothing stands below it.
    'format: source-annotations/1\na:\n\n# b\n    c\n',
  ]) {
    assert.equal(insertAnnotation(text, one), undefined, text);
  }
  const text = lines(...HEAD, 'annotations:', '  a-00000b: null');
  assert.equal(updateAnnotation(text, 'a-00000a', new Map()), undefined);
  assert.equal(updateAnnotation(text, 'a-00000b', new Map()), undefined);
  assert.equal(removeAnnotation(text, 'a-00000a'), undefined);
  assert.equal(removeAnnotation(text, 'a-00000b'), lines(...HEAD, 'annotations: {}'));
});

test('what is known of the source is changed in its section, which is made when it is missing', () => {
  const text = lines(...HEAD, '  title: "old" # t', 'annotations: {}');
  const changes = new Map([
    ['title', 'new'],
    ['language', 'en'],
  ]);
  assert.equal(
    updateSource(text, 's.txt', changes),
    text.replace('"old" # t\n', '"new" # t\n  language: en\n'),
  );
  assert.equal(
    updateSource(lines('format: source-annotations/1', 'annotations: {}'), 's.txt', changes),
    lines(
      'format: source-annotations/1',
      'source:',
      '  path: "s.txt"',
      '  title: "new"',
      '  language: en',
      'annotations: {}',
    ),
  );
});

test('record files are written in their fixed order, and edited in place', () => {
  const entity = newEntityFile({
    id: 'wang-yi',
    type: 'person',
    name: 'Wang Yi',
    aliases: [{ text: 'Wang' }, { text: '王毅', language: 'zh-Hans' }],
    links: { wikidata: 'Q1' },
  });
  assert.equal(
    entity,
    lines(
      'format: entity/1',
      'id: wang-yi',
      'type: person',
      'name: "Wang Yi"',
      'aliases:',
      '  - "Wang"',
      '  - { text: "王毅", language: zh-Hans }',
      'links: { wikidata: Q1 }',
    ),
  );
  assert.equal(
    updateEntityFile(
      entity,
      new Map([
        ['mergedInto', 'x'],
        ['note', 'n'],
        ['links', undefined],
      ]),
    ),
    entity.replace('links: { wikidata: Q1 }\n', 'note: "n"\nmergedInto: x\n'),
  );
  const event = newEventFile({
    id: 'talk',
    type: 'consult',
    title: 'They talk',
    date: '2024-07',
    participants: [{ role: 'actor', entity: 'wang-yi' }],
  });
  assert.equal(
    event,
    lines(
      'format: event/1',
      'id: talk',
      'type: consult',
      'title: "They talk"',
      'date: "2024-07"',
      'participants:',
      '  - { role: actor, entity: wang-yi }',
    ),
  );
  assert.equal(
    updateEventFile(event, new Map([['mode', 'phone']])),
    event.replace('title:', 'mode: phone\ntitle:'),
  );
});
