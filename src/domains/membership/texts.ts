/** Why a member was not added, and what to do. */
export const alreadyMember = (name: string, year: number) =>
  `${name} est déjà parmi les adhérents ${year} : vous pouvez changer son collège depuis la liste.`;

export const unclearOrganisation = (name: string, proposed: boolean) =>
  proposed
    ? `« ${name} » n’est pas le nom exact d’une organisation de l’annuaire. Choisissez ci-dessous, ou ajoutez-la.`
    : `« ${name} » n’est pas dans l’annuaire. Vérifiez l’orthographe, ou ajoutez d’abord cette organisation.`;
