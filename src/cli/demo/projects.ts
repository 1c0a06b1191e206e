import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { addOrganisations, matchOrganisations, type NewOrganisation } from "#domains/directory/index.ts";
import { type ShownProject, showAsProject } from "#domains/projects/index.ts";
import { matchPlaces } from "#domains/territory/index.ts";
import { findTermByWord } from "#domains/vocabularies/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { readAmount } from "#platform/money.ts";

type Line = Record<string, string>;
type Participant = NonNullable<ShownProject["participants"]>[number];

const funder = "AFD – Agence Française de Développement";
/** 7 800 € for thirteen tandems: annual report of 2021, “Le soutien financier”. */
const tandemCents = 600_00;
/** The only country that the source names. */
const countries: Record<string, readonly string[]> = { "Partenariat TOGO": ["TG"] };

/**
 * Shows as projects what the network funded in 2021: the fifteen initiatives of the fund Récital and the thirteen tandems
 * of 2021-2022, with what the annual report says of them and nothing else. An organisation of the same name is the same
 * card; the others are added. Done again, it adds nothing.
 */
export function loadProjects(db: Db, author: Author, folder: string, regionCode: string): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const [grants, tandems] = [await read(folder, "recital-2021"), await read(folder, "tandems-2021-2022")];
    const ids = await findOrAdd(db, author, [
      ...grants.map((line) => ({ name: line["Association porteuse"] ?? "" })),
      ...tandems.map((line) => ({ name: line["Association"] ?? "" })),
      ...(await schoolsOf(db, tandems, regionCode)),
    ]);
    const sector = (await findTermByWord(db, "sectors", ["ecsi"])).get("ecsi")?.id;
    const facts = { sectorIds: sector ? [sector] : [], visibility: "listed" as const };
    const one = (role: Participant["role"], name: string): Participant => ({
      role,
      name,
      organisationId: ids.get(name) ?? null,
      countryCode: null,
    });
    const paid = (cents: number | null): ShownProject["budget"] => [
      { funder, organisationId: null, plannedCents: cents, receivedCents: null },
    ];
    for (const line of grants)
      await showAsProject(db, author, {
        ...facts,
        origin: "grant",
        ref: `recital-2021-${line["N°"]}`,
        label: "Récital 2021",
        title: line["Nom de l'initiative"] ?? "",
        starts: { on: "2021-01-01", precision: "year" },
        participants: [one("carrier", line["Association porteuse"] ?? "")],
        budget: paid(readAmount(line["Montant accordé"] ?? "") ?? null),
      });
    for (const [index, line] of tandems.entries()) {
      const title = line["Nom de l'initiative"] ?? "";
      await showAsProject(db, author, {
        ...facts,
        origin: "tandem",
        ref: `tandems-2021-2022-${index + 1}`,
        label: "2021-2022",
        title,
        starts: { on: "2021-01-01", precision: "year" },
        ends: { on: "2022-12-31", precision: "year" },
        participants: [
          one("carrier", line["Association"] ?? ""),
          one("partner_here", line["Établissement"] ?? ""),
        ],
        places: [await placeOf(db, line["Commune"] ?? "", regionCode)],
        countryCodes: countries[title] ?? [],
        budget: paid(tandemCents),
      });
    }
    return grants.length + tandems.length;
  });
}

const read = async (folder: string, name: string) =>
  parse(await readFile(join(folder, `${name}.csv`)), { columns: true, bom: true }) as Line[];

/** The numbers of these organisations by name; those that the directory does not know by this very name are added to it. */
async function findOrAdd(db: Db, author: Author, given: readonly NewOrganisation[]) {
  const wanted = new Map(given.map((row) => [row.name, row]));
  const known = await matchOrganisations(db, [...wanted.keys()]);
  const ids = new Map<string, number>();
  const missing: NewOrganisation[] = [];
  for (const [name, row] of wanted) {
    const match = known.get(name);
    if (match && "sure" in match) ids.set(name, match.sure.id);
    else missing.push(row);
  }
  const added = await addOrganisations(db, author, missing);
  for (const [index, row] of missing.entries()) ids.set(row.name, added[index] ?? 0);
  return ids;
}

async function schoolsOf(db: Db, tandems: readonly Line[], regionCode: string): Promise<NewOrganisation[]> {
  const type = (await findTermByWord(db, "actor_types", ["Établissement scolaire"])).get(
    "Établissement scolaire",
  );
  return Promise.all(
    tandems.map(async (line) => {
      const { communeCode } = await placeOf(db, line["Commune"] ?? "", regionCode);
      return {
        name: line["Établissement"] ?? "",
        actor_type_id: type?.id ?? null,
        commune_code: communeCode,
      };
    }),
  );
}

/** The commune that the source names; `Rouabix` is near enough to Roubaix to be it surely. */
async function placeOf(db: Db, typed: string, regionCode: string) {
  const match = (await matchPlaces(db, [typed], { regionCode })).get(typed);
  return {
    side: "here" as const,
    name: typed,
    communeCode: match?.kind === "commune" ? match.code : null,
    countryCode: null,
    longitude: null,
    latitude: null,
  };
}
