// Starts Sveltia CMS with the forms that were made from the model, and with our own way to read and write files.
import "./dutch.mjs";
import CMS from "@sveltia/cms";
import { formatOf } from "./house_style.mjs";
import config from "./config.json";
import formats from "./formats.json";

for (const [kind, format] of Object.entries(formats)) {
  CMS.registerCustomFormat(`toolbox-${kind}`, format.extension, formatOf(format));
}
CMS.registerPreviewStyle("/preview.css");
CMS.init({ config });
