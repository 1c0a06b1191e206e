import { trainingEvidence } from "#paths/training-evidence.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { RadioField, TextArea } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { formatDay, formatNumber } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { Callout, Facts, Figure, Figures, PageHeader, Tag } from "#ui/page.tsx";
import type { QualityAnswer, QualityState } from "./queries.ts";
import { criteria, indicators, type QualityIndicator, source } from "./referential.ts";

export const qualityTitle = "Démarche qualité";
export const indicatorTitle = ({ number, label }: QualityIndicator) => `Indicateur ${number} : ${label}`;

const states: Record<QualityState, string> = {
  met: "Tenu",
  partly: "En partie",
  not_met: "Pas encore",
  not_concerned: "Ne nous concerne pas",
};

type Answers = ReadonlyMap<number, QualityAnswer>;

/** Where the network stands on the quality referential of training bodies, criterion by criterion. */
export function QualityPage({ answers, mayWrite }: { answers: Answers; mayWrite: boolean }) {
  const count = (state: QualityState) => [...answers.values()].filter((one) => one.state === state).length;
  const concerned = indicators.length - count("not_concerned");
  return (
    <>
      <PageHeader
        title={qualityTitle}
        trail={[{ label: "Bilan pédagogique", href: trainingEvidence.report() }]}
        lead={source}
      />
      <Figures>
        <Figure value={formatNumber(count("met"))} label={`tenus sur ${formatNumber(concerned)}`} />
        <Figure value={formatNumber(count("partly"))} label="en partie" />
        <Figure value={formatNumber(indicators.length - answers.size)} label="à examiner" />
      </Figures>
      {criteria.map(({ number, label }) => (
        <section>
          <h2>
            {number}. {label}
          </h2>
          <ListTable<QualityIndicator>
            caption={`Critère ${number}`}
            path=""
            query={{}}
            rows={indicators.filter(({ criterion }) => criterion === number)}
            columns={[
              {
                label: "Indicateur",
                cell: (one) => (
                  <>
                    {one.number}.{" "}
                    {mayWrite ? <a href={trainingEvidence.indicator(one.number)}>{one.label}</a> : one.label}
                    {one.only ? <p class="soft small">{one.only}</p> : null}
                  </>
                ),
              },
              { label: "Où nous en sommes", cell: (one) => <State answer={answers.get(one.number)} /> },
              { label: "Preuve", wide: true, cell: (one) => answers.get(one.number)?.proof ?? "" },
            ]}
          />
        </section>
      ))}
    </>
  );
}

const tones = { met: "good", partly: "warning", not_met: "bad", not_concerned: "plain" } as const;

function State({ answer }: { answer: QualityAnswer | undefined }) {
  if (!answer) return <Tag label="À examiner" />;
  return <Tag label={states[answer.state]} tone={tones[answer.state]} />;
}

interface FormProps {
  indicator: QualityIndicator;
  answer: QualityAnswer | undefined;
  typed?: Typed;
  errors?: Errors;
  version?: number;
  conflict?: boolean;
}

/** What is said of one indicator; `conflict` when a colleague said it first. */
export function IndicatorPage({ indicator, answer, typed, errors, version, conflict }: FormProps) {
  const field = { typed, errors };
  return (
    <>
      <PageHeader
        title={indicatorTitle(indicator)}
        trail={[{ label: qualityTitle, href: trainingEvidence.quality() }]}
        lead={indicator.only ?? "Concerne tous les organismes qui forment."}
      />
      {conflict && answer ? (
        <Callout tone="warning">
          <p>
            Une autre personne a répondu pendant votre saisie. Votre texte est ci-dessous : enregistrez-le de
            nouveau s’il est le bon.
          </p>
          <Facts
            facts={[
              ["Où nous en sommes", states[answer.state]],
              ["Comment", answer.words || "rien"],
              ["Preuve", answer.proof || "rien"],
            ]}
          />
        </Callout>
      ) : null}
      <Form action={trainingEvidence.indicator(indicator.number)} errors={errors}>
        <Hidden name="version" value={String(version ?? answer?.version ?? 0)} />
        <RadioField
          name="etat"
          legend="Où en sommes-nous ?"
          errors={errors}
          chosen={String(typed?.["etat"] ?? answer?.state ?? "")}
          options={Object.entries(states).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          {...field}
          name="comment"
          label="Comment nous faisons"
          value={answer?.words}
          required={false}
        />
        <TextArea
          {...field}
          name="preuve"
          label="Où se trouve la preuve"
          value={answer?.proof}
          required={false}
          help="Un dossier, une page, un document type : ce que verra l’auditeur."
        />
        {answer ? <p class="soft">Examiné pour la dernière fois le {formatDay(answer.checked_on)}.</p> : null}
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={trainingEvidence.quality()}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
