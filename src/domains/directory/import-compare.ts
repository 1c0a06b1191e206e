import { fold } from "#platform/spreadsheets/fold.ts";
import type { Remark } from "#platform/spreadsheets/import-kind.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import type { Field, FieldValues } from "./fields/registry.ts";
import { isEmpty, sameValue } from "./fields/rules.ts";
import { builtInColumns } from "./import-columns.ts";
import type { NewOrganisation } from "./matching/commands.ts";
import { type ComparedCard, type Completes, completable, completableLists } from "./queries.import.ts";

/** What the column of a card is called in a file. */
const columnNames: Record<string, string> = {
  actor_type_id: "type",
  department_code: "department",
  commune_code: "commune",
  sector_ids: "sectors",
  goal_ids: "goals",
  country_codes: "countries",
  tag_ids: "tags",
  emails: "email",
  phones: "phone",
};
const labelOf = (name: string) => {
  const key = columnNames[name] ?? name;
  return builtInColumns.find((column) => column.key === key)?.label ?? key;
};

/** Written in words that people read; the others are codes. */
const coded = new Set<string>(["actor_type_id", "department_code", "commune_code"]);

/** What the card lacks and the file says: blanks, words missing in its lists, its first courriel and telephone. */
export function blanksOf(write: NewOrganisation, card: ComparedCard): Completes {
  const lacking = completable.filter((name) => write[name] && !card[name]);
  const located = Boolean(card.commune_code || write.commune_code);
  const kept = lacking.filter((name) => name !== "department_code" || !located);
  const lists = completableLists.filter((name) =>
    (write[name] ?? []).some((one) => !card[name].some((had) => had === one)),
  );
  const custom = Object.entries(write.custom ?? {}).filter(([code]) => isEmpty(card.custom[code]));
  return {
    ...Object.fromEntries(kept.map((name) => [name, write[name]])),
    ...Object.fromEntries(
      lists.map((name) => [name, [...new Set([...card[name], ...(write[name] ?? [])])].sort(order)]),
    ),
    ...(custom.length > 0 ? { custom: Object.fromEntries(custom) } : {}),
    ...(write.emails?.length && card.emails.length === 0 ? { emails: write.emails } : {}),
    ...(write.phones?.length && card.phones.length === 0 ? { phones: write.phones } : {}),
  };
}

const order = (a: number | string, b: number | string) =>
  typeof a === "number" && typeof b === "number" ? a - b : String(a) < String(b) ? -1 : 1;

/** What the card says otherwise: the card is kept, and the person is told. */
export function differences(write: NewOrganisation, card: ComparedCard, customs: readonly Field[]): Remark[] {
  const kept = (column: string, mine: string, theirs: string) => ({
    column,
    reason: `La fiche dit ${quoted(mine)}, le fichier dit ${quoted(theirs)} : la fiche est gardée.`,
  });
  const lines = completable
    .filter((name) => !coded.has(name) && write[name] && card[name])
    .filter((name) => fold(String(write[name])) !== fold(String(card[name])))
    .map((name) => kept(labelOf(name), String(card[name]), String(write[name])));
  const points = (["emails", "phones"] as const).flatMap((name) => {
    const other = write[name]?.find((one) => card[name].length > 0 && !card[name].includes(one));
    return other ? [kept(labelOf(name), card[name][0] ?? "", other)] : [];
  });
  const own = customs.flatMap(({ key, label }) => {
    const code = key.replace("custom.", "");
    const [mine, theirs] = [card.custom[code], write.custom?.[code]];
    return isEmpty(mine) || isEmpty(theirs) || sameValue(mine, theirs)
      ? []
      : [kept(label, wordOf(mine), wordOf(theirs))];
  });
  return [...lines, ...points, ...own];
}

const wordOf = (value: FieldValues[string] | undefined) => [value ?? ""].flat().join(", ");

/** What changes, for the preview. */
export function changesOf(completes: Completes, customs: readonly Field[]) {
  const { custom = {}, ...columns } = completes;
  const after = (name: string, value: unknown) =>
    coded.has(name) || Array.isArray(value) ? "complété" : String(value);
  return [
    ...Object.entries(columns).map(([name, value]) => ({
      column: labelOf(name),
      before: "",
      after: name === "emails" || name === "phones" ? [value].flat().join(", ") : after(name, value),
    })),
    ...Object.entries(custom).map(([code, value]) => ({
      column: customs.find(({ key }) => key === `custom.${code}`)?.label ?? code,
      before: "",
      after: wordOf(value),
    })),
  ];
}
