/** What a revision of a folder has, for comparing annotators, from its git repository. */
import type * as vscode from 'vscode';
import { fileKind } from '../../core/storage/paths';
import { openTree } from '../../node/compare/sides';
import { readTexts } from '../../node/compare/texts';
import { partial } from '../../node/git/failure';
import { openRepository } from '../../node/git/repository';
import { loadRevisionPair } from '../../node/revisionPair';
import type { ReadRevision } from './compareAnswers';
import type { Answered } from './reviewAnswers';

/** Never rejects. */
export async function readRevision(
  folder: vscode.Uri,
  name: string,
  git: string | undefined,
): Promise<Answered<ReadRevision>> {
  const opened = await openRepository(folder.fsPath, git);
  if (!opened.ok) return opened;
  const { repository } = opened;
  const side = { kind: 'revision', name } as const;
  const tree = await openTree(side, repository);
  if (!tree.ok) return tree;
  const { label, paths } = tree.tree;
  const { head } = repository;
  if (name === 'HEAD' || (head.kind === 'branch' && head.name === name)) {
    const none = new Map<string, string>();
    return {
      ok: true,
      value: { label, isCheckedOut: true, files: none, sources: none, renamed: none },
    };
  }
  const own = [...paths].filter((path) => fileKind(path) !== undefined);
  const [{ texts, missing }, loaded] = await Promise.all([
    readTexts(tree.tree, own),
    loadRevisionPair(folder.fsPath, side, { kind: 'worktree' }, git === undefined ? {} : { git }),
  ]);
  if (missing.length > 0) return { ok: false, failure: partial(missing) };
  if (!loaded.ok) return loaded;
  const sources = new Map<string, string>();
  const renamed = new Map<string, string>();
  for (const { before, after } of loaded.pair.sources) {
    if (before === undefined) continue;
    sources.set(before.path, before.text);
    if (after !== undefined && after.path !== before.path) renamed.set(before.path, after.path);
  }
  return { ok: true, value: { label, isCheckedOut: false, files: texts, sources, renamed } };
}
