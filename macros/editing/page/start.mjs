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
