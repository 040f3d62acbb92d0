/** The script of the pages behind the sign-in. They work without it: it adds buttons that copy. */
export const adminScript = `
"use strict";
for (const snippet of document.querySelectorAll(".snippet")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(snippet.querySelector("pre").textContent);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Select it to copy";
    }
  });
  snippet.append(button);
}
`.trimStart();
