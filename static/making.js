// While the worker makes something, what the page says of it is fetched again; without this, its
// link does the same.
const SECONDS = 2;

async function refresh() {
  const shown = document.querySelector("#making[data-refresh]");
  if (!shown) return;
  try {
    const answer = await fetch(window.location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("#making");
    if (answer.redirected || !now) return window.location.reload();
    if (!now.hasAttribute("data-refresh")) return window.location.reload();
    if (now.innerHTML !== shown.innerHTML) shown.innerHTML = now.innerHTML;
  } catch {
    // The network is away for a moment: asked again
  }
  window.setTimeout(refresh, SECONDS * 1000);
}

window.setTimeout(refresh, SECONDS * 1000);
