/** How long a letter of invitation opens an account. */
export const invitationDays = 14;
