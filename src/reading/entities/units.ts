/** Names of times, in the languages of the notices, folded as `Words` are. */
const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));

export const HOURS = set("hour hours hrs hr h stunden stunde heures heure horas hora ore ora");
export const DAYS = set("day days tage tagen tag jours jour dias dia giorni giorno");
export const WEEKS = set("week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane");
export const MONTHS = set("month months mth mths monat monate monaten mois mes meses mese mesi");
export const YEARS = set("year years yr yrs jahr jahre jahren an ans annee annees ano anos anno anni");
/** Before days, or behind them: only these count. */
export const BUSINESS = set(
  "business working werktage werktagen arbeitstage arbeitstagen ouvrables ouvrable ouvres habiles laborables lavorativi",
);
