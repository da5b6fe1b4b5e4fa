/** How much may move before a check fails. */

/** `exact`: nothing. `ci`: no measure by more than chance explains. */
export const TOLERANCES = ['exact', 'ci'] as const;
export type Tolerance = (typeof TOLERANCES)[number];
