// All screens are on the page at once: going to the next one needs no server and no network.
(() => {
  const html = document.documentElement, aantal = AANTAL, sleutel = "dia " + NAAM;
  const titels = TITELS;
  html.lang = "nl";
  html.dataset.vertoning = sleutel;
  const nu = () => Number(html.dataset.dia || 0);
  const op = () => html.dataset.vertoning === sleutel && document.querySelector(".st-key-dia-0");
  const schaal = () => html.style.setProperty("--schaal", Math.max(0.5, Math.min(innerWidth / 960, innerHeight / 540)));
  const kijk = (n) => {
    const dia = Math.max(0, Math.min(aantal - 1, n));
    html.dataset.dia = dia;
    sessionStorage.setItem(sleutel, dia);
    document.querySelectorAll(".zaalteller").forEach((t) => { t.textContent = `${dia + 1} / ${aantal}`; });
    document.querySelectorAll(".zaaloverzicht li").forEach((li) => li.setAttribute("aria-current", String(Number(li.dataset.dia) === dia)));
    const meld = document.querySelector(".zaalmelding");
    if (meld) meld.textContent = `Scherm ${dia + 1} van ${aantal}: ${titels[dia]}`;
  };
  const overzicht = (aan) => {
    html.dataset.overzicht = aan ? "ja" : "nee";
    if (aan) document.querySelector(`.zaaloverzicht li[data-dia="${nu()}"]`)?.focus();
  };
  const vraag = (aan) => {
    html.dataset.vraag = aan ? "ja" : "nee";
    const vak = document.querySelector(".st-key-zaalvraag input");
    if (aan) { vak?.focus(); vak?.select(); } else vak?.blur();
  };
  const terug = () => { vraag(false); document.querySelector(".st-key-zaal-terug button")?.click(); };
  const doe = { volgende: () => kijk(nu() + 1), vorige: () => kijk(nu() - 1), overzicht: () => overzicht(html.dataset.overzicht !== "ja"), vraag: () => vraag(true) };
  window.zaal = { op, kijk, overzicht, terug, doe, schaal };
  schaal();
  html.dataset.overzicht = "nee";
  kijk(Number(sessionStorage.getItem(sleutel) || 0));
  if (html.dataset.luistert) return;
  html.dataset.luistert = "ja";
  // Listeners outlive a rerun and a page: what they do is looked up anew, and only while presenting.
  addEventListener("resize", () => window.zaal.schaal());
  addEventListener("keydown", (e) => {
    const z = window.zaal;
    if (!z?.op() || e.ctrlKey || e.metaKey || e.altKey) return;
    const typt = e.target.matches?.("input, textarea");
    if (e.key === "Escape") { if (html.dataset.overzicht === "ja") z.overzicht(false); else z.terug(); e.preventDefault(); return; }
    if (typt) return;
    const stap = {
      ArrowRight: z.doe.volgende, ArrowDown: z.doe.volgende, PageDown: z.doe.volgende, " ": z.doe.volgende, n: z.doe.volgende,
      ArrowLeft: z.doe.vorige, ArrowUp: z.doe.vorige, PageUp: z.doe.vorige, p: z.doe.vorige,
      Home: () => z.kijk(0), End: () => z.kijk(1e6), o: z.doe.overzicht, v: z.doe.vraag, "/": z.doe.vraag,
      f: () => (document.fullscreenElement ? document.exitFullscreen() : html.requestFullscreen()),
    }[e.key];
    const gekozen = e.target.closest?.("[data-dia][role='link'], [data-doe]");
    if (e.key === "Enter" && gekozen) gekozen.click();
    else if (e.key === "Enter") z.doe.volgende();
    else if (stap) stap();
    else return;
    e.preventDefault();
  }, true);
  addEventListener("click", (e) => {
    const z = window.zaal;
    if (!z?.op()) return;
    const knop = e.target.closest("[data-doe]"), regel = e.target.closest(".zaaloverzicht li");
    if (knop) z.doe[knop.dataset.doe]();
    if (regel) { z.kijk(Number(regel.dataset.dia)); z.overzicht(false); }
  });
  let begin = null;
  addEventListener("touchstart", (e) => { begin = e.touches.length === 1 ? e.touches[0] : null; }, { passive: true });
  addEventListener("touchend", (e) => {
    const eind = e.changedTouches[0], z = window.zaal;
    if (!begin || !z?.op() || html.dataset.overzicht === "ja") return;
    const x = eind.clientX - begin.clientX, y = eind.clientY - begin.clientY;
    if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y)) z.doe[x < 0 ? "volgende" : "vorige"]();
  }, { passive: true });
})();
