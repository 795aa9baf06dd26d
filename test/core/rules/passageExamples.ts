/** Examples of checks of sources, passages and what is said twice about one. */
import { annotationFile, entityFile, lines } from '../workspace';
import { SOURCE, BLOB, record, CONTEXT, file, mention, type Example } from './exampleParts';

const PLACED = ['exact: "Wang Yi"', 'start: 33', 'end: 40'];

export const PASSAGE_EXAMPLES: Readonly<Record<string, Example>> = {
  'source-missing': { files: annotationFile('s.txt') },
  'source-moved': {
    files: annotationFile('s.txt'),
    moves: new Map([['s.txt', { to: 't.txt', certain: false }]]),
    fixes: ['Move the annotations along to “t.txt”'],
  },
  'hash-stale': {
    files: file(
      `  blob: "${BLOB}"`,
      'annotations:',
      ...mention('a-00000a', 'Wang Yi', 33, 'note: "n"'),
    ),
    source: `New: ${SOURCE}`,
    fixes: ['Re-anchor one annotation and refresh the hash of the source'],
  },
  orphaned: {
    files: record('exact: "Li Hui"', 'note: "n"'),
    source: SOURCE,
    fixes: ['Delete the annotation “Li Hui”'],
  },
  ambiguous: {
    files: record(...CONTEXT, 'start: 33', 'end: 40'),
    source: `New.\n${SOURCE}${SOURCE}`,
    fixes: [
      'Re-anchor to “Wang Yi” in line 2: one of several places alike',
      'Re-anchor to “Wang Yi” in line 3: one of several places alike',
      'Delete the annotation “Wang Yi”',
    ],
  },
  similar: {
    files: record(...CONTEXT),
    source: SOURCE.replace('Yi', 'Yee'),
    fixes: ['Accept the new wording “Wang Yee” in line 1', 'Delete the annotation “Wang Yi”'],
  },
  'quote-differs': {
    files: file(
      `  blob: "${BLOB}"`,
      'annotations:',
      ...mention('a-00000a', 'Guangzhou', 4, 'prefix: "arrived in "', 'note: "n"'),
    ),
    source: SOURCE,
    fixes: ['Write the offsets of “Guangzhou” in line 1'],
  },
  'grapheme-cut': {
    files: annotationFile('s.txt', ...mention('a-00000a', 'Zoe', 7, 'note: "n"')),
    source: 'He met Zoe\u0308 again.\n',
    fixes: ['Widen to “Zoe\u0308” in line 1'],
  },
  'outside-body': {
    files: file(
      `  blob: "${BLOB}"`,
      '  body: [[0, 31]]',
      'annotations:',
      ...mention('a-00000a', 'minister', 4, 'note: "inside"'),
      ...mention('a-00000b', 'affairs, Wang Yi', 24, 'note: "reaches into it"'),
      ...mention('a-00000c', 'Guangzhou', 53, 'note: "outside"'),
    ),
    source: SOURCE,
    fixes: ['Delete the annotation “Guangzhou”'],
  },
  'decision-unknown': {
    files: record(...PLACED, 'note: "n"', 'status: rejected', 'decision: a-zzzzzz'),
    source: SOURCE,
    fixes: ['Take the decision back', 'Decide that nothing stands here'],
  },
  'decision-differs': {
    files: annotationFile(
      's.txt',
      ...mention('a-00000a', 'Wang Yi', 33, 'note: "n"', 'status: rejected', 'decision: a-00000a'),
      ...mention('a-00000b', 'Guangzhou', 53, 'note: "n"', 'decision: a-00000a'),
      ...mention('a-00000c', 'Tuesday', 66, 'note: "n"', 'decision: a-00000c'),
      ...mention('a-00000d', 'minister', 4, 'note: "n"', 'status: rejected', 'decision: none'),
    ),
    source: SOURCE,
    count: 2,
    fixes: [
      'Accept it, as was decided',
      'Take the decision back',
      'Reject it, as was decided',
      'Take the decision back',
    ],
    leaves: 1,
  },
  'annotation-proposed': {
    files: record(...PLACED, 'note: "n"', 'status: proposed # by the program'),
    source: SOURCE,
    fixes: ['Accept “Wang Yi”', 'Reject “Wang Yi”'],
  },
  'annotation-disputed': {
    files: record(...PLACED, 'note: "n"', 'status: disputed'),
    source: SOURCE,
    fixes: ['Accept “Wang Yi”', 'Reject “Wang Yi”'],
  },
  'thread-open': {
    files: {
      ...entityFile(
        'wang-yi',
        'thread:',
        '  - { by: anna, text: "Minister?" }',
        '  - { resolved: true }',
      ),
      ...record(...PLACED, 'entity: wang-yi', 'thread: [{ by: boris, text: "Him?" }]'),
    },
    source: SOURCE,
    fixes: ['Resolve the discussion'],
  },
  'source-unfinished': {
    files: record(...PLACED, 'note: "n"'),
    source: SOURCE,
    fixes: ['Mark the source as done'],
  },
  'source-unreviewed': {
    files: file('  state: done', 'annotations: {}'),
    source: SOURCE,
  },
  'annotation-duplicate': {
    files: {
      ...entityFile('wang-yi'),
      ...annotationFile(
        's.txt',
        ...mention('a-00000a', 'Wang Yi', 33, 'entity: wang-yi'),
        ...mention('a-00000b', 'Wang Yi', 33, 'entity: wang-yi'),
        ...mention('a-00000c', 'Yi', 38, 'entity: wang-yi'),
        ...mention('a-00000d', 'arrived', 42, 'type: statement', 'roles:'),
        '      - { role: speaker, target: a-00000b }',
      ),
    },
    source: SOURCE,
    fixes: ['Keep “a-00000a” and delete “a-00000b”', 'Keep “a-00000b” and delete “a-00000a”'],
  },
  'rejection-duplicate': {
    files: {
      'annotations/s.txt.ann.yaml': lines(
        'format: source-annotations/1',
        'source: { path: s.txt }',
        'annotations: {}',
        'rejected:',
        '  r-000001: { exact: "Wang", end: 4 }',
        '  r-000002: { exact: "Wang", end: 4 }',
        '  r-000003: { exact: "Wang", end: 4, type: time }',
      ),
    },
    source: SOURCE,
    fixes: ['Remove “r-000002”'],
  },
};
