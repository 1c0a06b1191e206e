import { meetingKind } from "#domains/activities/index.ts";
import { catalogueKind, programmeKind, trainingKind } from "#domains/agenda/index.ts";
import { organisationKind, partnershipKind } from "#domains/directory/index.ts";
import { memberKind } from "#domains/membership/index.ts";
import { projectKind } from "#domains/projects/index.ts";
import { courseKind } from "#domains/support/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { ImportKind } from "#platform/spreadsheets/import-kind.ts";

/** Everything that can be imported; each kind belongs to the room that declares it. */
export const kinds: readonly ImportKind[] = [
  meetingKind,
  trainingKind,
  programmeKind,
  catalogueKind,
  organisationKind,
  memberKind,
  partnershipKind,
  projectKind,
  courseKind,
];

export const kindOf = (id: string | null) => kinds.find((kind) => kind.id === id);

/** The kinds as this network has set them up, with the columns added in its settings. */
export const openKinds = (db: Db): Promise<readonly ImportKind[]> =>
  Promise.all(kinds.map((kind) => kind.open?.(db) ?? kind));

export async function openKind(db: Db, id: string | null): Promise<ImportKind | undefined> {
  const kind = kindOf(id);
  return kind?.open ? kind.open(db) : kind;
}
