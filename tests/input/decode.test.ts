import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, wideness } from "../../src/input/decode.js";
import { sizeInWords, sizeOf } from "../../src/input/size.js";
import { textIn, unwrapped } from "../../src/input/wrapped.js";

const bytes = (...parts: (string | Uint8Array | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const utf16be = (text: string): Uint8Array => Buffer.from(text, "utf16le").swap16();

describe("bytes as text", () => {
  test.each<[string, Uint8Array, string]>([
    ["plain", bytes("my listing"), "my listing"],
    ["with a byte order mark", bytes([0xef, 0xbb, 0xbf], "my listing"), "my listing"],
    ["Windows line ends stay, so that spans point into what was given", bytes("a\r\nb"), "a\r\nb"],
    ["UTF-16 LE with its mark", bytes([0xff, 0xfe], Buffer.from("我的 listing", "utf16le")), "我的 listing"],
    ["UTF-16 BE with its mark", bytes([0xfe, 0xff], utf16be("我的 listing")), "我的 listing"],
    ["UTF-16 LE without one", Buffer.from("my listing is gone", "utf16le"), "my listing is gone"],
    ["UTF-16 BE without one", utf16be("my listing is gone"), "my listing is gone"],
    ["direction and zero-width characters stay", bytes("a\u202Eb\u200Bc"), "a\u202Eb\u200Bc"],
  ])("%s", (_, given, text) => expect(decode(given)).toEqual({ text }));

  test.each<[string, Uint8Array, string]>([
    ["invalid UTF-8", bytes("my li", [0xff], "sting"), "is not text in UTF-8"],
    ["a surrogate in UTF-8", bytes([0xed, 0xa0, 0x80]), "is not text in UTF-8"],
    ["half a pair in UTF-16", bytes([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]), "is not text in UTF-16"],
    ["an odd byte in UTF-16", bytes([0xff, 0xfe, 0x41]), "is not text in UTF-16"],
    ["UTF-32", bytes([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), "is text in UTF-32"],
    ["a NUL", bytes("my\0listing"), "is binary, not text"],
    ["a program", bytes([0x7f], "ELF", [2, 1, 1, 0, 0xff, 0xfe, 0]), "is binary, not text"],
    ["a PDF", bytes("%PDF-1.7\n"), "is a PDF, not text"],
    ["a docx", bytes("PK", [3, 4], "\0\0"), "is a zip archive or an office document, not text"],
    ["a screenshot", bytes([0x89], "PNG\r\n"), "is a PNG picture, not text"],
  ])("%s is refused", (_, given, fault) => expect(decode(given)).toMatchObject({ fault }));

  test("any bytes give a text or a fault, and UTF-16 comes back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (given) => {
        expect(Object.keys(decode(given))[0]).toMatch(/^(text|fault)$/);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", minLength: 1 }), (text) => {
        expect(wideness(Buffer.from(text, "utf16le"))).toBe("utf-16le");
        expect(decode(utf16be(text))).toEqual({ text });
      }),
    );
  });
});

const MAIL = [
  'From: "Amazon" <notice@amazon.com>',
  "To: me@shop.example",
  "Date: Mon, 16 Nov 2026 10:00:00 +0000",
  "Subject: =?utf-8?Q?Policy_Warning_=E2=80=93_B0ABCDEFGH?=",
  "MIME-Version: 1.0",
];
const HEAD =
  "From: Amazon <notice@amazon.com>\nTo: me@shop.example\nDate: 2026-11-16\nSubject: Policy Warning – B0ABCDEFGH";
const mail = (...lines: string[]): Uint8Array => Buffer.from([...MAIL, ...lines].join("\r\n"), "latin1");
const both = [
  "Content-Type: multipart/alternative; boundary=x",
  "",
  "--x",
  "Content-Type: text/plain; charset=utf-8",
  "Content-Transfer-Encoding: base64",
  "",
  Buffer.from("Ihr Angebot wurde gelöscht.").toString("base64"),
  "--x",
  "Content-Type: text/html",
  "",
  "<p>other</p>",
  "--x--",
];

