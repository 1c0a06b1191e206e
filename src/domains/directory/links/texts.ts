/** Why a link was not written, and what to do. */
export const refusals = {
  self: "Une organisation n’a pas de lien avec elle-même : choisissez-en une autre.",
  known: "Ce lien est déjà noté, depuis la même date : modifiez plutôt celui qui existe.",
} as const;
