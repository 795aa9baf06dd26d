import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Annotation } from '../../../src/core/model/annotation';
import type { Comment } from '../../../src/core/model/thread';
import { AnnotationReader } from '../../../src/core/storage/canonicalAnnotation';
import {
  newAnnotationFile,
  newEntityFile,
  updateAnnotation,
  updateEntityFile,
  updateEventFile,
  updateSource,
} from '../../../src/core/storage/editFile';
import type { FieldValue } from '../../../src/core/storage/emit';
import { entityFields } from '../../../src/core/storage/fields';
import { parseFile } from '../../../src/core/storage/parse';
import { entityPath } from '../../../src/core/storage/paths';
import { threadFields } from '../../../src/core/storage/threads';
import { annotationFile, lines } from '../workspace';
import { annotation, entity } from './records';

const HEAD = ['format: entity/1', 'id: x', 'type: person', 'name: "X"'];
const PATH = 'annotations/entities/x.yaml';

function file(...more: readonly string[]): string {
  return lines(...HEAD, ...more);
}

function threadOf(text: string): readonly Comment[] | undefined {
  const content = parseFile(PATH, text)?.content;
  return content?.kind === 'entity' ? content.entity.thread : undefined;
}

function edited(text: string, thread: readonly Comment[]): string | undefined {
  return updateEntityFile(text, new Map([['thread', threadFields(thread)]]));
}

const LISTED = [
  'thread:',
  '  # first',
  '  - { by: anna, text: "Is he the minister?" } # asked',
  '  - by: boris # long',
  '    text: |',
  '      Yes.',
  '      See the second source.',
  '  - { resolved: true, by: anna, x: kept }',
  '# end',
];
const ASKED = { by: 'anna', text: 'Is he the minister?' };
const ANSWERED = { by: 'boris', text: 'Yes.\nSee the second source.\n' };
const SETTLED = { by: 'anna', resolved: true };

describe('a thread in a file', () => {
  it('is read in the order of the file', () => {
    assert.deepEqual(threadOf(file(...LISTED)), [ASKED, ANSWERED, SETTLED]);
  });

  it('may name nobody, and says “resolved: false” as nothing', () => {
    assert.deepEqual(threadOf(file('thread: [{ text: 12, resolved: false }]')), [{ text: '12' }]);
  });

  it('reports what is no comment at its place and leaves it out', () => {
    const text = file(
      'thread:',
      '  - why?',
      '  - { by: anna }',
      '  - { by: [anna], text: "a", resolved: maybe }',
    );
    assert.deepEqual(
      parseFile(PATH, text)?.problems.map(
        ({ line, column, message }) => `${line}:${column} ${message}`,
      ),
      [
        '6:5 Each of “thread” is a comment: { by, text }.',
        '7:5 A comment needs its “text”, or “resolved: true”.',
        '8:11 “by” must be text.',
        '8:40 “resolved” must be true or false.',
      ],
    );
    assert.deepEqual(threadOf(text), [{ text: 'a' }]);
  });

  it('says of a thread that is no list that it must be one', () => {
    const [problem] = parseFile(PATH, file('thread: "why?"'))?.problems ?? [];
    assert.equal(problem?.message, '“thread” must be a list.');
  });
});

