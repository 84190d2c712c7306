/* While names are typed on the log form, ask which earlier cases they are like. Without JavaScript
   the button "Look for earlier cases" does the same. */

const aside = document.getElementById("heard-before");
const names = ["complainant", "children"].map((name) => document.querySelector(`[name=${name}]`));
let waiting;

async function ask() {
  const query = new URLSearchParams(names.map((field) => ["name", field.value]));
  const answer = await fetch(`${aside.dataset.address}?${query}`, { credentials: "same-origin" });
  if (answer.ok) aside.innerHTML = await answer.text();
}

if (aside) {
  for (const field of names) {
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 300);
    });
  }
}
