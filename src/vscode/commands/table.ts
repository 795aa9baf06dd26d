/** Every command of the manifest and what it runs; the compiler holds the two together. */
import type { CommandId } from '../generated/manifest';
import { annotateEntity, annotateRepeat } from './annotateEntity';
import { annotateEvent } from './annotateEvent';
import { annotateNote } from './annotateNote';
import { annotateStatement } from './annotateStatement';
import { annotateTime } from './annotateTime';
import { applyFix } from './applyFix';
import { changeAnnotation } from './changeAnnotation';
import type { Command } from './command';
import { deleteAnnotation } from './deleteAnnotation';
import { editSource } from './editSource';
import { clearFilter, filter } from './filter';
import { redo, undo } from './history';
import { moveAnnotation } from './moveAnnotation';
import {
  nextAnnotation,
  nextMention,
  nextSource,
  openPassage,
  previousAnnotation,
  previousMention,
  previousSource,
  reload,
} from './navigate';
import { openAnnotationFile, openRecord } from './openRecord';
import { reanchorAll, reanchorSource } from './reanchor';
import { resumeEvent } from './resumeEvent';
import { retry } from './retry';
import { showMentions } from './showMentions';
import { showInSidebar, sortEntities, toggleDecorations, toggleFollowCursor } from './sidebar';

export const COMMANDS = {
  'sourceAnnotator.annotateEntity': annotateEntity,
  'sourceAnnotator.annotateRepeat': annotateRepeat,
  'sourceAnnotator.annotateEvent': annotateEvent,
  'sourceAnnotator.resumeEvent': resumeEvent,
  'sourceAnnotator.annotateStatement': annotateStatement,
  'sourceAnnotator.annotateTime': annotateTime,
  'sourceAnnotator.annotateNote': annotateNote,
  'sourceAnnotator.changeAnnotation': changeAnnotation,
  'sourceAnnotator.moveAnnotation': moveAnnotation,
  'sourceAnnotator.deleteAnnotation': deleteAnnotation,
  'sourceAnnotator.undo': undo,
  'sourceAnnotator.redo': redo,
  'sourceAnnotator.editSource': editSource,
  'sourceAnnotator.openRecord': openRecord,
  'sourceAnnotator.openAnnotationFile': openAnnotationFile,
  'sourceAnnotator.openPassage': openPassage,
  'sourceAnnotator.showMentions': showMentions,
  'sourceAnnotator.showInSidebar': showInSidebar,
  'sourceAnnotator.nextAnnotation': nextAnnotation,
  'sourceAnnotator.previousAnnotation': previousAnnotation,
  'sourceAnnotator.nextMention': nextMention,
  'sourceAnnotator.previousMention': previousMention,
  'sourceAnnotator.nextSource': nextSource,
  'sourceAnnotator.previousSource': previousSource,
  'sourceAnnotator.toggleDecorations': toggleDecorations,
  'sourceAnnotator.toggleFollowCursor': toggleFollowCursor,
  'sourceAnnotator.filter': filter,
  'sourceAnnotator.clearFilter': clearFilter,
  'sourceAnnotator.sortEntities': sortEntities,
  'sourceAnnotator.reanchorSource': reanchorSource,
  'sourceAnnotator.reanchorAll': reanchorAll,
  'sourceAnnotator.applyFix': applyFix,
  'sourceAnnotator.retry': retry,
  'sourceAnnotator.reload': reload,
} satisfies Record<CommandId, Command>;

/** Those that act on what the sidebar shows, whatever the editor shows. */
const ABOUT_SIDEBAR: ReadonlySet<string> = new Set<CommandId>([
  'sourceAnnotator.filter',
  'sourceAnnotator.clearFilter',
  'sourceAnnotator.sortEntities',
]);

export function isAboutSidebar(id: string): boolean {
  return ABOUT_SIDEBAR.has(id);
}
