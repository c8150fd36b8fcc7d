// Warns before an idle session ends, says when the network is gone, and puts "/" into the search field.
(() => {
  const api = (window.tsunagaru = window.tsunagaru || {});
  let watching = null;

  const bar = (id, text, button, action) => {
    let node = document.getElementById(id);
    if (node) return node;
    node = document.createElement("div");
    node.id = id;
    node.className = "page-bar";
    node.setAttribute("role", "alert");
    const words = document.createElement("span");
    words.textContent = text;
    node.append(words);
    if (button) {
      const press = document.createElement("button");
      press.type = "button";
      press.textContent = button;
      press.addEventListener("click", action);
      node.append(press);
    }
    document.body.append(node);
    return node;
  };
  const drop = (id) => document.getElementById(id)?.remove();

  api.watch = (element, seconds, warning, stay, offline) => {
    if (watching) {
      watching.element = element;
      return;
    }
    watching = { element, last: Date.now(), told: Date.now(), over: false };
    const active = () => {
      watching.last = Date.now();
      if (watching.last - watching.told > 60000 && !watching.over) {
        watching.told = watching.last;
        watching.element.$server?.stillHere();
      }
      drop("session-warning");
    };
    for (const kind of ["keydown", "pointerdown", "wheel", "touchstart"]) {
      document.addEventListener(kind, active, { passive: true, capture: true });
    }
    setInterval(() => {
      const idle = (Date.now() - watching.last) / 1000;
      if (idle >= seconds && !watching.over) {
        watching.over = true;
        watching.element.$server?.idle();
      } else if (idle >= seconds - 60 && !watching.over) {
        bar("session-warning", warning, stay, active);
      }
    }, 1000);
    const network = () =>
      navigator.onLine ? drop("session-offline") : bar("session-offline", offline);
    window.addEventListener("online", network);
    window.addEventListener("offline", network);
    document.addEventListener("keydown", (pressed) => {
      const inField = pressed.composedPath().some(
        (node) => node.tagName === "INPUT" || node.tagName === "TEXTAREA" || node.isContentEditable);
      if (pressed.key === "/" && !inField && !pressed.ctrlKey && !pressed.metaKey) {
        const search = document.querySelector("[data-search]");
        if (search) {
          pressed.preventDefault();
          search.focus();
        }
      }
    });
  };

  // An input method ends with an event that changes nothing. Behind it the text typed before would
  // not be sent, because the last event of a burst decides what is.
  document.addEventListener("input", (typed) => {
    const field = typed.target.closest?.("vaadin-text-area, vaadin-text-field");
    if (field && field.inputElement === typed.target && field.value === typed.target.value) {
      typed.stopPropagation();
    }
  }, true);

  api.copy = (text) => navigator.clipboard?.writeText(text);
})();
