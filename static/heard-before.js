/* While people are typed on the log form, ask which earlier cases they are like. Without JavaScript
   the button "Look for earlier cases" does the same. What was answered about a case stays. */

const aside = document.getElementById("heard-before");
const WATCHED = ["complainant", "children", "address", "representative", "representative_address"];
const WAIT = 300;
let waiting;
let asked = 0;

// Files stay behind: only names are looked for
function answersOf(form) {
  const answers = new FormData(form);
  answers.delete("email_upload");
  return answers;
}

async function ask(form) {
  const turn = ++asked;
  const answer = await fetch(aside.dataset.address, {
    method: "POST",
    body: answersOf(form),
    credentials: "same-origin",
  });
  if (answer.ok && turn === asked) aside.innerHTML = await answer.text();
}

if (aside) {
  const form = aside.closest("form");
  form.addEventListener("input", (event) => {
    if (!WATCHED.includes(event.target.name)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => ask(form), WAIT);
  });
}
