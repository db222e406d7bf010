// Runs axe-core in a browser: node axe.mjs CHROMIUM PAGE... Writes a line of JSON for each page and width.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [chromium, folder, ...pages] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(folder, "package.json")));
const puppeteer = require("puppeteer-core");
const axe = require.resolve("axe-core/axe.min.js");
const SIZES = { phone: [390, 844], a4: [794, 1123] };

const profile = mkdtempSync(join(tmpdir(), "paper-"));
const browser = await puppeteer.launch({
  executablePath: chromium,
  userDataDir: profile,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  for (const page of pages) {
    for (const [name, [width, height]] of Object.entries(SIZES)) {
      const tab = await browser.newPage();
      // The page allows no script; the checker is one.
      await tab.setBypassCSP(true);
      await tab.setViewport({ width, height });
      await tab.goto(pathToFileURL(page).href);
      await tab.addScriptTag({ path: axe });
      const { violations, passes, incomplete } = await tab.evaluate(() => window.axe.run());
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
      const found = violations.map((one) => `${one.id}: ${one.help} (${one.nodes.length})`);
      if (wide > width) found.push(`the page is ${wide} wide`);
      const open = incomplete.map((one) => one.id);
      console.log(JSON.stringify({ page, name, passes: passes.length, open, found }));
      await tab.close();
    }
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
