// Ajv as a library, over the lines of a file or the files of a folder: node loops.mjs PATH SCHEMA

import { readFileSync, readdirSync, statSync, createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Ajv2020 } from "ajv/dist/2020.js";

const [path, schema] = process.argv.slice(2);
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const validate = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
const counts = { accepted: 0, rejected: 0 };

function judge(text) {
  let accepts = false;
  try {
    accepts = validate(JSON.parse(text));
  } catch {
    // No JSON: rejected.
  }
  counts[accepts ? "accepted" : "rejected"] += 1;
}

if (statSync(path).isDirectory()) {
  for (const name of readdirSync(path)) judge(readFileSync(join(path, name), "utf8"));
} else {
  for await (const line of createInterface({ input: createReadStream(path) })) judge(line);
}
console.log(`accepted ${counts.accepted} rejected ${counts.rejected}`);
