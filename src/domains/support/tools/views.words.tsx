import { tools } from "#paths/tools.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { Callout, PageHeader } from "#ui/page.tsx";
import { fresh, questionField, sectionField, weightField } from "./input.words.ts";
import type { Tool, ToolVersion } from "./queries.ts";
import { type ToolContent, type ToolSection, weightNames } from "./rules.ts";
import { weightLabels } from "./texts.ts";

export const wordsTitle = ({ content }: Pick<Tool, "content">) => `Texte de « ${content.title} »`;
export const trail = [{ label: "Outils du réseau", href: tools.all() }];

interface Props {
  tool: Tool;
  /** Under the eyes of who writes. */
  number: number;
  versions: readonly ToolVersion[];
  names: ReadonlyMap<string, string>;
  typed?: Typed;
  errors?: Errors;
  conflict?: boolean;
}

/** The words of a tool, to change. */
export function WordsPage({ tool, number, versions, names, typed = {}, errors = {}, conflict }: Props) {
  const { content, code } = tool;
  const field = { typed, errors };
  return (
    <>
      <PageHeader
        title={wordsTitle(tool)}
        trail={trail}
        lead="Une question dont on efface le texte disparaît ; les lignes vides servent à en ajouter. Les outils déjà remplis gardent leurs questions."
      />
      {conflict ? (
        <Callout tone="warning">
          <p>
            Un collègue a changé ce texte pendant que vous écriviez. Enregistrez de nouveau pour mettre le
            vôtre à sa place.
          </p>
        </Callout>
      ) : null}
      <Form action={tools.words(code)} errors={errors}>
        <Hidden name="version" value={String(number)} />
        <TextField {...field} name="titre" label="Nom de l’outil" value={content.title} required />
        <TextArea
          {...field}
          name="chapo"
          label="Présentation"
          rows={3}
          value={content.lead}
          required={false}
        />
        {content.sections.map((section) => (
          <Section section={section} withGoals={code === "goals"} typed={typed} errors={errors} />
        ))}
        <Section
          section={{ id: fresh, title: "", help: "", questions: [] }}
          withGoals={code === "goals"}
          typed={typed}
          errors={errors}
        />
        <TextArea
          {...field}
          name="fin"
          label="Ce qui est dit avec le résultat"
          rows={3}
          value={content.closing}
          required={false}
        />
        {content.weights ? <WeightFields weights={content.weights} typed={typed} errors={errors} /> : null}
        <div class="buttons">
          <Submit label="Enregistrer ce texte" />
          <a href={tools.all()}>Renoncer</a>
        </div>
      </Form>
      {tool.number > 0 ? (
        <section>
          <h2>Versions</h2>
          <ul>
            {versions.map((version) => (
              <li>
                {version.number === tool.number ? (
                  <strong>Version {version.number}, en usage</strong>
                ) : (
                  <a href={tools.version(code, version.number)}>Version {version.number}</a>
                )}
                , {formatInstant(version.created_at)}
                {version.written_by ? `, ${names.get(version.written_by) ?? "un compte fermé"}` : ""}
                {version.content === null ? " : retour au texte d’origine" : ""}
              </li>
            ))}
            <li>{versions[0]?.content === null ? "Texte d’origine, en usage" : "Texte d’origine"}</li>
          </ul>
          {versions[0]?.content === null ? null : (
            <ActionForm
              action={tools.shipped(code)}
              label="Revenir au texte d’origine"
              confirm="Revenir au texte d’origine ? Le vôtre reste dans les versions."
              hidden={{ version: tool.number }}
            />
          )}
        </section>
      ) : null}
    </>
  );
}

function Section({
  section,
  withGoals,
  typed,
  errors,
}: {
  section: ToolSection;
  withGoals: boolean;
  typed: Typed;
  errors: Errors;
}) {
  const field = { typed, errors, required: false };
  const added = section.id === fresh;
  return (
    <fieldset class="tool-words">
      <legend>{added ? "Ajouter une partie" : section.title}</legend>
      <TextField
        {...field}
        name={sectionField(section.id, "titre")}
        label="Titre de la partie"
        value={section.title}
      />
      <TextField
        {...field}
        name={sectionField(section.id, "aide")}
        label="Ce qui l’explique"
        value={section.help}
      />
      {[...section.questions, { id: fresh, label: "", help: "" }].map((question) => (
        <div class="field-row">
          <TextArea
            {...field}
            rows={2}
            name={questionField(section.id, question.id, "libelle")}
            label={question.id === fresh ? "Question à ajouter" : "Question"}
            value={question.label}
          />
          <TextArea
            {...field}
            rows={2}
            name={questionField(section.id, question.id, "aide")}
            label="Aide"
            value={question.help}
          />
          {withGoals ? (
            <TextField
              {...field}
              name={questionField(section.id, question.id, "odd")}
              label="ODD servis"
              value={"goals" in question ? (question.goals ?? []).join(", ") : ""}
            />
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}

const WeightFields = ({
  weights,
  typed,
  errors,
}: {
  weights: NonNullable<ToolContent["weights"]>;
  typed: Typed;
  errors: Errors;
}) => (
  <fieldset class="tool-words">
    <legend>Points donnés</legend>
    <p class="help">Un pays ou un domaine de plus en commun ajoute un cinquième des points.</p>
    <div class="field-row">
      {weightNames.map((name) => (
        <TextField
          name={weightField(name)}
          label={weightLabels[name]}
          value={weights[name]}
          inputmode="numeric"
          typed={typed}
          errors={errors}
          required
        />
      ))}
    </div>
  </fieldset>
);
