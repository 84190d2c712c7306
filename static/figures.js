/* Puts a figure's name into the text where the cursor stands. Without this, the name is copied. */

const box = document.querySelector("[data-keep] textarea[name=text]");

for (const button of box ? document.querySelectorAll("[data-insert]") : []) {
  button.hidden = false;
  button.addEventListener("click", () => {
    box.focus();
    box.setRangeText(button.dataset.insert, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// Enter in the search looks; it does not save the section
document.getElementById("find")?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  document.querySelector("#picker button[name=look]").click();
});
