/** What stops a command, said in French to the person who typed it: what is wrong, where, and how to mend it. */
export class Refusal extends Error {}
