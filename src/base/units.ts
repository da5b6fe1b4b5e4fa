/** The units that every room speaks: aliases, so that a signature says what a number is. */

/** Seconds. Instants are seconds since the horizon's start (local midnight of the first day). */
export type Seconds = number;

/** A share between 0 and 1. */
export type Share = number;

/** Money in the scenario's own currency. */
export type Money = number;

export const MINUTE: Seconds = 60;
export const HOUR: Seconds = 3600;
export const DAY: Seconds = 86_400;
