import type { Db } from "#platform/db/index.ts";
import type { PersonalPart, PersonalSection, Subject } from "#platform/personal-data.ts";

/** All that is kept of someone, section by section under the name of its part; sections without a row are left out. */
export interface PersonalData {
  sections: readonly (PersonalSection & { part: string })[];
}

export async function readPersonalData(
  db: Db,
  parts: readonly PersonalPart[],
  subject: Subject,
): Promise<PersonalData> {
  const sections: (PersonalSection & { part: string })[] = [];
  for (const { label, read } of parts)
    for (const section of await read(db, subject))
      if (section.rows.length > 0) sections.push({ part: label, ...section });
  return { sections };
}

export interface Cell {
  part: string;
  title: string;
  row: number;
  field: string;
  value: string | number | boolean | null;
}

/** The same as one table: a line for each thing known, for a spreadsheet. */
export async function* cellsOf({ sections }: PersonalData): AsyncGenerator<Cell> {
  for (const { part, title, rows } of sections)
    for (const [index, row] of rows.entries())
      for (const [field, value] of Object.entries(row))
        if (value !== null && value !== "") yield { part, title, row: index + 1, field, value };
}
