// Required before a program: says on stderr, when it ends, which files and which of Node's own modules it has loaded.
const { writeSync } = require("node:fs");

process.on("exit", () => {
  const files = Object.keys(require.cache).filter((file) => file !== __filename);
  const own = process.moduleLoadList.flatMap((name) => /^NativeModule ([a-z_]+)$/.exec(name)?.[1] ?? []);
  writeSync(2, JSON.stringify({ files, own }));
});
