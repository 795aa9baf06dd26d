/** The layers that are compared: the annotators of a folder, or revisions of it. */
import { calledNow, layerOf, layersBy, UNNAMED, type Layer } from '../../core/review/layers';
import { comparedText, type ComparedText } from '../../core/review/agreement/comparedText';
import { locate, type LocatedAnnotation } from '../../core/store/locate';
import type { SourceText } from '../../core/text/sourceText';
import type { Side } from '../../node/compare/sides';
import { openRepository, type Repository } from '../../node/git/repository';
import { loadRevisionPair } from '../../node/revisionPair';
import { filesInGit } from '../gitFiles';
import { loadingComplaints, loadWorkspace, type Loaded, type Workspace } from '../workspace';

export type ComparedLayers =
  | {
      readonly ok: true;
      readonly layers: readonly Layer[];
      readonly textOf: (source: string) => ComparedText | undefined;
      /** Of files that could not be read. */
      readonly complaints: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/**
 * The annotators of the folder that are asked for, in that order; all that are named where none is, and
 * with fewer than two of them what names nobody, too.
 */
export async function layersInFolder(
  folder: string,
  names: readonly string[],
): Promise<ComparedLayers> {
  const loaded = await loadWorkspace(folder);
  if (!loaded.ok) return loaded;
  const { workspace } = loaded;
  const all = layersBy(workspace.store.indexes, workspace);
  const known = all.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const message = `Nothing is annotated by “${unknown}”; there are ${known.join(', ')}.`;
    return { ok: false, message: known.length === 0 ? 'There are no annotations.' : message };
  }
  const named = all.filter(({ name }) => name !== UNNAMED);
  const asked = names.flatMap((name) => all.find((layer) => layer.name === name) ?? []);
  const layers = asked.length > 0 ? asked : named.length > 1 ? named : all;
  if (layers.length < 2) {
    const who = layers.map(({ name }) => name).join(', ');
    const message = `Agreement needs two annotators, as “by:” of the annotations names them; there is ${who === '' ? 'none' : `only ${who}`}.`;
    return { ok: false, message };
  }
  const textOf = (source: string): ComparedText | undefined => textIn(workspace, source);
  return { ok: true, layers, textOf, complaints: loadingComplaints(workspace) };
}

function textIn(workspace: Workspace, source: string): ComparedText | undefined {
  const text = workspace.sourceText(source);
  if (text === undefined) return undefined;
  const metadata = workspace.store.indexes.source(source);
  return comparedText(text, metadata, () => workspace.located(source));
}

/** What one side has, and what its sources are called in the last one. */
interface LoadedSide {
  readonly name: string;
  readonly workspace: Workspace;
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Each revision as a layer; one alone is compared with the folder. All are placed in the texts of the
 * last one, and sources are called as they are there.
 */
export async function layersOfRevisions(
  folder: string,
  names: readonly string[],
): Promise<ComparedLayers> {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) return { ok: false, message: `“${repeated}” is given twice.` };
  const opened = await openRepository(folder);
  if (!opened.ok) return { ok: false, message: opened.failure.message };
  const sides: readonly Side[] = names.map((name) => ({ kind: 'revision', name }));
  const compared = sides.length > 1 ? sides : [...sides, { kind: 'worktree' } as const];
  const last = compared.at(-1);
  const loaded: LoadedSide[] = [];
  for (const side of compared) {
    const workspace = await load(opened.repository, side);
    if (!workspace.ok) return workspace;
    const renamed = await renamesOf(opened.repository, side, last);
    if (!renamed.ok) return renamed;
    const name = side.kind === 'revision' ? side.name : 'working tree';
    loaded.push({ name, workspace: workspace.workspace, renamed: renamed.renamed });
  }
  const newestFirst = loaded.toReversed();
  const workspaceWith = (source: string): Workspace | undefined =>
    newestFirst.find(({ workspace }) => workspace.sourceText(source) !== undefined)?.workspace;
  return {
    ok: true,
    layers: loaded.map((side) =>
      layerIn(side, (source) => workspaceWith(source)?.sourceText(source)),
    ),
    textOf: (source) => {
      const workspace = workspaceWith(source);
      return workspace && textIn(workspace, source);
    },
    complaints: loaded.flatMap(({ name, workspace }) =>
      loadingComplaints(workspace).map((complaint) => `${name}: ${complaint}`),
    ),
  };
}

async function load(repository: Repository, side: Side): Promise<Loaded> {
  if (side.kind !== 'revision') return loadWorkspace(repository.folder);
  const files = await filesInGit(repository, side);
  if (!files.ok) return files;
  const loaded = await loadWorkspace(repository.folder, files.files);
  const lacking = files.lacking();
  return lacking === undefined ? loaded : { ok: false, message: lacking };
}

type Renames =
  | { readonly ok: true; readonly renamed: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly message: string };

async function renamesOf(
  repository: Repository,
  side: Side,
  last: Side | undefined,
): Promise<Renames> {
  if (last === undefined || side === last) return { ok: true, renamed: new Map() };
  const loaded = await loadRevisionPair(repository.folder, side, last, repository);
  if (!loaded.ok) return { ok: false, message: loaded.failure.message };
  const renamed = loaded.pair.sources.flatMap(({ before, after }) =>
    before === undefined || after === undefined || before.path === after.path
      ? []
      : [[before.path, after.path] as const],
  );
  return { ok: true, renamed: new Map(renamed) };
}

/** The layer of a side, placed in the texts that all sides share. */
function layerIn(
  { name, workspace, renamed }: LoadedSide,
  sharedText: (source: string) => SourceText | undefined,
): Layer {
  const { indexes } = workspace.store;
  const nowCalled = (source: string): string => renamed.get(source) ?? source;
  const located = (source: string): readonly LocatedAnnotation[] => {
    const own = workspace.sourceText(source);
    const shared = sharedText(nowCalled(source));
    if (shared === undefined || shared.text === own?.text) return workspace.located(source);
    return locate(shared, indexes.annotationsOf(source), own);
  };
  const layer = layerOf(name, indexes, {
    sourceText: (source) => sharedText(nowCalled(source)),
    located,
  });
  return calledNow(layer, renamed);
}
