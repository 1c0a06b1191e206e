/** The addresses of one answer, below its personal link. */
export const addressesOf = (path: string, token: string) => {
  const home = `${path}/${token}`;
  return {
    home,
    page: (sectionId: string) => `${home}/partie/${sectionId}`,
    review: `${home}/relecture`,
    sending: `${home}/envoi`,
    print: `${home}/imprimer`,
    file: (id: string) => `${home}/fichiers/${id}`,
    people: `${home}/personnes`,
    link: `${home}/lien`,
  };
};

export type Addresses = ReturnType<typeof addressesOf>;
