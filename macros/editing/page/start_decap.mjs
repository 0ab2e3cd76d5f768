// Starts Decap CMS, the reserve, which a script before this one put in `window.CMS`.
import { registerFormats } from "./formats.mjs";
import config from "./decap.json";

registerFormats(window.CMS);
window.CMS.init({ config });
