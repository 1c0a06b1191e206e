/** Asked for at an opening, so that the invitations go at once; the clock does the rest. */
export const writeLettersJob = "census.letters";
