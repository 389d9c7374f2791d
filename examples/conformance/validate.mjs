// A validator as `hookproof conformance` wants it: the payload comes on standard input, the event by the environment.
//
//   node validate.mjs DIR    where DIR/<provider>/<event>.json is what `hookproof schema <provider>/<event>` prints
//
// The exit code is 0 if the schema accepts the payload and 1 if it rejects it.

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

// Node.js itself ends with 1 where nobody catches an error, and that would be a rejection.
process.on("uncaughtException", (error) => {
  console.error(error);
  process.exit(2);
});

const { HOOKPROOF_PROVIDER, HOOKPROOF_EVENT } = process.env;
const schema = JSON.parse(readFileSync(`${process.argv[2]}/${HOOKPROOF_PROVIDER}/${HOOKPROOF_EVENT}.json`, "utf8"));
// Annotations such as `x-evidence` are no keywords of Ajv, and `format` is an annotation too.
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const validate = ajv.compile(schema);
process.exitCode = accepts(readFileSync(0, "utf8")) ? 0 : 1;

function accepts(text) {
  let payload;
  try {
    payload = JSON.parse(text);
  } catch (error) {
    console.error(error.message);
    return false;
  }
  if (validate(payload)) return true;
  console.error(ajv.errorsText(validate.errors));
  return false;
}
