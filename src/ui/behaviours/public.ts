/** The public site's only script: a filter is applied as soon as it is chosen. Without it, the button beside it does. */
document.addEventListener("change", ({ target }) => {
  if (
    !(target instanceof HTMLSelectElement) &&
    !(target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type))
  )
    return;
  target.closest<HTMLFormElement>("form[data-controller~=autosubmit]")?.requestSubmit();
});

/** The page of a questionnaire brings its own behaviour, fetched only there. */
const questionnaire = document.querySelector<HTMLFormElement>("form[data-questionnaire]");
if (questionnaire)
  void import("./questionnaire.ts").then(({ followQuestionnaire }) => followQuestionnaire(questionnaire));
