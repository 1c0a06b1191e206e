import { listTermsOf } from "#domains/vocabularies/index.ts";
import type { Db } from "#platform/db/index.ts";

interface Choice {
  id: number;
  label: string;
  group?: string | undefined;
}

/** What the form of an event offers: the terms in use of each list, the modules of the catalogue. */
export interface Offer {
  kinds: readonly Choice[];
  modules: readonly Choice[];
  types: readonly Choice[];
  poles: readonly Choice[];
  axes: readonly Choice[];
  missions: readonly Choice[];
  schemes: readonly Choice[];
  sectors: readonly Choice[];
  goals: readonly Choice[];
}

const lists = {
  event_kinds: "kinds",
  actor_types: "types",
  poles: "poles",
  strategic_axes: "axes",
  missions: "missions",
  schemes: "schemes",
  sectors: "sectors",
  odd: "goals",
} as const;

export async function listOffer(db: Db): Promise<Offer> {
  const [terms, modules] = await Promise.all([listTermsOf(db, Object.keys(lists)), listModuleChoices(db)]);
  const of = (list: keyof typeof lists) =>
    terms
      .filter(({ list_id }) => list_id === list)
      .map(({ id, label, parent_label }) => ({ id, label, group: parent_label ?? undefined }));
  return {
    kinds: of("event_kinds"),
    modules,
    types: of("actor_types"),
    poles: of("poles"),
    axes: of("strategic_axes"),
    missions: of("missions"),
    schemes: of("schemes"),
    sectors: of("sectors"),
    goals: of("odd"),
  };
}

async function listModuleChoices(db: Db): Promise<Choice[]> {
  const rows = await db
    .selectFrom("agenda.modules as module")
    .leftJoin("vocabularies.shared_terms as cycle", "cycle.id", "module.cycle_id")
    .select(["module.id", "module.title as label", "cycle.label as group"])
    .$narrowType<{ group: string | null }>()
    .where("module.retired_at", "is", null)
    .orderBy("cycle.position")
    .orderBy("module.position")
    .orderBy("module.id")
    .execute();
  return rows.map(({ group, ...row }) => ({ ...row, group: group ?? undefined }));
}
