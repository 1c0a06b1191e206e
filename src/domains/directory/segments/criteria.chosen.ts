import { sql } from "kysely";
import { type Criterion, one } from "#platform/criterion.ts";
import { quoted } from "./criteria.parts.ts";

/** The criterion of those whom someone chose one by one. */
export const chosenId = "directory.chosen";

/** Being in a list made by hand, kept in `directory.segment_organisations` under the segment for which it was made. */
export const chosenCriterion: Criterion = {
  id: chosenId,
  group: "Choisies à la main",
  label: "Dans une liste faite à la main",
  fields: [
    {
      name: "liste",
      label: "Liste",
      kind: "one",
      choices: async (db, values) =>
        (
          await db
            .selectFrom("directory.segments")
            .select(["id", "name"])
            .where("by_hand", "=", true)
            .where((row) =>
              row.or([
                row("removed_at", "is", null),
                row("id", "=", sql<number>`any(${values.filter(isNumber)}::bigint[])`),
              ]),
            )
            .orderBy("name")
            .orderBy("id")
            .execute()
        ).map(({ id, name }) => ({ value: String(id), label: name })),
    },
  ],
  place: "clause",
  phrase: (_, labels) => `qui sont dans la liste ${quoted(labels("liste")[0] ?? "")}`,
  condition: (_, asked) => sql`exists (select from directory.segment_organisations chosen
    where chosen.organisation_id = organisation.id and chosen.segment_id = ${Number(one(asked, "liste")) || 0})`,
};

const isNumber = (text: string) => /^\d{1,15}$/.test(text);
