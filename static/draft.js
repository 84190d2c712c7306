/* Keeps what is typed into a form as a draft on the server, a moment after the last key, and as its
   page goes out of sight. Without JavaScript the form's own button does the same. */

const form = document.querySelector("[data-keep]");
const status = document.getElementById("draft-status");
const WAIT = Number(form?.dataset.wait ?? 2000);
let waiting = null;
let saving;

// Files stay behind: a draft keeps what is typed
function answersOf(from) {
  const answers = new FormData(from);
  answers.delete("email_upload");
  return answers;
}

async function keep() {
  const answer = await fetch(form.dataset.keep, {
    method: "POST",
    body: answersOf(form),
    keepalive: document.visibilityState === "hidden",
    credentials: "same-origin",
  }).catch(() => null);
  const told = answer?.headers.get("content-type")?.includes("json") ? await answer.json() : null;
  if (told?.seen) form.elements.draft_seen.value = told.seen;
  status.textContent = told ? told.said : "The draft could not be saved: keep this page open";
}

function keepNow() {
  waiting = null;
  saving = keep().finally(() => { saving = null; });
}

if (form && status) {
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keepNow, WAIT);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden" || waiting === null) return;
    clearTimeout(waiting);
    keepNow();
  });
  // A draft that is being saved must be there before it is logged, or it would be left over
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    waiting = null;
    if (!saving) return;
    event.preventDefault();
    saving.finally(() => form.requestSubmit(event.submitter));
  });
}
