// Laws are tried on fewer cases while thousands of mutants wait for them.
import * as fc from "fast-check";

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 50 });
