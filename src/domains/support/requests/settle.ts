import { findCommune, type PlaceQuestion } from "#domains/territory/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { readCountries, settleOrganisations, settlePlace } from "../courses/settle.ts";
import type { Asked } from "./commands.ts";
import type { RequestForm } from "./input.ts";

export type SettledRequest =
  | { ok: true; asked: Asked }
  | { ok: false; errors: Errors; questions: readonly PlaceQuestion[] };

/**
 * Understands a valid request: the countries, the commune, and the organisation when the directory surely has it; else its name is
 * kept as typed, for the team to join.
 */
export async function settleRequest(db: Db, form: RequestForm, typed: Typed): Promise<SettledRequest> {
  const countries = await readCountries(db, form.pays);
  const place = await settlePlace(db, form.lieu, typed);
  const errors = { ...countries.errors, ...place.errors };
  if (Object.keys(errors).length > 0) return { ok: false, errors, questions: place.questions };
  const commune = place.communeCode ? await findCommune(db, place.communeCode) : undefined;
  return {
    ok: true,
    asked: {
      course: {
        subject: form.sujet,
        organisations: await settleOrganisations(db, [form.organisation]),
        referentId: null,
        staffIds: [],
        openedOn: null,
        themeIds: form.themes,
        countryCodes: countries.codes,
        communeCode: place.communeCode,
        place: form.lieu,
        poleId: null,
        axisId: null,
        schemeId: null,
        description: "",
        nextStep: "",
        nextStepOn: null,
        projectId: null,
        application: "",
      },
      departmentCode: commune?.department_code ?? null,
      organisation: form.organisation,
      name: form.votre_nom,
      title: form.votre_fonction,
      email: form.votre_courriel,
      phone: form.votre_telephone,
      message: form.message,
    },
  };
}
