/** A repository with one source and its annotations, and what `diff` says of it. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { annotationFile, entityFile } from '../core/workspace';
import { repositoryWith, type Repository } from './repository';

export const SCHEMA = { 'annotations/schema.yaml': 'format: schema/1\nsources: ["**/*.txt"]\n' };
export const FILE = 'annotations/s.txt.ann.yaml';
export const STORY = 'Wang Yi met Li Hui.\nThey spoke for two hours.\nZhang Jun was there, too.\n';

export interface Reported {
  readonly base: string;
  readonly head: string;
  readonly changes: readonly {
    readonly kind: string;
    readonly action: string;
    readonly path: string;
    readonly source?: string;
    readonly id?: string;
  }[];
}

export function mention(id: string, exact: string, entity: string): readonly string[] {
  const start = STORY.indexOf(exact);
  return [
    `  ${id}:`,
    `    exact: "${exact}"`,
    `    start: ${start}`,
    `    end: ${start + exact.length}`,
    `    entity: ${entity}`,
  ];
}

export const WANG = mention('a-0000wy', 'Wang Yi', 'wang-yi');
export const LI = mention('a-0000lh', 'Li Hui', 'li-hui');
export const ZHANG = mention('a-0000zj', 'Zhang Jun', 'zhang-jun');

export function annotated(...records: readonly (readonly string[])[]): string {
  return annotationFile('s.txt', ...records.flat())[FILE] ?? '';
}

export async function annotatedRepository(test: TestContext): Promise<Repository> {
  return repositoryWith(test, {
    ...SCHEMA,
    ...entityFile('wang-yi'),
    ...entityFile('li-hui'),
    ...entityFile('zhang-jun'),
    's.txt': STORY,
    [FILE]: annotated(WANG),
  });
}

/** What `diff` says: `annotation added a-0000wy`, one for each change. */
export async function changed(
  repo: Repository,
  ...args: readonly string[]
): Promise<readonly string[]> {
  const ran = await repo.cli('diff', '--format', 'json', ...args);
  assert.deepEqual(ran.complaints, []);
  const { changes } = JSON.parse(ran.output) as Reported;
  assert.equal(ran.status, changes.length === 0 ? 0 : 1);
  return changes.map(({ kind, action, path: file, id }) => `${kind} ${action} ${id ?? file}`);
}
