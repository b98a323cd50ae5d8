/** Names of days, and how many days before the day of writing they are. */
export const DAY_NAMES: ReadonlyMap<string, number> = new Map(
  ["today heute hoy oggi aujourd", "yesterday gestern ayer ieri hier", "vorgestern anteayer"].flatMap((names, days) =>
    names.split(" ").map((name) => [name, days] as const),
  ),
);
