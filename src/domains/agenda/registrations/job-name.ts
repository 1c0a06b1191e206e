/** Asked for when the team has something to say, so that it goes as soon as it may; the clock does the rest. */
export const writeJob = "agenda.letters";
