import { once } from "../later.js";
import { DAYS, HOURS, MONTHS, WEEKS, YEARS } from "./units.js";
import { wordSet as set } from "./word-set.js";

/** Words that tell how long ago something was. Folded as `Words` are. */

/** How many days a unit has, by its names. */
export const daysByUnit = once((): ReadonlyMap<string, number> => {
  const units = [
    [1 / 24, HOURS],
    [1, DAYS],
    [7, WEEKS],
    [30, MONTHS],
    [365, YEARS],
  ] as const;
  return new Map(units.flatMap(([days, names]) => [...names].map((name) => [name, days] as const)));
});

const NUMBERS: readonly string[] = [
  "",
  "a an one ein eine einem einer einen un une uno una",
  "two zwei deux dos due couple",
  "three drei trois tres tre",
  "four vier quatre cuatro quattro",
  "five funf cinq cinco cinque",
  "six sechs seis sei",
  "seven sieben sept siete sette",
  "eight acht huit ocho otto",
  "nine neun neuf nueve nove",
  "ten zehn dix diez dieci",
  "eleven elf onze once undici",
  "twelve zwolf douze doce dodici",
];
const TENS: readonly (readonly [number, string])[] = [
  [14, "fourteen vierzehn quatorze catorce quattordici"],
  [15, "fifteen funfzehn quinze quince quindici"],
  [20, "twenty zwanzig vingt veinte venti"],
  [30, "thirty dreissig trente treinta trenta"],
  [40, "forty vierzig quarante cuarenta quaranta"],
  [50, "fifty funfzig cinquante cincuenta cinquanta"],
  [60, "sixty sechzig soixante sesenta sessanta"],
  [90, "ninety neunzig noventa novanta"],
  [100, "hundred hundert cent cien cento"],
];
/** Numbers by their names. */
export const numbersByName = once(
  (): ReadonlyMap<string, number> =>
    new Map(
      [...NUMBERS.entries(), ...TENS].flatMap(([number, names]) =>
        names.split(" ").flatMap((name) => (name === "" ? [] : [[name, number] as const])),
      ),
    ),
);

/** "A day": a word that counts seldom. */
export const isArticle = (word: string): boolean => word !== "one" && numbersByName().get(word) === 1;

/** Behind a time that has passed. */
export const AGO = set("ago back her fa");
/** Right before one; the words of a longer one in their order. */
export const AGO_BEFORE: readonly (readonly string[])[] = ["vor", "il y a", "hace", "voila"].map((words) =>
  words.split(" "),
);
/** A little more than the number says, or less. */
const MORE = "over than past uber als oltre di";
const LESS = "nearly almost under fast knapp presque casi quasi bientot";
export const OVER = set(MORE);
export const NEARLY = set(LESS);
/** Where a number is none to the day: "about", "more than", "nearly". */
export const ABOUT = set(
  MORE,
  LESS,
  "about around approximately roughly some etwa circa ca ungefahr environ unos unas",
);
/** Near a time that is still to come, is somebody's, or comes again. */
export const OPEN = set(
  "within in up until next every each per hold holds held holding keep keeps withhold withheld reserve must will can may to have has",
  "had give gives gave given got another under least minimum usually normally about",
  "innerhalb binnen bis zu nachsten alle pro einbehalten behalt zuruckgehalten zuruckbehalten muss wird kann frist habe haben hat noch",
  "dans sous delai prochains chaque retient retenir retenus conserve pendant avez avons encore",
  "en dentro plazo proximos cada retiene retener retenidos durante tengo tenemos quedan",
  "entro tra prossimi ogni trattiene trattenere trattenuti termine ho abbiamo restano",
);
/** The same, behind it. */
export const AFTER = set(
  "after to left hold reserve notice from old limit deadline period window remaining following until before",
  "nach lang bis frist zeit um apres restants pour despues tras restantes para dopo rimanenti per",
);
/** What keeps something for a time. */
export const KEEPS = set(
  "hold holds held holding keep keeps kept withhold withheld withholds reserve einbehalten behalt zuruckgehalten einbehalt",
  "retient retenir retenus retenues garde garder gardent gardes gardees conserve conserves retiene retienen retener retenidos retenidas",
  "trattiene trattengono trattenere trattenuti trattenute",
);
/** Before a last day: that one was not when something happened. */
export const UNTIL = set("by until till before bis avant jusqu antes hasta entro prima deadline due frist");
/** In a part of a sentence that holds nothing but the time. */
export const IDLE = set(
  "it its s has have been is was now already about over more than that this for since es sind ist schon jetzt seit nun bereits her uber",
  "cela ca c fait depuis deja plus de il y a ya hace son desde mas sono gia ormai da di oltre almost nearly still",
);
/** Joins what happened at one time to what happened at another. */
export const AND = set("and but und aber doch et mais y pero e ma then dann puis luego poi");
