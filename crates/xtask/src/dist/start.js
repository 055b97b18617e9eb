// The site's start: begins to fetch what the address asks for, then runs the app. `cargo xtask dist` fills the lists in
// and makes one file of this script, wasm-bindgen's and the splitter's.

import start from "./matwalk.js";

/** What a lesson's part consists of, by the lesson's name in the address. */
const PARTS = {};
/** The style sheet that comes with a part. */
const SHEETS = {};

const early = new Map();
const sheets = new Map();

function address(name) {
  return new URL(name, import.meta.url);
}

/** Adds a style sheet to the page, once; a failed one can be asked for again. */
function sheet(name) {
  if (!sheets.has(name)) {
    sheets.set(name, new Promise(function (done, failed) {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = address(name);
      link.onload = done;
      link.onerror = function () {
        link.remove();
        sheets.delete(name);
        failed(new Error(name + " could not be fetched"));
      };
      document.head.append(link);
    }));
  }
  return sheets.get(name);
}

/** The answer for a part: of the fetch that began early, if there is one and it went well, else of a new one. */
export async function fetchPart(name) {
  const looks = SHEETS[name] && sheet(SHEETS[name]);
  if (looks) looks.catch(function () {});
  const begun = early.get(name);
  early.delete(name);
  const answer = (await begun) || (await fetch(address(name)));
  if (!answer.ok) throw new Error(name + ": " + answer.status);
  await looks;
  return answer;
}

/** Compiles while it downloads where the server says what it sends; some call WebAssembly by another type. */
export async function instantiatePart(answered, imports) {
  // Parts that were merged import by another name.
  imports.shared = imports.__wasm_split;
  const answer = await answered;
  if ((answer.headers.get("content-type") || "").startsWith("application/wasm")) {
    return WebAssembly.instantiateStreaming(answer, imports);
  }
  return WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}

const lesson = /^#\/([\w-]*)/.exec(location.hash);
const wanted = lesson && Object.hasOwn(PARTS, lesson[1]) ? PARTS[lesson[1]] : [];
for (const name of wanted) {
  // What fails now is fetched again when the app asks for it, and told then.
  early.set(name, fetch(address(name)).catch(function () {}));
  if (SHEETS[name]) sheet(SHEETS[name]).catch(function () {});
}

start();
