// What the fuzzer feeds: real content, bent.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";

const at = (name) => new URL(`../../${name}`, import.meta.url);
const lines = (name) => readFileSync(at(name), "utf8").split("\n").filter(Boolean);

/** Texts as sellers and Amazon write them. */
const texts = readdirSync(at("tests/corpus/"))
  .filter((name) => name.endsWith(".jsonl"))
  .flatMap((name) => lines(`tests/corpus/${name}`).map((line) => JSON.parse(line).text));

/** A small real playbook, with the shipped one's schemas. */
export const book = Object.fromEntries(
  readdirSync(at("data/template/new/"), { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => [name, readFileSync(at(`data/template/new/${name}`), "utf8")]),
);

/** Files of the shipped playbook, of every kind. */
const shipped = [
  "routes.yaml",
  "facts.yaml",
  "lexicon.yaml",
  "channels.yaml",
  "playbook.yaml",
  "signals/claim.yaml",
].map((name) => readFileSync(at(`data/${name}`), "utf8").slice(0, 6000));

const SIGNS = [
  "\x1b[31m",
  "\x1b]8;;x\x07",
  "\x9b2J",
  "\0",
  "\r",
  "\n",
  "\n\n",
  "\t",
  "\u2028",
  "\u202e",
  "\u200b",
  "\ufeff",
  "\ud800",
  "\udc00",
  "\u{e0041}",
  "&amp;",
  "&#27;",
  "&#x9b;",
  "&#999999999;",
  "&",
  ";",
  "%",
  "…",
  "«",
  "。",
  "①",
  "ﬁ",
  "İ",
  "ß",
  "e\u0301",
  "我",
  "가",
  "👩‍👩‍👧",
  "B0ABCDEFGH",
  "123-1234567-1234567",
  "a@b.example",
  "http://amaz0n.com/",
  "xn--80ak6aa92e.com",
  "2026-02-30",
  "31/12/99",
  "within 9999999999 days",
  "$1,000,000.00",
  "-1",
  "1e999",
  ": ",
  "- ",
  "? ",
  "{",
  "}",
  "[",
  "]",
  "'",
  '"',
  "|",
  ">",
  "&a",
  "*a",
  "!!x",
  "<<: ",
  "#",
  "---\n",
  "...\n",
  "%YAML 9\n",
  "__proto__",
  "constructor",
  "toString",
  "&toString;",
  "&valueOf;",
  "@constructor",
  "{ toString: 1 }",
  "null",
  "~",
  "@listing",
  "(a|b)?",
  "~12 ",
  "+ ",
  "*",
  "(",
  "<p>",
  "</p>",
  "<!--",
  "-->",
  "<div ",
  "<![CDATA[",
  "<style>",
  "Content-Type: multipart/mixed; boundary=x\n",
  "--x\n",
  "--x--\n",
  "Content-Transfer-Encoding: base64\n",
  "=?utf-8?q?=1B?=",
  "=\n",
  "=C3",
  "From ",
];

const sign = fc.oneof(
  fc.constantFrom(...SIGNS),
  fc.string({ unit: "binary", maxLength: 4 }),
  fc.string({ maxLength: 12 }),
);

/** One change of a text: something put in, taken out, doubled, many times, or moved. */
const change = fc.record({
  how: fc.constantFrom("put", "cut", "double", "many", "swap", "word"),
  at: fc.nat({ max: 1_000_000 }),
  length: fc.nat({ max: 60 }),
  sign,
});

function changed(text, { how, at, length, sign }) {
  const start = text.length === 0 ? 0 : at % text.length;
  const [before, part, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  if (how === "put") return before + sign + part + after;
  if (how === "cut") return before + after;
  if (how === "double") return before + part + part + after;
  if (how === "many") return before + sign.repeat((length % 30) * 10) + part + after;
  if (how === "swap") return part + before + after;
  return before + part.replace(/[\w-]+/, () => sign) + after;
}

/** A text of these, changed a few times. */
export const bent = (all) =>
  fc
    .tuple(fc.constantFrom(...all), fc.array(change, { minLength: 0, maxLength: 6 }))
    .map(([text, changes]) => changes.reduce(changed, text));

export const text = fc.oneof(
  { weight: 6, arbitrary: bent(texts) },
  { weight: 2, arbitrary: fc.array(sign, { maxLength: 60 }).map((all) => all.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 400 }) },
  { weight: 1, arbitrary: fc.tuple(sign, fc.nat({ max: 2000 })).map(([one, n]) => one.repeat(n)) },
);

/** The small playbook with one file or two bent, or one in the place of another. */
export const folder = fc
  .array(
    fc.tuple(
      fc.constantFrom(...Object.keys(book)),
      fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: bent(shipped) }),
      fc.array(change, { minLength: 1, maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((changes) => ({
    ...book,
    ...Object.fromEntries(changes.map(([name, other, all]) => [name, other ?? all.reduce(changed, book[name])])),
  }));

const LINES = [
  '{"id":1,"text":"my account was deactivated for late shipments"}',
  '{"id":"a","facts":{"issue":"listing-hidden","appeal":"none"}}',
  '{"text":"<p>trademark <b>complaint</b></p>","facts":{"appeal":"rejected"}}',
];
export const ndjson = fc.array(
  fc.oneof(
    bent(LINES),
    text.map((one) => JSON.stringify({ id: one.slice(0, 9), text: one })),
    sign,
  ),
  { maxLength: 8 },
);

const SAVED = `# Answers of a seller-route interview. Go on with: seller-route --resume FILE
form: 1
playbook:
  version: 2026.11
  digest: sha256:0
marketplace: de
text: |-
  A rights owner says my listing is a trademark infringement
  but I own the brand
answers:
  issue: listing-hidden # A listing is hidden
  appeal: unknown
  claim: disputed
`;
export const saved = bent([SAVED]);

const MAIL = `From: "Amazon" <notice@amazon.com>
Date: Mon, 16 Nov 2026 10:00:00 +0000
Subject: =?utf-8?Q?Notice:_Policy_Warning?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=x

--x
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

We removed your listing because of a report of trade=
mark infringement.
--x
Content-Type: text/html

<html><body><p>Hello,</p><table><tr><td>B0ABCDEFGH</td></tr></table><a href="https://x.example">here</a></body></html>
--x--
`;
/** What may be piped in: mails, pages, texts, in several encodings, and bytes that are none. */
export const piped = fc
  .tuple(
    fc.oneof(bent([MAIL, MAIL.slice(MAIL.indexOf("<html>"))]), text),
    fc.constantFrom("utf8", "utf8", "utf16le", "latin1"),
    fc.boolean(),
  )
  .map(([one, encoding, mark]) => Buffer.from((mark ? "\ufeff" : "") + one, encoding));

const LETTER = `Dear Seller Performance,

Root cause: our staff listed B0ABCDEFGH without checking the invoice.
Actions taken: on 2026-11-20 we removed the listing and refunded the buyers.
Prevention: every Monday the owner checks each new listing against its invoice.

Kind regards, {{name}}
`;
export const letter = bent([LETTER, LETTER.replaceAll("\n", "\r\n"), LETTER.toUpperCase()]);
