// Required before a program: says on stderr, when it ends, which files and which of Node's own modules it has loaded.
const { writeSync } = require("node:fs");
const vm = require("node:vm");

const scripts = [];
vm.Script = class extends vm.Script {
  constructor(code, options) {
    super(code, options);
    scripts.push(options.filename);
  }
};

process.on("exit", () => {
  const required = Object.keys(require.cache).filter((file) => file !== __filename);
  const more = required.filter((file) => file.endsWith("quick-more.cjs"));
  const files = [...required.filter((file) => !more.includes(file)), ...scripts, ...more];
  const own = process.moduleLoadList.flatMap((name) => /^NativeModule ([a-z_]+)$/.exec(name)?.[1] ?? []);
  writeSync(2, JSON.stringify({ files, own }));
});
