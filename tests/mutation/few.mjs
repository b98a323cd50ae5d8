// fast-check for mutants: a law is tried on few cases, the same in every run, and the first that fails is enough.
import * as fc from "../../node_modules/fast-check/lib/fast-check.js";

export * from "../../node_modules/fast-check/lib/fast-check.js";

const few = ({ numRuns = 100, ...others } = {}) => ({
  ...{ seed: 7, endOnFailure: true, ...others },
  numRuns: Math.min(numRuns, Number(process.env.CASES ?? 60)),
});

/** As fast-check's own. */
export const assert = (property, options) => fc.assert(property, few(options));

export default { ...fc, assert };
