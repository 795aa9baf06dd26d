/** THE TABLE of checks. A new one is a file beside this and a line here. */
import { dateInvalid } from './dateInvalid';
import { entityUnknown } from './entityUnknown';
import { eventUnknown } from './eventUnknown';
import { idDuplicate } from './idDuplicate';
import { mergedCycle } from './mergedCycle';
import { modeUnknown } from './modeUnknown';
import { participantUnknown } from './participantUnknown';
import { passageAmbiguous } from './passageAmbiguous';
import { passageOrphaned } from './passageOrphaned';
import { passageSimilar } from './passageSimilar';
import { roleTargetUnknown } from './roleTargetUnknown';
import { roleUnknown } from './roleUnknown';
import type { Rule } from './rule';
import { sourceMissing } from './sourceMissing';
import { typeUnknown } from './typeUnknown';

export const RULES: readonly Rule[] = [
  sourceMissing,
  passageOrphaned,
  passageAmbiguous,
  passageSimilar,
  entityUnknown,
  eventUnknown,
  roleTargetUnknown,
  participantUnknown,
  typeUnknown,
  modeUnknown,
  roleUnknown,
  dateInvalid,
  idDuplicate,
  mergedCycle,
];
