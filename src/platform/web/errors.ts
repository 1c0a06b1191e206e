/** Not there, or not yours: both answer 404, so that nothing is learned from the difference. */
export class NotFound extends Error {}
/** Signed in, without the right. */
export class Forbidden extends Error {}
/** Not signed in: the page asked for comes back after sign-in. */
export class SignInNeeded extends Error {}
/** The form did not come from our own page, or came from one too old. */
export class ForgedForm extends Error {}
/** Too many attempts; `seconds` to wait. */
export class TooMany extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super();
    this.seconds = seconds;
  }
}
/** More bytes than we take; the limit in bytes. */
export class TooLarge extends Error {
  readonly limit: number;
  constructor(limit: number) {
    super();
    this.limit = limit;
  }
}

/** The row, or a 404. */
export function found<Row>(row: Row | undefined | null): Row {
  if (row === undefined || row === null) throw new NotFound();
  return row;
}
