import type { Section } from "#platform/questionnaire/content.ts";
import type { Draft } from "#platform/questionnaire/parts.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import type { Values } from "#platform/questionnaire/values.ts";
import type { Errors } from "#platform/web/form.ts";
import { asset } from "#ui/assets.ts";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { Callout, PageHeader } from "#ui/page.tsx";
import { citedOutside, pageBehaviour } from "#ui/questionnaire/behaviour.ts";
import { SectionFields } from "#ui/questionnaire/section.tsx";
import type { Opened } from "./open.tsx";
import { around, standingOf } from "./page.ts";
import type { Part } from "./queries.ts";
import { PageList } from "./views.home.tsx";
import { OtherWrote } from "./views.other.tsx";

interface Props {
  opened: Opened;
  section: Section;
  draft: Draft;
  /** All the answers known, those of this page included. */
  answers: Values;
  version: number;
  known: Known;
  errors?: Errors;
  /** What another person saved meanwhile. */
  other?: Part;
}

/** One page of the questionnaire. */
export function SectionPage({ opened, section, draft, answers, version, known, errors = {}, other }: Props) {
  const { answer, frame, at, holder } = opened;
  const { pages } = standingOf(answer);
  const { place, before } = around(pages, section.id);
  const part = answer.parts.get(section.id);
  const withFiles = section.questions.some(
    ({ kind, questions }) => kind === "file" || questions?.some((inner) => inner.kind === "file"),
  );
  return (
    <>
      <PageHeader
        title={section.title}
        trail={[{ label: frame.title, href: at.home }]}
        lead={`Page ${place + 1} sur ${pages.length}${answer.label ? `, pour ${answer.label}` : ""}`}
      />
      {other ? (
        <OtherWrote opened={opened} section={section} other={other} draft={draft} known={known} />
      ) : null}
      {!other && part?.savedBy && part.savedBy.id !== holder.id ? (
        <Callout>
          {part.savedBy.name || "Une autre personne"} a rempli cette page le {formatInstant(part.savedAt)}.
        </Callout>
      ) : null}
      {section.intro ? <p>{section.intro}</p> : null}
      <Form
        action={at.page(section.id)}
        errors={errors}
        multipart={withFiles}
        class="form questionnaire"
        label={section.title}
        data={pageBehaviour(citedOutside(section, answers))}
      >
        <DefaultSubmit />
        <Hidden name="version" value={String(version)} />
        <SectionFields
          section={section}
          values={draft.values}
          typed={draft.typed}
          errors={errors}
          known={known}
          answers={answers}
          fileHref={at.file}
        />
        <div class="buttons">
          <Submit label="Enregistrer et continuer" name="suite" value="suite" />
          {before ? <Submit label="Page précédente" kind="quiet" name="suite" value="retour" /> : null}
          <Submit label="Enregistrer et m’arrêter" kind="quiet" name="suite" value="pause" />
        </div>
        <p class="saved-line help" role="status" data-saved></p>
      </Form>
      <script type="module" src={asset("src/ui/behaviours/questionnaire.ts")}></script>
      <nav class="answer-nav" aria-label="Pages du questionnaire">
        <PageList pages={pages} href={at.page} />
        <p>
          <a href={at.review}>Relire et envoyer</a>
        </p>
      </nav>
    </>
  );
}

/** Enter in a field continues, whatever the buttons of blocks that stand before. */
const DefaultSubmit = () => (
  <button type="submit" name="suite" value="suite" class="sr-only" tabindex={-1}>
    Enregistrer et continuer
  </button>
);
