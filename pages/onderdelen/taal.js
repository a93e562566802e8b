// Streamlit has no setting for its language: its own few words are replaced as they appear.
(() => {
  document.documentElement.lang = "nl";
  if (window.nederlands) return;
  window.nederlands = true;
  const woorden = {
    "Select all": "Alles kiezen", "Deselect all": "Niets kiezen", "No results": "Niets gevonden",
    "Clear all": "Alles wissen", "Clear value": "Wissen", "Clear": "Wissen", "Open": "Openen", "Close": "Sluiten",
    "Choose date": "Kies een datum", "yyyy": "jjjj", "App pages": "Pagina's", "Sidebar": "Filters", "Skip to main content": "Ga naar de inhoud", "Help": "Uitleg",
    "Collapse sidebar": "Filters verbergen", "Expand sidebar": "Filters tonen",
    "Fullscreen": "Volledig scherm", "Close fullscreen": "Volledig scherm sluiten", "View fullscreen": "Volledig scherm",
    "Link to heading": "Koppeling naar deze kop", "Running...": "Bezig …", "Stop": "Stoppen",
    "Streamlit server is not responding. Are you connected to the internet?":
      "Het dashboard antwoordt niet. Controleer de verbinding; de pagina komt vanzelf terug.",
    "Connecting": "Verbinden", "CONNECTING": "VERBINDEN", "Connection error": "Geen verbinding",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "Het dashboard antwoordt niet. Wacht even of vraag de beheerder het opnieuw te starten.",
    "Remove file": "Bestand weghalen", "file upload": "bestand kiezen", "Upload": "Bestand kiezen", "Add files": "Bestanden toevoegen",
    "200MB per file": "of sleep het hierheen, tot 200 MB per bestand", "1MB per file": "of sleep het hierheen, tot 1 MB", "20MB per file": "of sleep het hierheen, tot 20 MB",
    "File must be 200MB or smaller.": "Het bestand is groter dan 200 MB.",
    "File must be 20MB or smaller.": "Het bestand is groter dan 20 MB.",
    "File must be 1MB or smaller.": "Het bestand is groter dan 1 MB.",
    "Next month": "Volgende maand", "Previous month": "Vorige maand", "Previous": "Vorige", "Next": "Volgende",
    "Press Enter to submit form": "Enter bewaart", "Press Ctrl+Enter to submit form": "Ctrl+Enter bewaart",
    "Press ⌘+Enter to submit form": "⌘+Enter bewaart", "Press Enter to apply": "Enter past toe",
    "Calendar": "Kalender", "Loading...": "Laden …", "Page not found": "Pagina niet gevonden",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "Deze pagina bestaat niet. U ziet het overzicht.",
    "You have requested page /%s, but no corresponding file was found in the app's pages/ directory":
      "Deze pagina bestaat niet",
  };
  const begin = { "Add: ": "Nieuw: ", "Help for ": "Uitleg bij ", "Fullscreen: ": "Volledig scherm: ", "Remove ": "Haal weg: ", "Clear ": "Wis " };
  const vertaald = (tekst) => {
    const kaal = tekst.trim();
    if (woorden[kaal]) return tekst.replace(kaal, woorden[kaal]);
    const meer = kaal.match(/^(\d+) more$/);
    if (meer) return tekst.replace(kaal, `nog ${meer[1]}`);
    for (const [en, nl] of Object.entries(begin)) if (kaal.startsWith(en)) return tekst.replace(en, nl);
    return tekst;
  };
  const kenmerken = ["aria-label", "title", "placeholder"];
  const knoop = (n) => {
    if (n.nodeType === 3) {
      if (vertaald(n.data) !== n.data) n.data = vertaald(n.data);
    } else if (n.nodeType === 1 && n.tagName !== "svg") {
      for (const k of kenmerken) {
        const oud = n.getAttribute(k);
        if (oud && vertaald(oud) !== oud) n.setAttribute(k, vertaald(oud));
      }
      n.childNodes.forEach(knoop);
    }
  };
  knoop(document.body);
  new MutationObserver((lijst) => {
    for (const m of lijst) {
      if (m.type === "childList") m.addedNodes.forEach(knoop);
      else if (m.type === "characterData") knoop(m.target);
      else if (m.target.nodeType === 1) {
        const oud = m.target.getAttribute(m.attributeName);
        if (oud && vertaald(oud) !== oud) m.target.setAttribute(m.attributeName, vertaald(oud));
      }
    }
  }).observe(document.body, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: kenmerken,
  });
})();
