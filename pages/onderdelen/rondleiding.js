// A short tour for who is here for the first time: it points at what is on the page, nothing more.
(() => {
  const stappen = STAPPEN;
  const strook = document.querySelector(".rondleiding");
  if (!strook) return;
  const gezien = () => { try { localStorage.setItem("rondleiding", "gezien"); } catch { return; } };
  let nieuw = true;
  try { nieuw = localStorage.getItem("rondleiding") !== "gezien"; } catch { nieuw = false; }
  strook.hidden = !nieuw;
  let nu = -1;
  const kaart = document.createElement("div");
  kaart.className = "rondkaart";
  kaart.setAttribute("role", "dialog");
  kaart.setAttribute("aria-label", "Rondleiding");
  const kader = document.createElement("div");
  kader.className = "rondkader";
  const weg = () => { kaart.remove(); kader.remove(); removeEventListener("keydown", toets, true); removeEventListener("resize", leg); nu = -1; };
  const doel = () => document.querySelector(stappen[nu].waar);
  const leg = () => {
    const r = doel().getBoundingClientRect(), hoog = Math.min(r.height, innerHeight - 24);
    Object.assign(kader.style, { left: `${r.left - 6}px`, top: `${r.top - 6}px`, width: `${r.width + 12}px`, height: `${hoog + 12}px` });
    const breed = Math.min(360, innerWidth - 24), rechts = r.right + 20 + breed < innerWidth;
    const links = rechts ? r.right + 20 : Math.max(12, Math.min(r.left, innerWidth - breed - 12));
    const onder = rechts ? Math.max(12, r.top) : Math.min(r.top + hoog + 18, innerHeight - kaart.offsetHeight - 12);
    Object.assign(kaart.style, { left: `${links}px`, top: `${Math.min(onder, innerHeight - kaart.offsetHeight - 12)}px`, width: `${breed}px` });
  };
  const naar = (n) => {
    const stap = n > nu ? 1 : -1;
    while (stappen[n] && !document.querySelector(stappen[n].waar)) n += stap;
    if (!stappen[n]) { if (stap > 0) sluit(); return; }
    nu = n;
    doel().scrollIntoView({ block: "center" });
    kaart.replaceChildren();
    const tekst = document.createElement("p");
    tekst.textContent = stappen[n].tekst;
    const rij = document.createElement("p");
    const knop = (naam, doe) => {
      const k = document.createElement("button");
      k.type = "button"; k.textContent = naam; k.onclick = doe;
      rij.append(k);
      return k;
    };
    const teller = document.createElement("span");
    teller.textContent = `${n + 1} van ${stappen.length}`;
    rij.append(teller);
    if (n > 0) knop("Vorige", () => naar(nu - 1));
    const verder = knop(n + 1 < stappen.length ? "Volgende" : "Klaar", () => naar(nu + 1));
    knop("Sluiten", () => sluit());
    kaart.append(tekst, rij);
    document.body.append(kader, kaart);
    leg();
    verder.focus();
  };
  const sluit = () => { gezien(); strook.hidden = true; weg(); };
  const toets = (e) => {
    if (e.key === "Escape") sluit();
    else if (e.key === "ArrowRight") naar(nu + 1);
    else if (e.key === "ArrowLeft") naar(nu - 1);
    else return;
    e.preventDefault(); e.stopPropagation();
  };
  strook.onclick = (e) => {
    const wat = e.target.dataset.rond;
    if (wat === "begin") { addEventListener("keydown", toets, true); addEventListener("resize", leg); naar(0); }
    if (wat === "sluit") { gezien(); strook.hidden = true; }
  };
  strook.onkeydown = (e) => { if (e.key === "Enter" || e.key === " ") { e.target.click(); e.preventDefault(); } };
})();
