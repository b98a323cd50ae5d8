import { isOneOf } from "../reading/entities/addresses.js";

/** Ends of the hosts of Amazon's shops. */
const SHOPS =
  "com ca com.mx com.br co.uk de fr it es nl com.be pl se ie com.tr co.jp jp in com.au sg ae sa eg co.za cn com.co cl".split(
    " ",
  );

/** Other hosts that are Amazon's own. Cloud hosts that anybody can rent are not among them. */
const OTHERS = [
  "amazonservices.com",
  "amazonsellerservices.com",
  "amazonservices.co.uk",
  "amazonservices.de",
  "amazonservices.in",
  "aboutamazon.com",
  "amazon.jobs",
  "amazonpay.com",
  "media-amazon.com",
  "ssl-images-amazon.com",
  "images-amazon.com",
  "amazon.dev",
  "a2z.com",
];

const OWN = [...SHOPS.map((end) => `amazon.${end}`), ...OTHERS];

/** Whether a host is one that is known to be Amazon's, or below one. */
export const isAmazons = (host: string): boolean => isOneOf(host, OWN);
