import { error, type Finding, info } from "../playbook/finding.js";
import type { Sheet } from "../playbook/parse.js";
import type { Path } from "../playbook/places.js";
import { visit } from "../playbook/texts.js";
import { isOneOf, UNSPACED } from "../reading/entities/addresses.js";
import { isAmazons } from "./amazon.js";
import type { Subject } from "./subject.js";
import { sheetsOf } from "./words.js";

/** Addresses that lead away from Amazon, and hosts that are passed off as Amazon's. */
export function addressFindings(subject: Subject): Finding[] {
  const { playbook, book } = subject;
  const allowed = [
    ...playbook.hosts,
    ...playbook.marketplaces.flatMap(({ hosts }) => hosts),
    ...(book.playbook.value.check?.hosts ?? []),
  ];
  return [
    ...falseHosts(subject),
    ...sheetsOf(subject).flatMap((sheet) => strangers(sheet, allowed)),
    ...listing(subject),
  ];
}

function falseHosts({ book }: Subject): Finding[] {
  const sheet = book.playbook;
  const lists: (readonly [Path, readonly string[]])[] = [
    [["hosts"], sheet.value.hosts],
    ...sheet.value.marketplaces.map(({ hosts }, i) => [["marketplaces", i, "hosts"], hosts] as const),
  ];
  return lists.flatMap(([path, hosts]) =>
    hosts.flatMap((host, i) =>
      isAmazons(host)
        ? []
        : [
            error(
              "SR705",
              sheet.place([...path, i]),
              `${host} is not known to be Amazon's`,
              "Every message from it would pass as genuine. Mend the spelling, or take it out.",
            ),
          ],
    ),
  );
}

/** Keys below which addresses are evidence, not advice. */
const EVIDENCE = new Set(["sources", "hosts", "check"]);

function strangers(sheet: Sheet, allowed: readonly string[]): Finding[] {
  const found: Finding[] = [];
  visit(sheet.value, [], (value, path) => {
    if (typeof value !== "string" || path.some((step) => EVIDENCE.has(String(step)))) return;
    for (const address of addressesIn(value)) {
      if (address.host !== null && isOneOf(address.host, allowed)) continue;
      found.push(
        error(
          "SR704",
          sheet.place(path),
          `${address.text} leads outside Amazon's hosts`,
          "Take it out. Where sellers really are to go there, list the host in playbook.yaml under check: hosts.",
        ),
      );
    }
  });
  return found.slice(0, MOST);
}

/** An address in a text. Its host is null where it has none, as a telephone number or a messenger. */
export interface Address {
  readonly text: string;
  readonly host: string | null;
}

/** Of one file no more is told: whoever mends these sees the rest. */
const MOST = 200;
/** Where Chinese or Japanese is written on to Latin letters without a space, an address ends. */
const SEAM = new RegExp(String.raw`(?<=\w)(?=[${UNSPACED}])|(?<=[${UNSPACED}])(?=\w)`, "gu");
/** Words with points in them that are no hosts. */
const FILES = /\.(pdf|csv|tsv|txt|xml|xlsx?|docx?|jpe?g|png|gif|webp|heic|zip|mp4|eml|html?|js|json|ya?ml)$/i;
const HOST = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,8}\p{L}{2,24}/gu;
const MESSENGERS =
  /\b(whats ?app|telegram|wechat|weixin|skype|signal messenger|qq\s{0,9}:?\s{0,9}\d{5,})|微信|QQ群|电报群/giu;
const PHONE = /(?:\+|\b00)\d[\d ()./-]{6,18}\d|\b\d{3}[ .-]\d{3}[ .-]\d{4}\b/g;

/** Everything in a text that somebody could be sent to. A link's host is what a browser would open. */
export function addressesIn(given: string): Address[] {
  const text = given.replace(SEAM, " ");
  const found: Address[] = [];
  const rest = text.replace(/https?:\/\/[^\s"'<>()[\]{}，。；、]+(?<![.,;:!?])/giu, (link) => {
    found.push({ text: link, host: hostOf(link) });
    return " ";
  });
  const plain = rest.replace(/[\p{L}\p{N}._%+-]{1,64}@([\p{L}\p{N}.-]{1,253})/gu, (mail, host: string) => {
    if (host.includes(".")) found.push({ text: mail, host: host.toLowerCase().replace(/\.+$/, "") });
    return " ";
  });
  for (const [host] of plain.matchAll(HOST)) {
    if (!FILES.test(host) && !/^(\p{L}\.)+\p{L}{1,2}$/u.test(host))
      found.push({ text: host, host: host.toLowerCase() });
  }
  for (const [other] of plain.matchAll(MESSENGERS)) found.push({ text: other, host: null });
  for (const [other] of plain.matchAll(PHONE)) found.push({ text: other, host: null });
  return found;
}

function hostOf(link: string): string | null {
  try {
    return new URL(link).hostname.toLowerCase();
  } catch {
    return null;
  }
}

function listing({ book }: Subject): Finding[] {
  return book.channels.value.channels.map(({ id, kind, value, status, marketplaces }, i) => {
    const where = marketplaces.length === 0 ? "everywhere" : marketplaces.join(", ");
    return info(
      "SR706",
      book.channels.place(["channels", i, "value"]),
      `${status} ${kind}, ${where}: ${value} (${id})`,
    );
  });
}