describe("what was sent as e-mail or HTML", () => {
  test.each<[string, Uint8Array, string]>([
    [
      "a mail in HTML, as it is encoded",
      mail(
        "Content-Type: text/html; charset=iso-8859-1",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "<p>Gr=FC=DFe, your list=",
        "ing</p>",
      ),
      `${HEAD}\n\nGrüße, your listing`,
    ],
    [
      "eight bits in their own charset",
      mail("Content-Type: text/plain; charset=windows-1252", "Content-Transfer-Encoding: 8bit", "", "gelöscht"),
      `${HEAD}\n\ngelöscht`,
    ],
    ["of several parts the plain one", mail(...both), `${HEAD}\n\nIhr Angebot wurde gelöscht.`],
    [
      "from a mailbox file",
      Buffer.concat([Buffer.from("From x Mon Nov 16 2026\n"), mail(...both)]),
      `${HEAD}\n\nIhr Angebot wurde gelöscht.`,
    ],
    [
      "with one that is forwarded in it, whose day stays what it is",
      mail(
        ...["Content-Type: multipart/mixed; boundary=x", "", "--x", "Content-Type: text/plain", "", "Help!"],
        ...["--x", "Content-Type: message/rfc822", "Content-Disposition: inline", ""],
        ...["From: notice@amazon.com", "Date: Mon, 2 Nov 2026 23:00:00 -0800", "Subject: Your account"],
        ...["Content-Type: text/plain", "", "Answer within 17 days.", "--x--"],
      ),
      `${HEAD}\n\nHelp!\n\nFrom: notice@amazon.com\nDate: 2026-11-02\nSubject: Your account\n\nAnswer within 17 days.`,
    ],
    [
      "a page",
      bytes(
        "<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><p>Your&nbsp;listing<br>was re<b>moved</b></p></body></html>",
      ),
      "Your\u00a0listing\nwas removed",
    ],
    [
      "a link shows where it leads",
      bytes('<p>See <a href="https://evil.example/a">amazon.com</a></p>'),
      "See amazon.com (https://evil.example/a)",
    ],
    ["a tag that every object has", bytes("<html><constructor><p>Hello</p></body></html>"), "Hello"],
    ["comments before it", bytes("<!-- a --> <!-- b --><div>Hello</div>"), "Hello"],
    [
      "what a mail program shows is left as it is",
      bytes("From: Amazon <a@amazon.com>\nSubject: x\n\nHello"),
      "From: Amazon <a@amazon.com>\nSubject: x\n\nHello",
    ],
    ["a sign that is no tag", bytes("ODR < 1 % and LSR > 4 %"), "ODR < 1 % and LSR > 4 %"],
    [
      "a tag in the middle of words",
      bytes("my description shows </p> at the end"),
      "my description shows </p> at the end",
    ],
  ])("%s", async (_, given, text) => expect(await textIn(given)).toEqual({ text }));

  test.each<[string, string]>([
    ["Mon, 23 Nov 2026 20:30:00 -0800", "2026-11-23"],
    ["Tue, 24 Nov 2026 01:30:00 +0900 (JST)", "2026-11-24"],
    ["3 Nov 2026 23:30 PST", "2026-11-03"],
    ["Mon, 03 Nov 2026 23:30:00 GMT", "2026-11-03"],
    ["2026-11-23T20:30:00-08:00", "2026-11-23"],
    ["2026-11-23T20:30:00Z", "2026-11-23"],
    ["Monday, November 23, 2026 8:30 PM", "2026-11-23"],
    ["Mon, 23 Nov", ""],
    ["31 Feb 2026 10:00:00 +0000", ""],
    ["11/12/2026 10:00", ""],
    ["sometime in November 5", ""],
    ["sometime", ""],
    ["-0800", ""],
  ])("the day of a mail is that of its own header: %s", async (date, day) => {
    const given = `Subject: x\nDate: ${date}\nMIME-Version: 1.0\n\nHello`;
    expect(await textIn(Buffer.from(given))).toEqual({
      text: `${day === "" ? "" : `Date: ${day}\n`}Subject: x\n\nHello`,
    });
  });

  describe("what is attached to a mail", () => {
    const part = (type: string, ...lines: string[]) => ["--y", `Content-Type: ${type}`, ...lines];
    const sent = (...parts: string[][]) =>
      mail(
        "Content-Type: multipart/mixed; boundary=y",
        "",
        ...part("text/plain", "", "See attached."),
        ...parts.flat(),
        "--y--",
      );
    const within = (name: string) => `Content-Disposition: attachment; filename=${name}`;
    const notice = [
      "From: a@amazon.com",
      "Date: Mon, 9 Nov 2026 10:00:00 +0000",
      "Subject: Late",
      "Content-Type: text/html",
      "",
      "<p>Reply</p>",
    ];
    const [head, inner] = [`${HEAD}\n\nSee attached.`, "From: a@amazon.com\nDate: 2026-11-09\nSubject: Late\n\nReply"];

    test.each<[string, Uint8Array, unknown]>([
      [
        "a message is read, with its day",
        sent(part("message/rfc822", within("notice.eml"), "", ...notice)),
        { text: `${head}\n\n${inner}` },
      ],
      [
        "one that a mail program shows below the text is told alike",
        sent(part("message/rfc822", "", ...notice)),
        { text: `${head}\n\n${inner}` },
      ],
      [
        "one that goes by its name alone",
        sent(part("application/octet-stream", within("notice.eml"), "", ...notice)),
        { text: `${head}\n\n${inner}` },
      ],
      [
        "a text and a page",
        sent(part("text/plain", within("a.txt"), "", "Late"), part("text/html", within("b.html"), "", "<p>Mails</p>")),
        { text: `${head}\n\nLate\n\nMails` },
      ],
      [
        "what holds no text is named, but for the pictures of a page",
        sent(
          part("application/pdf", within("notice.pdf"), "", "%PDF-"),
          part("image/png", "Content-Disposition: inline", "", "x"),
          part("text/csv", within("orders.csv"), "", "1,2"),
        ),
        { text: head, unread: ["notice.pdf", "orders.csv"] },
      ],
    ])("%s", async (_, given, found) => expect(await textIn(given)).toEqual(found));

    test("messages in messages are read so deep, and what lies below is named", async () => {
      const lines = Array.from({ length: 7 }, (_, i) => [
        `Subject: ${i}`,
        `Content-Type: multipart/mixed; boundary=z${i}`,
        "",
        `--z${i}`,
        "Content-Type: message/rfc822",
        within(`${i}.eml`),
        "",
      ]);
      const found = await textIn(
        Buffer.from(["MIME-Version: 1.0", ...lines.flat(), "Subject: 7", "", "end"].join("\n")),
      );
      expect(found).toMatchObject({ unread: ["5.eml"] });
    });
  });

  test("pasted, it is told just so", async () => {
    expect(await unwrapped(Buffer.from(mail(...both)).toString())).toEqual({
      text: `${HEAD}\n\nIhr Angebot wurde gelöscht.`,
    });
    expect(await unwrapped("<p>a</p>")).toEqual({ text: "a" });
  });

  test.each<[string, string]>([
    ["divisions", "<div>".repeat(200_000)],
    ["headings, one half of them closed", "<h1><h1></h1>".repeat(100_000)],
    ["lists in paragraphs", "<p><li>".repeat(150_000)],
    ["ends of what never began", `<b>${"</div><div><div>".repeat(60_000)}`],
  ])("HTML that is nested too deeply is refused at once: %s", async (_, html) => {
    const start = performance.now();
    expect(await unwrapped(`${html}</b>`)).toMatchObject({ fault: "is HTML with too many tags in one another" });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test("a mail whose parts hold parts without end is refused", async () => {
    const part = "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n";
    expect(await textIn(mail(part.repeat(3000)))).toMatchObject({ fault: "is an e-mail that cannot be read" });
  });

  test("any text at all gives a text or a fault", async () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<div ",
      "a='",
      "<!--",
      "-->",
      "<![CDATA[",
      "&amp",
      "&#0;",
      "\n",
      "Content-Type: ",
      "text/html",
      "multipart/mixed; boundary=x",
      "--x",
      "=?utf-8?B?",
      "?=",
      "From ",
      "\0",
      "é",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        expect(Object.keys(await unwrapped(pieces.join("")))[0]).toMatch(/^(text|fault)$/);
        expect(Object.keys(await textIn(Buffer.from(`Content-Type: x\n${pieces.join("")}`)))[0]).toMatch(
          /^(text|fault)$/,
        );
      }),
    );
  });
});

test("sizes", () => {
  expect(["5", "20k", "2K", "3M", "256m"].map(sizeOf)).toEqual([5, 20480, 2048, 3145728, 268435456]);
  expect(["", "0", "-1", "1.5M", "5G", "257M", "9999999999", "k", "1e3"].map(sizeOf)).toEqual(Array(9).fill(null));
  expect([1, 300, 2048, 1536, 5 * 1024 * 1024, 1572864].map(sizeInWords)).toEqual([
    "1 byte",
    "300 bytes",
    "2 kB",
    "1.5 kB",
    "5 MB",
    "1.5 MB",
  ]);
});
