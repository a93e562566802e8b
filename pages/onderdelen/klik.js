// One listener for the whole page: what is clicked carries a code (core/kruisfilter.py). In HTML it
// is data-kies; of a cell those of its row and its head together; in a chart the field `kies` of
// the row that a mark was drawn of. A map tells of a click itself, but not of the keys that are held:
// with one, the buurt is the one that its tip names.
const vanCel = (cel, kruis) => {
  const rij = cel.parentElement;
  const kop = kruis.querySelector("thead tr, .rij.hoofd").children[[...rij.children].indexOf(cel)];
  return [rij.dataset.rij, kop?.dataset.kop].filter(Boolean).join("&");
};
const KAART = '[data-testid="stDeckGlJsonChart"]';
const buurt = (doel) => {
  const tip = doel.closest(KAART)?.querySelector(".deck-tooltip");
  const naam = tip && getComputedStyle(tip).display !== "none" && tip.querySelector("b")?.textContent;
  return naam && `buurt=${encodeURIComponent(naam)}`;
};
const erbij = (gebeurtenis) => gebeurtenis.ctrlKey || gebeurtenis.shiftKey || gebeurtenis.metaKey;
const code = (doel, toets) => {
  if (toets && doel.closest(KAART)) return buurt(doel);
  const geheel = doel.closest("[data-kies]");
  if (geheel) return geheel.dataset.kies;
  const kruis = doel.closest("[data-kruis]");
  const cel = kruis && doel.closest("td, .getal");
  // A summary folds open; only its name filters.
  if (cel) return cel.textContent && !cel.closest("summary, .hoofd") && vanCel(cel, kruis);
  for (let knoop = doel; knoop instanceof SVGElement; knoop = knoop.parentNode) {
    const wat = knoop.__data__?.datum?.kies;
    if (wat) return wat;
  }
};
// The server tells of each filter that a click changes by itself, and each would be a step back of
// its own: what follows a step within a second belongs to it.
const eenStap = () => {
  if (window.eenStap) return;
  window.eenStap = true;
  const { pushState, replaceState } = history;
  let laatste = 0;
  history.pushState = function (staat, titel, adres) {
    const erbij = Date.now() - laatste < 1000 && new URL(adres, location.href).pathname === location.pathname;
    laatste = Date.now();
    (erbij ? replaceState : pushState).call(history, staat, titel, adres);
  };
};
export default function ({ setTriggerValue }) {
  const luister = (gebeurtenis) => {
    const toets = erbij(gebeurtenis);
    const wat = gebeurtenis.target instanceof Element && code(gebeurtenis.target, toets);
    if (!wat || getSelection().toString()) return; // who selects text to copy does not filter
    gebeurtenis.preventDefault();
    setTriggerValue("klik", { wat, erbij: toets });
  };
  // Else the map would choose this buurt alone, beside what is sent from here.
  const houdVanKaart = (gebeurtenis) => {
    if (erbij(gebeurtenis) && gebeurtenis.target.closest?.(KAART)) gebeurtenis.stopPropagation();
  };
  eenStap();
  document.addEventListener("click", luister);
  document.addEventListener("pointerdown", houdVanKaart, true);
  return () => {
    document.removeEventListener("click", luister);
    document.removeEventListener("pointerdown", houdVanKaart, true);
  };
}
