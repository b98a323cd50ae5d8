// Stands for vitest where tests run thousands of times in one process: what they use of it, and no more.
// vitest's own `expect` asks for the worker that it runs in; there is none.
globalThis.__vitest_worker__ ??= { config: {}, ctx: {}, environment: { name: "node" }, providedContext: {}, rpc: {} };
export const { expect } = await import("vitest");

/** Every test that was told of, in order: its name with the names around it, and what it does. */
export const told = [];
const around = [];

export function describe(name, tests) {
  around.push(name);
  tests();
  around.pop();
}

export function test(name, ...given) {
  told.push({ name: [...around, name].join(" › "), run: given.find((one) => typeof one === "function") });
}

/** Rows that are lists are given as arguments. */
const each = (tell) => (rows) => (name, act) => {
  for (const [i, row] of rows.entries()) tell(`${name} (${i + 1})`, () => act(...(Array.isArray(row) ? row : [row])));
};
describe.each = each(describe);
test.each = each(test);

export { describe as suite, test as it };
