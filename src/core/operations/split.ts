/** One record that is two. */
import type { Entity, EventRecord } from '../model/records';
import { newEntityFile, newEventFile, updateEntityFile } from '../storage/editFile';
import { entityFields } from '../storage/fields';
import { entityPath, eventPath } from '../storage/paths';
import {
  anyRecord,
  inWords,
  mentionsOf,
  unknownRecord,
  withRedirects,
  type AnyRecord,
} from './anyRecord';
import { changedFields } from './changedFields';
import { checkEntityType, checkEventType } from './checks';
import type { Draft, Surroundings } from './draft';
import { chosenMentions, giveTo, recordNamed, type Chosen } from './mentions';
import { done, failed, unreadable, type Outcome, type Split } from './operation';
import { newRecordId, withAliases } from './records';
import { rewrite } from './rewrite';

/** The new record says that it is another one than the old one. */
export function split(draft: Draft, _around: Surroundings, input: Split): Outcome {
  const old = anyRecord(draft, input.id);
  if (old === undefined) return unknownRecord(input.id);
  const { mergedInto } = old.record;
  if (mergedInto !== undefined) {
    const message = `“${input.id}” was merged into “${mergedInto}”: split that one.`;
    return failed('merge-invalid', message);
  }
  const name = (old.kind === 'entity' ? input.name : (input.title ?? input.name))?.trim() ?? '';
  if (name === '') {
    const needs =
      old.kind === 'entity' ? 'The new entity needs a name.' : 'The new event needs a title.';
    return failed('value-invalid', needs);
  }
  const id = newRecordId(draft, input.newId, name);
  if (!id.ok) return id;
  const chosen = mentionsToGo(draft, old, input);
  if (!chosen.ok) return chosen;
  const made =
    old.kind === 'entity'
      ? newEntity(draft, old.record, { ...input, name }, id.id)
      : newEvent(draft, old.record, { ...input, name }, id.id);
  if (!made.ok) return made;
  const record = anyRecord(draft, id.id);
  return record === undefined ? unknownRecord(id.id) : giveTo(draft, chosen.records, record);
}

function mentionsToGo(draft: Draft, old: AnyRecord, input: Split): Chosen {
  const chosen = chosenMentions(draft, input.mentions);
  if (!chosen.ok) return chosen;
  const ids = withRedirects(draft, old.record.id);
  for (const each of chosen.records) {
    const named = recordNamed(each, old.kind);
    if (named !== undefined && ids.has(named)) continue;
    const about = each.annotation.entity ?? each.annotation.event;
    const is = about === undefined ? 'is about no record' : `is about “${about}”`;
    const message = `“${each.annotation.id}” of “${each.source}” ${is}, not about “${old.record.id}”.`;
    return failed('value-invalid', message);
  }
  const what = old.kind === 'entity' ? 'mentions' : 'evidence';
  if (chosen.records.length === 0) {
    const message = `No ${what} of ${inWords(old)} is listed: a split needs those that go to the new record.`;
    return failed('value-invalid', message);
  }
  if (chosen.records.length === mentionsOf(draft, ids).length) {
    const message = `All ${what} of ${inWords(old)} are listed: that would rename it, not split it.`;
    return failed('value-invalid', message);
  }
  return chosen;
}

type Named = Split & { readonly name: string };

function newEntity(draft: Draft, old: Entity, input: Named, id: string): Outcome {
  const type = input.type ?? old.type;
  const wrong = input.type === undefined ? undefined : checkEntityType(draft.schema, type);
  if (wrong !== undefined) return { ok: false, error: wrong };
  const going = new Set(input.aliases);
  const foreign = [...going].find((alias) => old.aliases.every(({ text }) => text !== alias));
  if (foreign !== undefined) {
    return failed('value-invalid', `“${foreign}” is no alias of the entity “${old.id}”.`);
  }
  const moved = old.aliases.filter(({ text }) => going.has(text));
  const aliases = withAliases([], moved, input.name);
  const made: Entity = { id, type, name: input.name, aliases, links: {}, distinctFrom: [old.id] };
  if (!draft.write(entityPath(id), newEntityFile(made))) return unreadable(entityPath(id));
  if (going.size === 0) return done(id);
  const left: Entity = { ...old, aliases: old.aliases.filter(({ text }) => !going.has(text)) };
  const changes = changedFields(entityFields(old), entityFields(left));
  return rewrite(draft, entityPath(old.id), old.id, (text) => updateEntityFile(text, changes));
}

function newEvent(draft: Draft, old: EventRecord, input: Named, id: string): Outcome {
  const type = input.type ?? old.type;
  const wrong = input.type === undefined ? undefined : checkEventType(draft.schema, type);
  if (wrong !== undefined) return { ok: false, error: wrong };
  if ((input.aliases ?? []).length > 0) {
    return failed('value-invalid', 'An event has no aliases that could go to the new one.');
  }
  const made: EventRecord = {
    id,
    type,
    title: input.name,
    participants: [],
    distinctFrom: [old.id],
  };
  return draft.write(eventPath(id), newEventFile(made)) ? done(id) : unreadable(eventPath(id));
}