describe('editing a thread', () => {
  it('adds one line for one more comment, and the last comment of all takes the key along', () => {
    const more = { by: 'carl-2', text: 'No: "not" he.' };
    const line = '  - { by: carl-2, text: "No: \\"not\\" he." }';
    const [last = '', ...rest] = [...LISTED].reverse();
    assert.equal(
      edited(file(...LISTED), [ASKED, ANSWERED, SETTLED, more]),
      file(...rest.reverse(), line, last),
    );
    assert.equal(edited(file(), [more]), file('thread:', line));
    assert.equal(edited(file('thread:', line), []), file());
  });

  it('changes the words of one comment and leaves the others with their remarks', () => {
    assert.equal(
      edited(file(...LISTED), [
        { ...ASKED, text: 'Is he?' },
        ANSWERED,
        { ...SETTLED, text: 'Ok.' },
      ]),
      file(
        ...LISTED.slice(0, 2),
        '  - { by: anna, text: "Is he?" } # asked',
        ...LISTED.slice(3, 7),
        '  - { resolved: true, by: anna, x: kept, text: "Ok." }',
        '# end',
      ),
    );
  });

  it('takes out one comment with its own lines only', () => {
    assert.equal(
      edited(file(...LISTED), [ASKED, SETTLED]),
      file(...LISTED.slice(0, 3), ...LISTED.slice(7)),
    );
  });

  it('leaves what is no comment where it is', () => {
    const text = file('thread:', '  - why? # ?', '  - { text: "a" }');
    assert.equal(edited(text, []), file('thread:', '  - why? # ?'));
  });

  it('keeps what somebody wrote there that is no comment or no list, as a first item', () => {
    const more = { by: 'boris', text: 'b' };
    const added = '  - { by: boris, text: "b" }';
    assert.equal(edited(file('thread: why?'), [more]), file('thread:', '  - "why?"', added));
    assert.equal(edited(file('thread: why?'), []), file('thread: why?'));
    assert.equal(
      edited(file('thread: { text: "a" }'), [more]),
      file('thread:', '  - { text: "a" }', added),
    );
    assert.equal(
      edited(file('thread: [why?, { text: "a", mood: , x: [1, null] }]'), [{ text: 'a' }, more]),
      file('thread:', '  - "why?"', '  - { text: "a", x: [1] }', added),
    );
    assert.equal(edited(file('thread:'), [more]), file('thread:', added));
  });

  it('works in an event, in what is said of a source, and in an annotation beside other changes', () => {
    const line = { by: 'anna', text: 'Why?' };
    const changes = new Map([['thread', threadFields([line])]]);
    const event = lines('format: event/1', 'id: e', 'type: consult', 'title: "E"');
    assert.equal(
      updateEventFile(event, changes),
      `${event}thread:\n  - { by: anna, text: "Why?" }\n`,
    );

    const [text = ''] = Object.values(
      annotationFile('s.txt', '  a-000001:', '    exact: "x"', '    status: proposed # new'),
    );
    const source = updateSource(
      text,
      's.txt',
      new Map<string, string | string[]>([
        ['reviewedBy', ['anna']],
        ['state', 'done'],
      ]),
    );
    assert.equal(
      updateSource(source ?? '', 's.txt', changes),
      lines(
        'format: source-annotations/1',
        'source:',
        '  path: s.txt',
        '  state: done',
        '  reviewedBy:',
        '    - anna',
        '  thread:',
        '    - { by: anna, text: "Why?" }',
        'annotations:',
        '  a-000001:',
        '    exact: "x"',
        '    status: proposed # new',
      ),
    );
    const more = new Map<string, FieldValue | undefined>(changes);
    more.set('status', undefined).set('decision', 'a-000001');
    assert.equal(
      updateAnnotation(text, 'a-000001', more),
      lines(
        ...text.split('\n').slice(0, 6),
        '    decision: a-000001',
        '    thread:',
        '      - { by: anna, text: "Why?" }',
      ),
    );
  });

  it('works in braces', () => {
    const text = lines(
      'format: source-annotations/1',
      'annotations:',
      '  a-000001: { exact: "x", status: proposed, thread: [{ text: "a", x: 1 }] }',
    );
    const thread = threadFields([{ text: 'a' }, { by: 'anna', resolved: true }]);
    assert.equal(
      updateAnnotation(text, 'a-000001', new Map([['thread', thread]])),
      lines(
        'format: source-annotations/1',
        'annotations:',
        '  a-000001: { exact: "x", status: proposed, thread: [{ text: "a", x: 1 }, { by: anna, resolved: true }] }',
      ),
    );
  });

  it('gives what was meant after any change, touches no other line, and can be taken back', () => {
    fc.assert(
      fc.property(entity(), entity(), (one, other) => {
        const text = newEntityFile(one);
        const fields = entityFields(other)['thread'];
        const after = updateEntityFile(text, new Map([['thread', fields]])) ?? '';
        const rest: { -readonly [K in keyof typeof one]: (typeof one)[K] } = { ...one };
        delete rest.thread;
        const wanted = other.thread === undefined ? rest : { ...rest, thread: other.thread };
        const content = parseFile(entityPath(one.id), after)?.content;
        assert.deepEqual(content, { kind: 'entity', entity: wanted });
        const isOther = (line: string): boolean =>
          !/^(?:thread:| {2}- \{ (?:by|text|resolved): )/.test(line);
        assert.deepEqual(after.split('\n').filter(isOther), text.split('\n').filter(isOther));
        const back = new Map([['thread', entityFields(one)['thread']]]);
        assert.equal(updateEntityFile(after, back), text);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('an annotation with a thread and a decision', () => {
  function fast(text: string): Annotation | undefined {
    return new AnnotationReader(text).read(text.indexOf('  a-'));
  }

  it('is read the fast way, as it was written', () => {
    fc.assert(
      fc.property(annotation(), (each) => {
        const text = newAnnotationFile({ path: 's.txt' }, [each]);
        const read = fast(text);
        const isFlat = each.targets.length === 1 && Object.keys(each.attributes).length === 0;
        if (isFlat) assert.ok(read !== undefined, text);
        if (read !== undefined) assert.deepEqual(read, each);
      }),
      { numRuns: 5000 },
    );
  });

  it('is left to the careful reader where a comment is written in another way', () => {
    const written = (comment: string): Annotation | undefined =>
      fast(lines('  a-000001:', '    exact: "x"', '    thread:', `      - ${comment}`));
    assert.deepEqual(written('{ by: anna, text: "a", resolved: true }')?.thread, [
      { by: 'anna', text: 'a', resolved: true },
    ]);
    for (const comment of [
      '{ text: "a", by: anna }',
      '{ by: anna }',
      '{ text: plain words }',
      '{ text: "a", resolved: false }',
      '{ text: "a", x: 1 }',
      '{ text: "a" } # b',
      '{ }',
    ]) {
      assert.equal(written(comment), undefined, comment);
    }
  });
});
