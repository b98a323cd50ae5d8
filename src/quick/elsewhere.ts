/** What was asked for takes the whole program after all. Thrown before anything is written. */
export class Elsewhere extends Error {}
