export const roles = ["member", "juror", "board", "officer", "administrator"] as const;
export type Role = (typeof roles)[number];

/** Who is asking: nobody known (`accountId` null), or an account with its roles and the organisations it speaks for. */
export interface Visitor {
  accountId: string | null;
  name: string;
  email: string;
  roles: ReadonlySet<Role>;
  organisationIds: readonly number[];
}

export const stranger: Visitor = {
  accountId: null,
  name: "",
  email: "",
  roles: new Set(),
  organisationIds: [],
};

export const isSignedIn = (visitor: Visitor) => visitor.accountId !== null;
export const isAdministrator = (visitor: Visitor) => visitor.roles.has("administrator");

/** The network's employees: officers and administrators. */
export const isStaff = (visitor: Visitor) => visitor.roles.has("officer") || isAdministrator(visitor);

/** Those who may read the whole back office: staff and the board. */
export const isInside = (visitor: Visitor) => isStaff(visitor) || visitor.roles.has("board");
