/** Two short reports with their annotations, and ways to write outlines down for assertions. */
import type { Operation } from '../../../src/core/operations/operation';
import type { Outline, OutlineNode } from '../../../src/core/outline/node';
import { Tallies } from '../../../src/core/outline/tallies';
import { locate, type LocatedAnnotation } from '../../../src/core/store/locate';
import { SourceText } from '../../../src/core/text/sourceText';
import { carryOut, workspace, type Workspace } from '../workspace';

export const FIRST = 'seeds/first.txt';
export const SECOND = 'seeds/second.txt';

export const TEXTS = {
  [FIRST]: 'Xi calls Kyiv\n\nXi Jinping spoke with Zelensky on Wednesday. “We agree,” Xi said.\n',
  [SECOND]: 'Mr Xi and the Ukrainian foreign minister met in Beijing.\n',
};

const OPERATIONS: readonly Operation[] = [
  {
    op: 'createEntity',
    id: 'xi-jinping',
    type: 'person',
    name: 'Xi Jinping',
    aliases: ['Xi', { text: '习近平', language: 'zh' }],
    note: 'President of China.',
  },
  {
    op: 'createEntity',
    id: 'zelenskyy',
    type: 'person',
    name: 'Volodymyr Zelenskyy',
    aliases: ['Zelensky'],
  },
  { op: 'createEntity', id: 'beijing', type: 'place', name: 'Beijing' },
  { op: 'createEntity', id: 'ukraine', type: 'place', name: 'Ukraine' },
  {
    op: 'createEvent',
    id: 'call',
    type: 'consult',
    mode: 'phone',
    title: 'Xi and Zelenskyy speak by phone',
    date: '2023-04-26',
    participants: [
      { role: 'actor', entity: 'xi-jinping' },
      { role: 'recipient', entity: 'zelenskyy' },
    ],
    status: 'occurred',
  },
  {
    op: 'createEvent',
    id: 'visit',
    type: 'consult',
    title: 'A visit to Beijing',
    date: '2024-07',
    place: 'beijing',
    status: 'planned',
  },
  { op: 'createEvent', id: 'rumour', type: 'accuse', title: 'A rumour' },
  {
    op: 'setSource',
    source: FIRST,
    title: 'Xi calls Kyiv',
    publisher: 'The Daily',
    published: '2023-04-26',
    language: 'en',
  },
  {
    op: 'annotate',
    id: 'a-mention1',
    source: FIRST,
    exact: 'Xi',
    occurrence: 1,
    entity: 'xi-jinping',
  },
  {
    op: 'annotate',
    id: 'a-evidence',
    source: FIRST,
    exact: 'Xi Jinping spoke with Zelensky on Wednesday',
    event: 'call',
    certainty: 'probable',
    roles: [{ role: 'actor', target: 'a-mention2' }],
  },
  { op: 'annotate', id: 'a-mention2', source: FIRST, exact: 'Xi Jinping', entity: 'xi-jinping' },
  { op: 'annotate', id: 'a-mention3', source: FIRST, exact: 'Zelensky', entity: 'zelenskyy' },
  {
    op: 'annotate',
    id: 'a-time01',
    source: FIRST,
    exact: 'Wednesday',
    type: 'time',
    value: '2023-04-26',
  },
  {
    op: 'annotate',
    id: 'a-said01',
    source: FIRST,
    exact: 'We agree',
    type: 'statement',
    roles: [{ role: 'speaker', target: 'xi-jinping' }],
  },
  {
    op: 'annotate',
    id: 'a-mention4',
    source: SECOND,
    exact: 'Xi',
    entity: 'xi-jinping',
    status: 'proposed',
  },
  { op: 'annotate', id: 'a-nested', source: SECOND, exact: 'Ukrainian', entity: 'ukraine' },
  {
    op: 'annotate',
    id: 'a-person',
    source: SECOND,
    exact: 'the Ukrainian foreign minister',
    entity: 'zelenskyy',
  },
  { op: 'annotate', id: 'a-note01', source: SECOND, exact: 'met', note: 'Where exactly?' },
];

export interface Example extends Workspace {
  readonly tallies: Tallies;
}

export function example(operations: readonly Operation[] = OPERATIONS): Example {
  const at = workspace({}, TEXTS);
  const tallies = new Tallies(at.store);
  const known = operations.map((each) =>
    // A role may name an annotation that comes later: it is added once that is there.
    'roles' in each && each.op === 'annotate' && each.id === 'a-evidence'
      ? { ...each, roles: [] }
      : each,
  );
  carryOut(at, known);
  if (operations === OPERATIONS) {
    const roles = [{ role: 'actor', target: 'a-mention2' }];
    carryOut(at, [{ op: 'update', id: 'a-evidence', roles }]);
  }
  return { ...at, tallies };
}

/** The annotations of a source in `text`, by default its own. */
export function locatedIn(
  at: Example,
  path: keyof typeof TEXTS,
  text?: string,
): readonly LocatedAnnotation[] {
  const source = SourceText.of(text ?? TEXTS[path]);
  return locate(source, at.store.indexes.annotationsOf(path));
}

/** Every node on a line of its own, indented by depth: `label | description`. */
export function written(outline: Outline, depth = Infinity): readonly string[] {
  return linesOf(outline.roots(), '', depth);
}

export function linesOf(
  nodes: readonly OutlineNode[],
  indent = '',
  depth = Infinity,
): readonly string[] {
  if (depth === 0) return [];
  return nodes.flatMap((node) => [
    indent + [node.label, node.description].filter((part) => part !== '').join(' | '),
    ...linesOf(node.children?.() ?? [], `${indent}  `, depth - 1),
  ]);
}

export function idsOf(nodes: readonly OutlineNode[]): readonly string[] {
  return nodes.flatMap((node) => [node.id, ...idsOf(node.children?.() ?? [])]);
}
