import { directory } from "#paths/directory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { plural } from "#ui/format.ts";
import { Callout, PageHeader } from "#ui/page.tsx";
import { SidesField } from "#ui/sides.tsx";
import type { FieldWords } from "../fields/queries.ts";
import type { Field } from "../fields/registry.ts";
import { factSentence, writtenValue } from "../fields/texts.ts";
import { visibilities } from "../texts.ts";
import { chosenIn, questionOf } from "./input.ts";
import { type Choice, differing, isList, type Known } from "./rules.ts";
import { countedRows } from "./texts.ts";

interface Card extends Known {
  id: number;
  name: string;
  status: string;
  visibility: string;
  version: number;
}

interface Props {
  winner: Card;
  loser: Card;
  fields: readonly Field[];
  words: FieldWords;
  /** What names the card that goes, table by table. */
  moves: readonly { words: readonly [string, string]; count: number }[];
  typed?: Typed;
  errors?: Errors;
}

export const mergeTitle = ({ winner, loser }: { winner: { name: string }; loser: { name: string } }) =>
  `Fusionner ${loser.name} avec ${winner.name}`;

/** Two cards side by side, to make one: what differs is chosen field by field, the better value at first. */
export function MergePage({ winner, loser, fields, words, moves, typed = {}, errors }: Props) {
  const different = differing(fields, winner, loser);
  const chosen = chosenIn(typed, winner, loser);
  const same = fields.filter(({ key }) => winner.values[key]).length - different.length;
  return (
    <>
      <PageHeader
        title={mergeTitle({ winner, loser })}
        trail={[
          { label: "Annuaire", href: directory.all() },
          { label: "Doublons", href: directory.duplicates() },
        ]}
        lead="Une seule fiche reste. L’autre est archivée, son adresse mène à celle qui reste, et tout ce qui la nommait nomme désormais celle-ci. On peut annuler."
      >
        <a class="button button-quiet" href={directory.merge(loser.id, winner.id)}>
          Garder plutôt l’autre fiche
        </a>
      </PageHeader>
      <Form action={directory.merge(winner.id, loser.id)} errors={errors} once class="form merge">
        <Hidden name="version" value={String(typed["version"] || winner.version)} />
        <Hidden name="version_autre" value={String(typed["version_autre"] || loser.version)} />
        <div class="sides-heads" aria-hidden="true">
          <p>La fiche qui reste</p>
          <p>La fiche qui s’en va</p>
        </div>
        {different.map((field) => (
          <SidesField
            name={questionOf(field)}
            legend={field.label}
            chosen={chosen(field)}
            options={optionsOf(field, winner, loser, words)}
          />
        ))}
        {same > 0 ? (
          <p class="soft">{plural(same, "autre champ dit", "autres champs disent")} déjà la même chose.</p>
        ) : null}
        <SelectField
          name="visibilite"
          label="Qui voit la fiche"
          required
          typed={typed}
          errors={errors}
          value={[winner, loser].some(({ visibility }) => visibility === "listed") ? "listed" : "internal"}
          options={["listed", "internal"].map((value) => ({ value, label: visibilities[value] ?? value }))}
        />
        <WhatMoves winner={winner} loser={loser} moves={moves} />
        <div class="buttons">
          <Submit label="Fusionner ces deux fiches" />
          <a href={directory.duplicates()}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

function optionsOf(field: Field, winner: Card, loser: Card, words: FieldWords) {
  const side = (value: Choice, of: string, { values, facts }: Known) => ({
    value,
    of,
    label: writtenValue(field, values[field.key], words) || "rien",
    note: factSentence(facts[field.key]) || undefined,
  });
  const both = { value: "both", of: "Les deux", label: "Les deux ensemble" };
  return [
    side("winner", "La fiche qui reste", winner),
    side("loser", "La fiche qui s’en va", loser),
    ...(isList(field) ? [both] : []),
  ];
}

function WhatMoves({ winner, loser, moves }: Pick<Props, "winner" | "loser" | "moves">) {
  return (
    <Callout>
      <p>
        {moves.length > 0
          ? `De la fiche ${loser.name} passent à la fiche ${winner.name} : ${countedRows(moves)}. Ce que la fiche qui reste a déjà n’est pas doublé : il reste avec l’autre, et c’est dit.`
          : `Rien d’autre ne nomme la fiche ${loser.name}.`}
      </p>
      <p>
        « {loser.name} » restera une autre graphie de la fiche : un tableur qui l’écrit ainsi la retrouvera.
        Les étiquettes des deux sont réunies.
      </p>
    </Callout>
  );
}
