// Makes one script of Sveltia CMS and ours. `node bundle.mjs FOLDER_WITH_OUR_PAGE FOLDER_OF_THE_SITE [start_decap]`
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";

const [page, site, start = "start"] = process.argv.slice(2);
// Not asked for here: colours of 300 programming languages, maps, and the words of 25 other languages.
const UNUSED = /^(@shikijs\/(langs|themes)\/|leaflet|terra-draw|svgo|.*\/locales\/)/;
const USED = /\/locales\/nl\.json$/;
const ASSETS = `${import.meta.dirname}/node_modules/@sveltia/cms/npm/assets`;
const ITS_LETTERS = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z0-9-]+)(?::vf)?@[\d.]+\/([a-z0-9-]+)\.woff2/g;

/** The program of Sveltia with its three fonts from our own folder, where it asks a CDN. */
function withOwnLetters(program) {
  const own = readdirSync(ASSETS);
  const found = [...program.matchAll(ITS_LETTERS)];
  if (found.length !== 3) throw new Error(`Sveltia asks a CDN for ${found.length} fonts, and it was 3: look at ITS_LETTERS in bundle.mjs`);
  return program.replace(ITS_LETTERS, (address, font, cut) => {
    const file = own.find((name) => name.startsWith(`${font}-${cut}-`) && name.endsWith(".woff2"));
    if (!file) throw new Error(`no file in the package for ${address}`);
    return `./assets/${file}`;
  });
}

/** Sveltia's Dutch, with ours for what it says in English, or in words that an editor who never used git can't know. */
function withOurDutch(path) {
  const both = (theirs, ours) => {
    const deeper = Object.keys(ours).filter((name) => typeof theirs[name] === "object");
    return { ...theirs, ...ours, ...Object.fromEntries(deeper.map((name) => [name, both(theirs[name], ours[name])])) };
  };
  return both(JSON.parse(readFileSync(path, "utf8")), JSON.parse(readFileSync(`${page}/dutch.json`, "utf8")));
}

await build({
  entryPoints: { start: `${page}/${start}.mjs` },
  outdir: site,
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2023",
  legalComments: "linked",
  nodePaths: [`${import.meta.dirname}/node_modules`],
  logLevel: "warning",
  splitting: true,
  chunkNames: "parts/[name]-[hash]",
  plugins: [
    {
      name: "leave out, and letters of our own",
      setup(bundler) {
        bundler.onResolve({ filter: UNUSED }, ({ path }) => (USED.test(path) ? undefined : { path: "unused", namespace: "unused" }));
        bundler.onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, ({ path }) => ({ contents: withOwnLetters(readFileSync(path, "utf8")) }));
        bundler.onLoad({ filter: USED }, ({ path }) => ({ contents: JSON.stringify(withOurDutch(path)), loader: "json" }));
        bundler.onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "export default {}", loader: "js" }));
      },
    },
  ],
});
// The letters and the signs: without them the page shows the names of signs.
cpSync(ASSETS, `${site}/assets`, {
  recursive: true,
  filter: (file) => !/\.(map|wasm)$/.test(file) && !/heic/.test(file),
});
