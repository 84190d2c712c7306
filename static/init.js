// A question that only one answer asks for is shown with that answer: data-only-if="way=spoken".
for (const asked of document.querySelectorAll("[data-only-if]")) {
  const [name, answer] = asked.dataset.onlyIf.split("=");
  const group = asked.closest(".govuk-form-group");
  const show = () => { group.hidden = new FormData(asked.form).get(name) !== answer; };
  asked.form.addEventListener("change", show);
  show();
}

// Starts GOV.UK's and MoJ's components. Their addresses come from the page, which knows the hashed names.
const { govuk, moj } = document.querySelector("script[data-govuk]").dataset;
for (const kit of await Promise.all([import(govuk), import(moj)])) kit.initAll();
