/** THE TABLE of checks. A new one is a file beside this and a line here. */
import { aliasShared } from './aliasShared';
import { aliasUnusable } from './aliasUnusable';
import { annotationDuplicate } from './annotationDuplicate';
import { annotationDisputed, annotationProposed } from './annotationUndecided';
import { attributeValue } from './attributeValue';
import { checkUnknown } from './checkUnknown';
import { dateInvalid } from './dateInvalid';
import { decisionDiffers } from './decisionDiffers';
import { decisionUnknown } from './decisionUnknown';
import { entityUnknown } from './entityUnknown';
import { eventUnknown } from './eventUnknown';
import { graphemeCut } from './graphemeCut';
import { hashStale } from './hashStale';
import { idDuplicate } from './idDuplicate';
import { keyShared } from './keyShared';
import { linkInvalid } from './linkInvalid';
import { mergedCycle } from './mergedCycle';
import { metadataMissing } from './metadataMissing';
import { modeUnknown } from './modeUnknown';
import { outsideBody } from './outsideBody';
import { participantUnknown } from './participantUnknown';
import { passageAmbiguous } from './passageAmbiguous';
import { passageOrphaned } from './passageOrphaned';
import { passageSimilar } from './passageSimilar';
import { quoteDiffers } from './quoteDiffers';
import { rejectionDuplicate } from './rejectionDuplicate';
import { relationEvidenceUnknown } from './relationEvidenceUnknown';
import { relationTargetUnknown } from './relationTargetUnknown';
import { relationType } from './relationType';
import { relationUnknown } from './relationUnknown';
import { roleCount } from './roleCount';
import { roleTargetUnknown } from './roleTargetUnknown';
import { roleType } from './roleType';
import { roleUnknown } from './roleUnknown';
import type { Rule } from './rule';
import { sourceMissing } from './sourceMissing';
import { sourceMoved } from './sourceMoved';
import { sourceUnfinished, sourceUnreviewed } from './sourceUnfinished';
import { taggedDifferently } from './taggedDifferently';
import { threadOpen } from './threadOpen';
import { typeDiffers } from './typeDiffers';
import { typeUnknown } from './typeUnknown';

export const RULES: readonly Rule[] = [
  sourceMissing,
  sourceMoved,
  hashStale,
  passageOrphaned,
  passageAmbiguous,
  passageSimilar,
  quoteDiffers,
  graphemeCut,
  outsideBody,
  annotationDuplicate,
  rejectionDuplicate,
  decisionUnknown,
  decisionDiffers,
  annotationProposed,
  annotationDisputed,
  threadOpen,
  sourceUnfinished,
  sourceUnreviewed,
  entityUnknown,
  eventUnknown,
  roleTargetUnknown,
  participantUnknown,
  typeUnknown,
  typeDiffers,
  modeUnknown,
  roleUnknown,
  roleType,
  roleCount,
  relationUnknown,
  relationTargetUnknown,
  relationEvidenceUnknown,
  relationType,
  attributeValue,
  dateInvalid,
  linkInvalid,
  metadataMissing,
  idDuplicate,
  aliasShared,
  aliasUnusable,
  taggedDifferently,
  mergedCycle,
  keyShared,
  checkUnknown,
];
