/* Shows how far an upload has come. Without JavaScript the form is sent as any other. A file dropped
   anywhere on a page that takes one goes into its box; where the box says so, the form is sent. */

const form = document.querySelector("[data-upload]");
const box = form?.querySelector("input[type=file]") ?? document.querySelector("input[data-drop]");

function show(percent) {
  const bar = form.querySelector(".app-upload");
  bar.hidden = false;
  bar.firstElementChild.value = percent;
  document.getElementById("upload-status").textContent =
    percent < 100 ? `${percent} % sent` : "Sent. The files are being looked at";
}

function send(event) {
  if (!box.files.length) return;
  event.preventDefault();
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.upload.onprogress = ({ loaded, total }) => show(Math.round((loaded / total) * 100));
  request.onerror = () => {
    document.getElementById("upload-status").textContent =
      "The connection broke off. Nothing was filed: upload it again";
  };
  request.onload = () => {
    if (request.getResponseHeader("Content-Type")?.includes("json")) {
      location.assign(JSON.parse(request.responseText).next);
      return;
    }
    document.open();
    document.write(request.responseText);
    document.close();
  };
  request.send(new FormData(form));
}

form?.addEventListener("submit", send);

if (box) {
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    box.files = event.dataTransfer.files;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    box.form.querySelector(`button[name="${box.dataset.drop}"]`)?.click();
  });
}
