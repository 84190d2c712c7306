// Starts GOV.UK's and MoJ's components. Their addresses come from the page, which knows the hashed names.
const { govuk, moj } = document.querySelector("script[data-govuk]").dataset;
for (const kit of await Promise.all([import(govuk), import(moj)])) kit.initAll();
