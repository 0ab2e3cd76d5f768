// Starts Sveltia CMS with the forms that were made from the model, and with our own way to read and write files.
import "./dutch.mjs";
import CMS from "@sveltia/cms";
import { registerFormats } from "./formats.mjs";
import { warnOfOthers } from "./others.mjs";
import config from "./config.json";

registerFormats(CMS);
warnOfOthers(CMS, config.backend);
CMS.registerPreviewStyle("/preview.css");
CMS.init({ config });

// Sveltia forbids to enlarge its pages on a phone; who needs large letters can't work then.
new MutationObserver(() => {
  for (const meta of document.querySelectorAll("meta[name=viewport][content*=maximum-scale]")) meta.content = "width=device-width, initial-scale=1";
}).observe(document.head, { childList: true });
