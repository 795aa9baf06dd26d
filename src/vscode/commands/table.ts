/** Every command of the manifest and what it runs; the compiler holds the two together. */
import type { CommandId } from '../generated/manifest';
import { addRelation } from './addRelation';
import {
  acceptAgreed,
  adjudicateBoth,
  adjudicateFirst,
  adjudicateNeither,
  adjudicateSecond,
} from './adjudicate';
import { adjustCancel, adjustEdges, adjustFragment, adjustSave, adjustStep } from './adjustEdges';
import { annotateAll } from './annotateAll';
import { annotateEntity, annotateRepeat } from './annotateEntity';
import { annotateEvent } from './annotateEvent';
import { annotateNote } from './annotateNote';
import { annotateStatement } from './annotateStatement';
import { annotateTime } from './annotateTime';
import { applyFix } from './applyFix';
import { changeAnnotation } from './changeAnnotation';
import { changeRelation, removeRelation } from './changeRelation';
import type { Command } from './command';
import { compareAnnotators, endComparing, openPair, showAgreement } from './compare';
import { deleteAnnotation } from './deleteAnnotation';
import { deleteRecord } from './deleteRecord';
import { editRecord } from './editRecord';
import { editSource } from './editSource';
import { clearFilter, filter } from './filter';
import { findDuplicates } from './findDuplicates';
import { addFragment, removeFragment } from './fragments';
import { redo, undo } from './history';
import { mergeRecords } from './mergeRecords';
import { toggleMineOnly } from './mineOnly';
import { moveAnnotation } from './moveAnnotation';
import { moveMentions } from './moveMentions';
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
import { openLink } from './openLink';
import { openAnnotationFile, openRecord } from './openRecord';
import { proposeBody } from './proposeBody';
import { reanchorAll, reanchorSource } from './reanchor';
import { renameRecord } from './renameRecord';
import { repairConflicts, resolveConflicts } from './resolveConflicts';
import { resumeEvent } from './resumeEvent';
import { retry } from './retry';
import {
  nextChange,
  openChange,
  openChangeSideBySide,
  previousChange,
  refreshReview,
  tickChange,
  toggleReviewDecorations,
  toggleReviewed,
} from './review';
import { chooseReviewBase } from './reviewBase';
import { copyReview, saveReview } from './reviewReport';
import { revertChange } from './revertChange';
import { retypeRecord } from './retypeRecord';
import { setSourceState, setStatus } from './reviewState';
import { setUp } from './setUp';
import { showMentions } from './showMentions';
import { showThreads } from './showThreads';
import { splitRecord } from './splitRecord';
import { stageSource } from './stageSource';
import { showInSidebar, sortEntities, toggleDecorations, toggleFollowCursor } from './sidebar';
import {
  acceptAllSuggestions,
  acceptSuggestion,
  acceptSuggestionAs,
  goThroughSuggestions,
  leaveSuggestions,
  nextSuggestion,
  openSuggestion,
  previousSuggestion,
  rejectSuggestion,
  restoreSuggestion,
  toggleSuggestions,
} from './suggestions';
import {
  cancelComment,
  comment,
  deleteComment,
  editComment,
  reopenThread,
  reply,
  replyAndResolve,
  resolveThread,
  saveComment,
} from './threads';

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
  'sourceAnnotator.annotateAll': annotateAll,
  'sourceAnnotator.goThroughSuggestions': goThroughSuggestions,
  'sourceAnnotator.acceptSuggestion': acceptSuggestion,
  'sourceAnnotator.acceptAllSuggestions': acceptAllSuggestions,
  'sourceAnnotator.acceptSuggestionAs': acceptSuggestionAs,
  'sourceAnnotator.rejectSuggestion': rejectSuggestion,
  'sourceAnnotator.restoreSuggestion': restoreSuggestion,
  'sourceAnnotator.nextSuggestion': nextSuggestion,
  'sourceAnnotator.previousSuggestion': previousSuggestion,
  'sourceAnnotator.leaveSuggestions': leaveSuggestions,
  'sourceAnnotator.openSuggestion': openSuggestion,
  'sourceAnnotator.toggleSuggestions': toggleSuggestions,
  'sourceAnnotator.proposeBody': proposeBody,
  'sourceAnnotator.renameRecord': renameRecord,
  'sourceAnnotator.editRecord': editRecord,
  'sourceAnnotator.mergeRecords': mergeRecords,
  'sourceAnnotator.splitRecord': splitRecord,
  'sourceAnnotator.retypeRecord': retypeRecord,
  'sourceAnnotator.deleteRecord': deleteRecord,
  'sourceAnnotator.moveMentions': moveMentions,
  'sourceAnnotator.findDuplicates': findDuplicates,
  'sourceAnnotator.openLink': openLink,
  'sourceAnnotator.adjustEdges': adjustEdges,
  'sourceAnnotator.adjustStep': adjustStep,
  'sourceAnnotator.adjustFragment': adjustFragment,
  'sourceAnnotator.adjustSave': adjustSave,
  'sourceAnnotator.adjustCancel': adjustCancel,
  'sourceAnnotator.addFragment': addFragment,
  'sourceAnnotator.removeFragment': removeFragment,
  'sourceAnnotator.addRelation': addRelation,
  'sourceAnnotator.changeRelation': changeRelation,
  'sourceAnnotator.removeRelation': removeRelation,
  'sourceAnnotator.comment': comment,
  'sourceAnnotator.reply': reply,
  'sourceAnnotator.replyAndResolve': replyAndResolve,
  'sourceAnnotator.resolveThread': resolveThread,
  'sourceAnnotator.reopenThread': reopenThread,
  'sourceAnnotator.editComment': editComment,
  'sourceAnnotator.saveComment': saveComment,
  'sourceAnnotator.cancelComment': cancelComment,
  'sourceAnnotator.deleteComment': deleteComment,
  'sourceAnnotator.showThreads': showThreads,
  'sourceAnnotator.setSourceState': setSourceState,
  'sourceAnnotator.setStatus': setStatus,
  'sourceAnnotator.applyFix': applyFix,
  'sourceAnnotator.retry': retry,
  'sourceAnnotator.reload': reload,
  'sourceAnnotator.resolveConflicts': resolveConflicts,
  'sourceAnnotator.repairConflicts': repairConflicts,
  'sourceAnnotator.setUp': setUp,
  'sourceAnnotator.chooseReviewBase': chooseReviewBase,
  'sourceAnnotator.refreshReview': refreshReview,
  'sourceAnnotator.nextChange': nextChange,
  'sourceAnnotator.previousChange': previousChange,
  'sourceAnnotator.openChange': openChange,
  'sourceAnnotator.openChangeSideBySide': openChangeSideBySide,
  'sourceAnnotator.tickChange': tickChange,
  'sourceAnnotator.toggleReviewed': toggleReviewed,
  'sourceAnnotator.toggleReviewDecorations': toggleReviewDecorations,
  'sourceAnnotator.revertChange': revertChange,
  'sourceAnnotator.stageSource': stageSource,
  'sourceAnnotator.copyReview': copyReview,
  'sourceAnnotator.compareAnnotators': compareAnnotators,
  'sourceAnnotator.endComparing': endComparing,
  'sourceAnnotator.openPair': openPair,
  'sourceAnnotator.adjudicateFirst': adjudicateFirst,
  'sourceAnnotator.adjudicateSecond': adjudicateSecond,
  'sourceAnnotator.adjudicateBoth': adjudicateBoth,
  'sourceAnnotator.adjudicateNeither': adjudicateNeither,
  'sourceAnnotator.acceptAgreed': acceptAgreed,
  'sourceAnnotator.showAgreement': showAgreement,
  'sourceAnnotator.toggleMineOnly': toggleMineOnly,
  'sourceAnnotator.saveReview': saveReview,
} satisfies Record<CommandId, Command>;

/** Those that act on what the sidebar shows, whatever the editor shows. */
const ABOUT_SIDEBAR: ReadonlySet<string> = new Set<CommandId>([
  'sourceAnnotator.filter',
  'sourceAnnotator.clearFilter',
  'sourceAnnotator.sortEntities',
  'sourceAnnotator.chooseReviewBase',
  'sourceAnnotator.refreshReview',
  'sourceAnnotator.toggleReviewed',
  'sourceAnnotator.copyReview',
  'sourceAnnotator.compareAnnotators',
  'sourceAnnotator.endComparing',
  'sourceAnnotator.openPair',
  'sourceAnnotator.adjudicateFirst',
  'sourceAnnotator.adjudicateSecond',
  'sourceAnnotator.adjudicateBoth',
  'sourceAnnotator.adjudicateNeither',
  'sourceAnnotator.acceptAgreed',
  'sourceAnnotator.showAgreement',
  'sourceAnnotator.saveReview',
]);

export function isAboutSidebar(id: string): boolean {
  return ABOUT_SIDEBAR.has(id);
}
