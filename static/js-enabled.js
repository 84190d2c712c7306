// Tells the style sheets that scripts run. First in the page, so that nothing jumps later.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");
