import { meetingKind } from "#domains/activities/index.ts";
import { trainingKind } from "#domains/agenda/index.ts";
import { organisationKind, partnershipKind } from "#domains/directory/index.ts";
import { memberKind } from "#domains/membership/index.ts";
import type { ImportKind } from "#platform/spreadsheets/import-kind.ts";

/** Everything that can be imported; each kind belongs to the room that declares it. */
export const kinds: readonly ImportKind[] = [
  meetingKind,
  trainingKind,
  organisationKind,
  memberKind,
  partnershipKind,
];

export const kindOf = (id: string | null) => kinds.find((kind) => kind.id === id);
