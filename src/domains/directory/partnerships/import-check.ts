import { findCountriesByWord } from "#domains/territory/index.ts";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { Check, Checked, ImportContext } from "#platform/spreadsheets/import-kind.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import { openNames } from "../import-match.ts";
import { listPartnershipsAmong } from "./queries.import.ts";
import { states } from "./texts.ts";

/** A row as typed: the organisation and the country are still words. */
export interface PartnershipRow {
  name: string;
  partner: string;
  country: string;
  kind: "twinning" | "decentralised_cooperation" | "other";
  since_year: number | null;
  /** Undefined: the file does not say. */
  state: "active" | "dormant" | "ended" | undefined;
}

export interface PartnershipWrite {
  name: string;
  /** Undefined: the organisation is to be created. */
  organisation_id?: number;
  partnership: {
    kind: string;
    partner: string;
    country_code: string;
    since_year: number | null;
    state: string;
  };
}

/** Compares rows with the partnerships known: of one organisation, the same kind, country and partner is the same. */
export async function checkPartnerships(
  db: Db,
  context: ImportContext,
): Promise<Check<PartnershipRow, PartnershipWrite>> {
  const names = openNames(db, context);
  const seen = new Map<string, number>();
  return async (drafts) => {
    const rows = drafts.map((draft) => draft.values);
    await names.prepare(rows.map((row) => row.name));
    const countries = await findCountriesByWord(
      db,
      rows.map((row) => row.country),
    );
    const ids = rows.flatMap((row) => names.find(row.name).organisationId ?? []);
    const known = await listPartnershipsAmong(db, [...new Set(ids)]);

    return drafts.map(({ line, values }): Checked<PartnershipWrite> => {
      const { organisationId, proposal } = names.find(values.name);
      const proposals = proposal ? [proposal] : [];
      const country = countries.get(values.country);
      if (!country) {
        const reason = `${quoted(values.country)} n’est pas un pays connu : écrivez son nom en français, ou son code : « Mali », « ML ».`;
        return { line, outcome: "problem", problems: [{ column: "Pays", reason }], proposals };
      }
      const key = [
        organisationId ?? `n:${fold(values.name)}`,
        values.kind,
        country.code,
        fold(values.partner),
      ].join("|");
      const first = seen.get(key);
      if (first !== undefined) {
        const reason = `Même partenariat qu’à la ligne ${first} : il n’est noté qu’une fois.`;
        return { line, outcome: "same", proposals, notes: [{ column: "Partenaire", reason }] };
      }
      seen.set(key, line);
      const same = known.find(
        (one) =>
          one.organisation_id === organisationId &&
          one.kind === values.kind &&
          one.country_code === country.code &&
          one.key === fold(values.partner),
      );
      const write: PartnershipWrite = {
        name: values.name,
        organisation_id: organisationId,
        partnership: {
          ...{ kind: values.kind, partner: values.partner, country_code: country.code },
          since_year: values.since_year ?? same?.since_year ?? null,
          state: values.state ?? same?.state ?? "active",
        },
      };
      if (!same) return { line, outcome: "create", write, proposals };
      const changes = differences(same, write.partnership);
      return changes.length === 0
        ? { line, outcome: "same", targetId: same.id, proposals }
        : { line, outcome: "change", targetId: same.id, write, proposals, changes };
    });
  };
}

function differences(
  known: { since_year: number | null; state: string },
  said: { since_year: number | null; state: string },
) {
  return [
    ...(known.since_year === said.since_year
      ? []
      : [{ column: "Depuis", before: String(known.since_year ?? ""), after: String(said.since_year ?? "") }]),
    ...(known.state === said.state
      ? []
      : [{ column: "État", before: states[known.state] ?? "", after: states[said.state] ?? "" }]),
  ];
}
