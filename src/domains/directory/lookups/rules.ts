import { z } from "zod";
import type { FieldValues } from "../fields/registry.ts";
import { isEmpty } from "../fields/rules.ts";
import { readRna, readSiren, readSiret, readUai, readWebAddress } from "../rules.ts";
import { legalFormOf } from "./rules.legal-forms.ts";

/** What a register says of an organisation, by field of the record; what it does not say is left out. */
export interface RegisterEntry {
  register: "sirene" | "rna";
  /** Its number there: SIREN, or RNA. */
  reference: string;
  /** Ended or dissolved. */
  closed: boolean;
  values: FieldValues & { name: string };
  /** The commune as the register writes it, to be looked up when it gives no code. */
  commune?: string;
}

/** What was typed: a number of a register, or words of a name. */
export type Question = { kind: "siren" | "siret" | "rna" | "name"; value: string };

/** Reads what was typed; nothing when there are not three characters. */
export function questionOf(typed: string): Question | undefined {
  const text = typed.trim().slice(0, 200);
  for (const [kind, read] of [
    ["siret", readSiret],
    ["siren", readSiren],
    ["rna", readRna],
  ] as const) {
    const value = read(text);
    if (value) return { kind, value };
  }
  return text.length >= 3 ? { kind: "name", value: text } : undefined;
}

const text = z.string().nullish().catch(null);

const sirene = z.object({
  siren: z.string(),
  nom_complet: text,
  nom_raison_sociale: text,
  sigle: text,
  nature_juridique: text,
  date_creation: text,
  etat_administratif: text,
  statut_diffusion: text,
  siege: z
    .object({
      siret: text,
      adresse: text,
      complement_adresse: text,
      numero_voie: text,
      indice_repetition: text,
      type_voie: text,
      libelle_voie: text,
      code_postal: text,
      commune: text,
      statut_diffusion_etablissement: text,
      liste_uai: z.array(z.string()).nullish().catch(null),
    })
    .nullish()
    .catch(null),
  complements: z
    .object({ est_association: z.boolean().nullish().catch(null), identifiant_association: text })
    .nullish()
    .catch(null),
});
type Sirene = z.output<typeof sirene>;

/** The results of an answer that can be read, one by one; nothing when the answer has none to show. */
function resultsOf<Schema extends z.ZodType>(body: unknown, schema: Schema): z.output<Schema>[] | undefined {
  const read = z.object({ results: z.array(z.unknown()) }).safeParse(body);
  return read.data?.results.flatMap((line) => schema.safeParse(line).data ?? []);
}

/**
 * Reads an answer of the API Recherche d’entreprises. Units that asked not to be told (`statut_diffusion` other than `O`)
 * are left out, as are the address of a seat that asked so. The date of an association there is that of its number, not
 * of its birth: it is not taken. Nothing when it is not such an answer.
 */
export function readSireneAnswer(body: unknown): RegisterEntry[] | undefined {
  return resultsOf(body, sirene)
    ?.filter(({ statut_diffusion, siren }) => statut_diffusion === "O" && readSiren(siren) !== undefined)
    .map((unit) => ({
      register: "sirene",
      reference: unit.siren,
      closed: unit.etat_administratif === "C",
      values: known(sireneValues(unit)),
    }));
}

function sireneValues({ siege, complements, ...unit }: Sirene) {
  const told = siege?.statut_diffusion_etablissement === "O" ? siege : undefined;
  const year = complements?.est_association ? null : /^\d{4}/.exec(unit.date_creation ?? "")?.[0];
  return {
    name: unit.nom_raison_sociale || unit.nom_complet || unit.siren,
    acronym: unit.sigle ?? null,
    rna: readRna(complements?.identifiant_association ?? "") ?? null,
    siren: unit.siren,
    siret: readSiret(siege?.siret ?? "") ?? null,
    uai: siege?.liste_uai?.length === 1 ? (readUai(siege.liste_uai[0] ?? "") ?? null) : null,
    legal_form: legalFormOf(unit.nature_juridique),
    founded_year: year ? Number(year) : null,
    address: told ? streetOf(told) : null,
    postal_code: told?.code_postal ?? null,
    commune_code: told?.commune ?? null,
  };
}

/** The street alone: the postal code and the commune have their own fields. */
function streetOf(seat: NonNullable<Sirene["siege"]>): string {
  const street = [seat.numero_voie, seat.indice_repetition, seat.type_voie, seat.libelle_voie]
    .filter(Boolean)
    .join(" ");
  const whole = [seat.complement_adresse, street].filter(Boolean).join(", ");
  return whole || (seat.adresse ?? "").replace(/\s*\d{5}\s.*$/, "");
}

const notice = z.object({
  numero_rna: z.string(),
  titre: text,
  typeavis: text,
  dateparution: text,
  datedeclaration: text,
  objet: text,
  siteweb: text,
  adresse_actuelle: text,
  codepostal_actuel: text,
  commune_actuelle: text,
});

/**
 * Reads an answer of the announcements of the Journal officiel: one association has several, put together by its RNA, the
 * newest first. Those published before the RNA existed bear a number that names nobody (`ASS01469`) and are left out.
 */
export function readNoticesAnswer(body: unknown): RegisterEntry[] | undefined {
  const notices = resultsOf(body, notice)?.filter(({ numero_rna }) => readRna(numero_rna) !== undefined);
  if (!notices) return undefined;
  const newest = notices.toSorted((a, b) => (b.dateparution ?? "").localeCompare(a.dateparution ?? ""));
  return [...Map.groupBy(newest, ({ numero_rna }) => readRna(numero_rna) ?? "")].map(([rna, lines]) => {
    const last = (key: keyof z.output<typeof notice>) => lines.find((line) => line[key])?.[key] ?? null;
    const birth = lines.find(({ typeavis }) => /^cr[eé]ation/i.test(typeavis ?? ""));
    const year = /^\d{4}/.exec(birth?.datedeclaration || birth?.dateparution || "")?.[0];
    return {
      register: "rna",
      reference: rna,
      closed: lines.some(({ typeavis }) => /dissolution/i.test(typeavis ?? "")),
      commune: last("commune_actuelle") ?? undefined,
      values: known({
        name: last("titre") ?? rna,
        rna,
        website: readWebAddress(last("siteweb") ?? "") ?? null,
        description: last("objet"),
        founded_year: year ? Number(year) : null,
        address: last("adresse_actuelle"),
        postal_code: last("codepostal_actuel"),
      }),
    };
  });
}

const known = <Values extends FieldValues & { name: string }>(values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value))) as FieldValues & {
    name: string;
  };

/** A text between double quotes of ODSQL, whatever it holds. */
export const odsql = (typed: string) => `"${typed.replace(/\\/g, "\\\\").replace(/"/g, '\\"')}"`;
