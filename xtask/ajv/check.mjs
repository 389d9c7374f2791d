// Judges the cases of `cargo xtask verdicts`, read from standard input, by every file of `dist/` in Ajv.

import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";

const DIST = new URL("../../dist/", import.meta.url);
const LEVELS = ["documented", "open"];
const MOST_SHOWN = 20;

function read(path) {
  return JSON.parse(readFileSync(new URL(path, DIST), "utf8"));
}

// As the README shows it: Ajv refuses keywords that it does not know, and formats that it has no code for.
function annotated(ajv) {
  return ajv.addVocabulary(["x-evidence", "x-expected", "x-rule"]);
}

const options = { strictTypes: false, validateFormats: false };
const drafts = { "2020-12": annotated(new Ajv2020(options)), "draft-07": annotated(new Ajv(options)) };
// Ajv takes an OpenAPI document for a schema, most of whose keywords it does not know.
const openapi = new Ajv2020({ strict: false, validateFormats: false });

const catalogue = read("catalog.json");
if (!drafts["2020-12"].validate(read("catalog.schema.json"), catalogue)) {
  throw new Error(`dist/catalog.json: ${drafts["2020-12"].errorsText()}`);
}
for (const level of LEVELS) {
  openapi.addSchema(read(catalogue.openapi[level]), level, undefined, false);
}

/** The validators of an event, each with its level and where it comes from. */
function validators(event) {
  return LEVELS.flatMap((level) => {
    const files = Object.entries(event.schemas).map(([draft, paths]) => {
      const path = paths[level];
      return { level, path, accepts: drafts[draft].compile(read(path)) };
    });
    const pointer = `/webhooks/${event.name.replaceAll("/", "~1")}/post/requestBody/content/application~1json/schema`;
    const path = `${catalogue.openapi[level]}#${pointer}`;
    return [...files, { level, path, accepts: openapi.compile({ $ref: `${level}#${pointer}` }) }];
  });
}

const events = new Map();
for (const event of catalogue.providers.flatMap((provider) => provider.events)) {
  events.set(event.name, { validators: validators(event), seen: new Set() });
}

const differences = [];
let cases = 0;
let verdicts = 0;
for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const given = JSON.parse(line);
  const event = events.get(given.event);
  if (!event) {
    throw new Error(`the catalogue has no ${given.event}`);
  }
  const body = JSON.parse(given.body);
  cases += 1;
  for (const { level, path, accepts } of event.validators) {
    event.seen.add(`${level} ${given[level]}`);
    verdicts += 1;
    if (accepts(body) !== given[level]) {
      const verb = given[level] ? "rejects" : "accepts";
      differences.push(`${given.event} ${given.case}: dist/${path} ${verb} it`);
    }
  }
}

// A run that has seen nothing proves nothing.
for (const [name, { seen }] of events) {
  if (seen.size !== 2 * LEVELS.length) {
    differences.push(`${name}: the cases have no accepted and rejected body for each level`);
  }
}

if (differences.length > 0) {
  console.error(differences.slice(0, MOST_SHOWN).join("\n"));
  console.error(`${differences.length} differences in ${verdicts} verdicts`);
  process.exit(1);
}
console.log(`Ajv agrees: ${verdicts} verdicts on ${cases} cases of ${events.size} events`);
