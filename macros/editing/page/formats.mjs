// Tells a CMS how to read and write the files of each kind: the same for Sveltia CMS and for Decap CMS.
import { formatOf } from "./house_style.mjs";
import formats from "./formats.json";

/** @param {{registerCustomFormat: Function}} cms either of the two */
export function registerFormats(cms) {
  for (const [kind, format] of Object.entries(formats)) cms.registerCustomFormat(`toolbox-${kind}`, format.extension, formatOf(format));
}
