import { PageHeader } from "#ui/page.tsx";

export const spentTitle = "Ce lien n’ouvre aucune inscription";

export function SpentPage() {
  return (
    <>
      <PageHeader title={spentTitle} />
      <p>
        Le lien est incomplet, a été remplacé par un plus récent, ou l’inscription a été effacée après le
        délai annoncé. Reprenez celui de notre dernière lettre.
      </p>
      <p>
        Vous ne le retrouvez pas ? Remplissez à nouveau le formulaire de l’événement avec la même adresse :
        votre lien vous est renvoyé, et votre place reste la vôtre.
      </p>
    </>
  );
}
