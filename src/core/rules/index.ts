/** THE TABLE of checks. A new one is a file beside this and a line here. */
import { aliasShared } from './aliasShared';
import { annotationDuplicate } from './annotationDuplicate';
import { dateInvalid } from './dateInvalid';
import { entityUnknown } from './entityUnknown';
import { eventUnknown } from './eventUnknown';
import { graphemeCut } from './graphemeCut';
import { hashStale } from './hashStale';
import { idDuplicate } from './idDuplicate';
import { mergedCycle } from './mergedCycle';
import { modeUnknown } from './modeUnknown';
import { participantUnknown } from './participantUnknown';
import { passageAmbiguous } from './passageAmbiguous';
import { passageOrphaned } from './passageOrphaned';
import { passageSimilar } from './passageSimilar';
import { quoteDiffers } from './quoteDiffers';
import { roleTargetUnknown } from './roleTargetUnknown';
import { roleUnknown } from './roleUnknown';
import type { Rule } from './rule';
import { sourceMissing } from './sourceMissing';
import { sourceMoved } from './sourceMoved';
import { taggedDifferently } from './taggedDifferently';
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
  annotationDuplicate,
  entityUnknown,
  eventUnknown,
  roleTargetUnknown,
  participantUnknown,
  typeUnknown,
  typeDiffers,
  modeUnknown,
  roleUnknown,
  dateInvalid,
  idDuplicate,
  aliasShared,
  taggedDifferently,
  mergedCycle,
];
