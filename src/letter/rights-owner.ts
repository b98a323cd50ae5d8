import type { Entity } from "../core/reading.js";

/** How notices name who complained, before the name or the address. */
const LABEL =
  /(?:rights[ -]?(?:owner|holder)|complainant|claimant|reporting party|权利人|投诉人|权利所有人|rechteinhaber(?:in)?|titulaire(?: des? droits)?|titular(?: de(?: los)? derechos)?|titolare(?: dei diritti)?|権利者)/giu;
/** What may stand between the label and the name. */
const BETWEEN = /^(?:['’]s)?[ \t]*(?:name|contact|名称|姓名|联系方式)?[ \t]*[:：][ \t]*/iu;
/** A mail address is the owner's where so many characters at most stand between it and a label before it. */
const NEAR = 160;
/** A longer rest of a line is no name. */
const LONGEST = 80;
const AMAZON = /@(?:[a-z0-9-]+\.)*amazon\.[a-z.]+$/i;

/** Whom a notice names as the rights owner: the name, or the mail address where it names no more. Nothing where it names several. */
export function ownerIn(text: string, entities: readonly Entity[]): Record<string, string> {
  const labels = [...text.matchAll(LABEL)].map(({ index, 0: { length } }) => index + length);
  const names = new Set(labels.flatMap((at) => nameAt(text, at)));
  const emails = new Set(
    entities
      .filter(({ kind, value }) => kind === "email" && !AMAZON.test(value))
      .filter(({ start }) => labels.some((at) => at <= start && start - at <= NEAR))
      .map(({ value }) => value),
  );
  const [name = "", ...others] = names;
  const [email = "", ...more] = emails;
  const known = others.length === 0 && name !== "" ? name : names.size === 0 && more.length === 0 ? email : "";
  return {
    ...(known !== "" && { rights_owner: known }),
    ...(email !== "" && more.length === 0 && { rights_owner_email: email }),
  };
}

/** The name behind a label, to the end of its line; what holds an address is told by the address. */
function nameAt(text: string, at: number): string[] {
  const line = text.slice(at, at + 2 * LONGEST).split(/[\r\n]/, 1)[0] as string;
  const sign = BETWEEN.exec(line);
  if (!sign) return [];
  const name = (line.slice(sign[0].length).split(/\s*[,;，；(（<]/u, 1)[0] as string).trim().replace(/[.。]$/u, "");
  return name === "" || name.length > LONGEST || name.includes("@") || name.startsWith("[") ? [] : [name];
}
