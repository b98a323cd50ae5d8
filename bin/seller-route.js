#!/usr/bin/env node
// Runs the build of a clone. The command that is installed is dist/start.cjs itself.
const { start } = require("../dist/start.cjs");

start(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
