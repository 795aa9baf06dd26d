/** Every passage about a record, in the References panel. */
import { tell } from '../adapters/failures';
import { recordIdOf } from '../providers/places';
import { annotationAtCaret, subjectOf } from '../subject';
import { showPassages } from '../views/referencesPanel';
import type { Command } from './command';

/** Of the record that the argument names, or that the annotation at the caret is about. */
export const showMentions: Command = async (services, argument) => {
  const subject = subjectOf(argument);
  const isRecord = subject?.kind === 'entity' || subject?.kind === 'event';
  const here = isRecord ? undefined : await annotationAtCaret(services);
  const id = isRecord ? subject.id : here && recordIdOf(here.record);
  if (id === undefined) {
    if (here !== undefined) tell('This annotation names no entity or event.');
    return;
  }
  const { indexes } = services.store;
  const name = indexes.entity(id)?.name ?? indexes.event(id)?.title ?? id;
  if (!(await showPassages(services, id, `Mentions of ${name}`))) {
    tell(`Nothing mentions ${name} yet.`);
  }
};
