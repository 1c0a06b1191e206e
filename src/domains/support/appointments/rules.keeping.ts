/**
 * How long the name, the address and the words of who booked are kept after the appointment; months. What stays: the day, how long,
 * with which organisation and about what, which the yearly figures count. Purpose: prepare and hold the appointment.
 */
export const keptMonths = 12;

/** Who has this many appointments to come asks the team for another: nobody takes all the slots. */
export const mostToCome = 3;
