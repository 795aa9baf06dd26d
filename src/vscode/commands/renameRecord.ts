/** Renaming a record: its name or title, never its id. */
import * as vscode from 'vscode';
import { namesakes, renameEntity, renameEvent } from '../../core/operations/renaming';
import { entityTypeIcon } from '../../core/outline/icons';
import { count, dotted, oneLine, shorten } from '../../core/outline/words';
import type { Entity } from '../../core/model/records';
import { entityTypeOf } from '../../core/schema/lookup';
import type { SettingId } from '../generated/manifest';
import { remark, tell } from '../adapters/failures';
import { askText, required, type Remark } from '../pickers/askText';
import { themeIcon } from '../pickers/icons';
import { pickFrom } from '../pickers/pickOne';
import type { Services } from '../services';
import type { Command } from './command';
import { givenText } from './given';
import { merge } from './mergeRecords';
import { nameOf, oneRecord, type RecordRef } from './recordSubject';
import { saveUndoable } from './saving';

const KEEP_ALIAS: SettingId = 'sourceAnnotator.rename.keepAlias';
const LONGEST = 40;

/**
 * Renames the record of the node, of `{ id }`, or at the caret. Asks for the name, unless it is given as
 * `{ name }`: then nothing is asked.
 */
export const renameRecord: Command = async (services, node) => {
  const ref = await oneRecord(services, node);
  if (ref === undefined) return undefined;
  const name = givenText(node, 'name');
  if (name !== undefined) return await saveName(services, ref, oneLine(name));
  const what = ref.kind === 'entity' ? 'A name' : 'A title';
  const answer = await askText({
    title: `Rename ${shorten(nameOf(ref), LONGEST)}`,
    prompt: helpOn(ref),
    value: nameOf(ref),
    remark: (text) => required(what)(text) ?? remarkOnName(services, ref, text),
  });
  return answer.kind === 'answer' ? await rename(services, ref, answer.value) : undefined;
};

/** Saves the name as one step of undo; asks first when another entity goes by it. */
export async function rename(
  services: Services,
  ref: RecordRef,
  newName: string,
): Promise<readonly string[] | undefined> {
  const name = oneLine(newName);
  const others = othersOf(services, ref, name);
  if (others.length === 0) return await saveName(services, ref, name);
  const answer = await askWhetherOne(services, others, name);
  if (answer === undefined) return undefined;
  if (answer === 'two') return await saveName(services, ref, name);
  return await merge(services, [ref, { kind: 'entity', record: answer }], answer.id);
}

/** Whether `rename` asks before it saves this name. */
export function isAsking(services: Services, ref: RecordRef, newName: string): boolean {
  return othersOf(services, ref, oneLine(newName)).length > 0;
}

/** The other entities that go by a name that this one is to get; none when it keeps its own. */
function othersOf(services: Services, ref: RecordRef, name: string): readonly Entity[] {
  if (ref.kind !== 'entity' || name === ref.record.name) return [];
  return namesakes(services.store.indexes.liveEntities(), ref.record.id, name);
}

async function saveName(
  services: Services,
  ref: RecordRef,
  name: string,
): Promise<readonly string[] | undefined> {
  if (name === '') {
    tell(ref.kind === 'entity' ? 'An entity needs a name.' : 'An event needs a title.');
    return undefined;
  }
  const operations =
    ref.kind === 'entity'
      ? renameEntity(ref.record, name, keepsAlias())
      : renameEvent(ref.record, name);
  if (operations.length === 0) {
    remark('That is its name already.');
    return undefined;
  }
  const keeps = operations.some(
    (each) => each.op === 'updateEntity' && each.addAliases !== undefined,
  );
  const old = `“${shorten(nameOf(ref), LONGEST)}”`;
  const kept = keeps ? `, ${old} stays as an alias` : '';
  const label = `Renamed ${old} to “${shorten(name, LONGEST)}”${kept}`;
  return await saveUndoable(services, label, operations);
}

async function askWhetherOne(
  { store, sidebar }: Services,
  others: readonly Entity[],
  name: string,
): Promise<Entity | 'two' | undefined> {
  const merges = others.map((entity) => ({
    value: entity,
    label: `One and the same: merge with ${entity.name}`,
    description: dotted([
      entityTypeOf(store.schema, entity.type).label,
      count(sidebar.tallies.of(entity.id).passages, 'mention'),
      entity.id,
    ]),
    iconPath: themeIcon(entityTypeIcon(store.schema, entity.type)),
  }));
  const answer = await pickFrom<Entity | 'two'>({
    title: `“${shorten(name, LONGEST)}” is the name of another entity`,
    placeholder: 'Is it the same? Nothing is renamed yet',
    choices: [
      ...merges,
      {
        value: 'two',
        label: 'Two of one name: rename all the same',
        iconPath: themeIcon({ name: 'edit' }),
      },
    ],
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

function remarkOnName(services: Services, ref: RecordRef, name: string): Remark | undefined {
  const [other] = othersOf(services, ref, oneLine(name));
  if (other === undefined) return undefined;
  return { kind: 'hint', message: `${other.name} goes by that name too: you will be asked.` };
}

function helpOn(ref: RecordRef): string {
  const { id } = ref.record;
  if (ref.kind === 'event') return `The id ${id} stays.`;
  const keeps = keepsAlias() ? ' The old name stays as an alias.' : '';
  return `The id ${id} stays.${keeps}`;
}

function keepsAlias(): boolean {
  return vscode.workspace.getConfiguration().get<boolean>(KEEP_ALIAS, true);
}
