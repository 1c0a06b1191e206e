import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { createUser } from "#domains/accounts/index.ts";
import {
  addSpeaker,
  matchOrganisations,
  refreshDuplicates,
  showOrganisations,
  tagOrganisations,
} from "#domains/directory/index.ts";
import { type FileOutcome, importFile, resumeImports } from "#domains/imports/index.ts";
import { setSettings } from "#domains/network/index.ts";
import { listEditions, loadClaims, publishEdition, writePassage } from "#domains/reports/index.ts";
import { addOffice, listOffices } from "#domains/territory/index.ts";
import { type Author, system } from "#platform/db/index.ts";
import { Refusal } from "#platform/refusal.ts";
import type { Services } from "#platform/web/env.ts";
import { demoAccounts } from "./accounts.ts";
import { loadCampaigns } from "./census.ts";
import { lianes, offices } from "./lianes.ts";
import { matchProgramme } from "./programme.ts";
import { loadProjects } from "./projects.ts";

const folder = "demo/lianes-2021";
const year = 2021;

interface DemoFile {
  name: string;
  kind: string;
  options?: Record<string, string>;
  /** The team's mark on every organisation that it names. */
  tag?: string;
  /** What an officer would answer to the questions of the preview. */
  choices?: readonly { column: string; typed: string; choice: string }[];
}

/** The spreadsheets of the demonstration, in the order in which they come in, and what their names do not say. */
const files: readonly DemoFile[] = [
  { name: "organisations-2021.csv", kind: "organisations", tag: "Accompagné au T1 2021" },
  { name: "adherents-2021.csv", kind: "members", options: { year: String(year) } },
  { name: "organisations-gouvernance-2021.csv", kind: "organisations", tag: "Conseil d’administration 2021" },
  { name: "organisations-recital-2021.csv", kind: "organisations", tag: "Récital 2021" },
  { name: "organisations-tandems-2021-2022.csv", kind: "organisations", tag: "Tandem 2021-2022" },
  {
    name: "organisations-etablissements-2021-2022.csv",
    kind: "organisations",
    tag: "Tandem 2021-2022",
    choices: [{ column: "commune", typed: "Rouabix", choice: "59512" }],
  },
  { name: "organisations-soutien-2021.csv", kind: "organisations", tag: "Soutenu en 2021" },
  { name: "organisations-bailleurs-2021.csv", kind: "organisations", tag: "Financeur 2021" },
  { name: "organisations-reseaux-2021.csv", kind: "organisations", tag: "Réseau dont Lianes est membre" },
  { name: "organisations-financeurs-2021.csv", kind: "organisations", tag: "Financeur 2021" },
  {
    name: "reunions-2021.csv",
    kind: "meetings",
    choices: [{ column: "place", typed: "Senlis", choice: "60612" }], // two towns of the region bear this name: that of Oise
  },
  { name: "formations-2021.csv", kind: "trainings" },
  { name: "formations-catalogue-2021.csv", kind: "modules" },
  { name: "programme-2021.csv", kind: "programme", options: { year: String(year) } },
  { name: "accompagnements-t1-2021.csv", kind: "support" }, // after the log, where its first meetings are
];

/** What the figures of the supports leave out, said in the report as an officer would. */
const supportWords =
  "Les accompagnements comptés ici sont ceux du premier trimestre : le programme d’action en donne la liste. Le bilan imprimé en annonce 194 pour l’année entière, sans les nommer. Les réunions d’accompagnement, elles, sont celles de toute l’année.";

/** Whether the demonstration is all there: its last step is done. */
export async function isLoaded({ db }: Services): Promise<boolean> {
  return (await listEditions(db)).some((edition) => edition.year === year);
}

/**
 * Loads the demonstration: the network, its offices, one account a role, the spreadsheets by the same code as the back
 * office, the printed figures, the published report. Each step may be done again: cut in the middle, it goes on.
 */
export async function load(services: Services, say: (line: string) => void): Promise<void> {
  const { db } = services;
  await setSettings(db, system, lianes);
  if ((await listOffices(db)).length === 0) for (const office of offices) await addOffice(db, system, office);
  const author = await openAccounts(services);
  await resumeImports(services);
  for (const { name, tag, ...rest } of files) {
    const bytes = await readFile(join(folder, name));
    const outcome = await importFile(services, author, { name, bytes, ...rest });
    if (outcome.error) throw new Refusal(`${name} : ${outcome.error}`);
    if (tag) await tagOrganisations(db, author, tag, namesIn(bytes));
    say(sentence(name, outcome));
  }
  const held = await matchProgramme(db, author);
  say(`  ${"programme".padEnd(38)} ${String(held).padStart(4)} lignes faites, d’après le journal.`);
  const shown = await loadProjects(db, author, folder, lianes.region_code ?? "");
  say(`  ${"panorama".padEnd(38)} ${String(shown).padStart(4)} projets : initiatives de Récital et tandems.`);
  await showOrganisations(db, author, {}, "listed"); // all of them stand in the network's own public documents
  const planned = await loadCampaigns(services, author);
  if (planned > 0)
    say(`  ${"recensement".padEnd(26)} ${String(planned).padStart(4)} campagnes en brouillon.`);
  await giveVoice(services, author);
  await refreshDuplicates(db); // the spellings of one organisation wait on the page of duplicates; none is merged here
  const claims = JSON.parse(await readFile(join(folder, "claims-2021.json"), "utf8")) as Parameters<
    typeof loadClaims
  >[3];
  await loadClaims(db, author, year, claims);
  await writePassage(db, author, { year, chapter: "accompagnement", text: supportWords, version: 0 });
  if (!(await isLoaded(services))) await publishEdition(db, author, year, new Date());
}

/** One account a role; gives back the author of what the demonstration writes next. */
export async function openAccounts({ db }: Services): Promise<Author> {
  for (const account of Object.values(demoAccounts)) await createUser(db, system, account);
  const { id } = await createUser(db, system, demoAccounts.administrator);
  return { accountId: id, requestId: null };
}

/** The member of the demonstration speaks for an organisation that the spreadsheets brought in. */
async function giveVoice({ db }: Services, author: Author) {
  const name = "Avec et pour le Mali";
  const match = (await matchOrganisations(db, [name])).get(name);
  const { id } = await createUser(db, system, demoAccounts.member);
  if (match && "sure" in match) await addSpeaker(db, author, match.sure.id, id);
}

/** The first column of a file: the names of its organisations. */
function namesIn(bytes: Uint8Array): string[] {
  const lines = parse(Buffer.from(bytes), { bom: true, fromLine: 2 }) as string[][];
  return lines.flatMap(([name]) => name ?? []);
}

function sentence(name: string, { counts, problems }: FileOutcome): string {
  const parts = [`${counts.create} créées`, `${counts.change} changées`, `${counts.same} déjà là`];
  if (counts.duplicates > 0) parts.push(`${counts.duplicates} en double exact, gardée par défaut`);
  if (counts.problem > 0) parts.push(`${counts.problem} écartées`);
  const lines = problems.slice(0, 5).map((problem) => `\n      ligne ${problem.line} : ${problem.reason}`);
  return `  ${name.padEnd(38)} ${String(counts.rows).padStart(4)} lignes : ${parts.join(", ")}.${lines.join("")}`;
}
