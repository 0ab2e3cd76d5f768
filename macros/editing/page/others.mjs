// Warns an editor whose form is older than the content on GitHub.
//
// Every save of the CMS makes a branch from the newest content, and puts the whole file of the form in it. What somebody else changed since
// the form was filled would be undone, and to git it would look as if that was meant. The CMS looks for this only where it saves straight to
// the main branch; its window for it is used here.
import { WAS } from "./house_style.mjs";

const GITHUB = "https://api.github.com/repos";

/**
 * @param {{registerEventListener: Function}} cms Sveltia CMS
 * @param {{repo: string, branch: string}} backend the repository as `owner/name`, and its main branch
 */
export function warnOfOthers(cms, { repo, branch }) {
  const told = new Set();
  cms.registerEventListener({
    name: "preSave",
    async handler({ author, entry }) {
      if (!author.login) return; // a folder on this computer
      const path = entry.get("path");
      // Nothing, of what began as an empty form; and what is new has no past, though it may carry that of its example.
      const was = (!entry.get("newRecord") && entry.getIn(["data", WAS])?.trimEnd()) || undefined;
      const now = await textAt(repo, branch, path);
      const version = `${path}\n${now}`;
      if (now === was || told.has(version)) return;
      // What is in a proposal already was read from the branch of that proposal.
      const own = `${entry.get("collection")}/${entry.get("slug")}`;
      const fork = `${author.login}/${repo.split("/")[1]}`;
      if (was && (await textAt(repo, `cms/${own}`, path)) === was) return;
      if (was && (await textAt(fork, `cms/${fork}/${own}`, path)) === was) return;
      told.add(version); // who saves once more has read it
      throw new Error("save_conflict", { cause: now === undefined ? { type: "deleted" } : { type: "modified", entry: {} } });
    },
  });
}

/** The text of a file on a branch, as the CMS keeps it: without a line end. Undefined when the branch or the file is not there. */
async function textAt(repo, branch, path) {
  const { token } = JSON.parse(localStorage.getItem("sveltia-cms.user") ?? "{}");
  const headers = { Accept: "application/vnd.github.raw+json", ...(token && { Authorization: `token ${token}` }) };
  const answer = await fetch(`${GITHUB}/${repo}/contents/${encodeURI(path)}?ref=${encodeURIComponent(branch)}`, { headers, cache: "no-store" });
  if (answer.ok) return (await answer.text()).trimEnd();
  if (answer.status === 404) return undefined;
  throw new Error("saving_failed", { cause: new Error(`GitHub zegt ${answer.status}. Probeer het straks nog eens.`) });
}
