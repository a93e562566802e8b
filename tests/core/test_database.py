"""The build: from lines to zorgmaanden, by the rules of the fact."""

from tests.conftest import levering


def test_een_maand_is_de_som_van_zijn_regels(maak_database):
    db = maak_database([{"bedrag": 100}, {"bedrag": 50}, {"bedrag": -30}])
    assert db.rijen("SELECT bedrag, in_zorg FROM zorgmaand") == [(12_000, True)]


def test_volledig_gecrediteerd_blijft_als_rij_zonder_zorg(maak_database):
    db = maak_database([{"bedrag": 100}, {"bedrag": -100}])
    assert db.rijen("SELECT bedrag, in_zorg FROM zorgmaand") == [(0, False)]


def test_afgewezen_en_in_behandeling_tellen_nooit(maak_database):
    db = maak_database([{"status": "afgewezen"}, {"status": "in behandeling"}, {"bedrag": 7}])
    assert db.rijen("SELECT sum(bedrag), count(*) FROM zorgmaand") == [(700, 1)]
    assert db.rijen("SELECT count(*) FROM regel") == [(3,)]


def test_lumpsum_is_in_zorg_met_meer_debet_dan_credit_ook_bij_nul_euro(maak_database):
    jb = {"segment": "Segment Jeugd JB/JR", "product": "Jeugdbescherming"}
    db = maak_database([
        jb | {"jeugdige": "a", "bedrag": 0, "debet": True},
        jb | {"jeugdige": "b", "bedrag": 0, "debet": True},
        jb | {"jeugdige": "b", "bedrag": 0, "debet": False},
    ])  # fmt: skip
    assert db.rijen("SELECT in_zorg FROM zorgmaand ORDER BY jeugdige") == [(True,), (False,)]


def test_kenmerk_is_laatste_gevulde_van_debet_voor_credit(maak_database):
    db = maak_database([
        {"verwijzer": "Huisarts", "declaratiemaand": "2023-03"},
        {"verwijzer": "Gemeente", "declaratiemaand": "2023-02"},
        {"verwijzer": None, "declaratiemaand": "2023-04"},
        {"verwijzer": "Rechter", "declaratiemaand": "2023-05", "bedrag": -1},
    ])  # fmt: skip
    assert db.rijen("SELECT verwijzer FROM zorgmaand") == [(1,)]


def test_elk_kenmerk_komt_van_de_laatste_regel_die_het_heeft(maak_database):
    # Lines that do not agree: buurt of the second, verwijzer of the third, intensiteit of the first.
    db = maak_database([
        {"buurt": "BU09350000", "verwijzer": "Gemeente", "intensiteit": "hoog"},
        {"buurt": "BU09350207", "verwijzer": "Gemeente"},
        {"verwijzer": "Rechter", "toewijzing": None},
    ])  # fmt: skip
    assert db.rijen("""
        SELECT b.naam, z.verwijzer, z.intensiteit, z.duur, z.bedrag
        FROM zorgmaand z JOIN buurt b ON b.nr = z.buurt
    """) == [("Malberg", 5, 2, 2, 30_000)]  # Rechter, hoog, duur unknown, three times 100 euros


def test_latere_levering_vervangt_dezelfde_maand_van_dezelfde_bron(maak_database):
    db = maak_database(
        [
            {"levering": 1, "leveringsmaand": "2023-01", "bedrag": 10},
            {"levering": 1, "leveringsmaand": "2023-02", "bedrag": 20},
            {"levering": 2, "leveringsmaand": "2023-02", "bedrag": 25},
            {"levering": 3, "leveringsmaand": "2023-02", "bedrag": 1},
            {"levering": 4, "leveringsmaand": "2023-02", "bedrag": 500},
        ],
        [levering(1), levering(2), levering(3, wijze="aanvullen"), levering(4, bron="PGB")],
    )
    assert db.rijen("SELECT maand % 12 + 1, bedrag FROM zorgmaand ORDER BY 1") == [
        (1, 1000),
        (2, 2500 + 100 + 50000),
    ]


def test_demo_telt_niet_naast_echte_leveringen(maak_database):
    regels = [{"levering": 1, "bedrag": 10}, {"levering": 2, "bedrag": 20}]
    echt = maak_database(regels, [levering(1, demo=True, bron="A"), levering(2, bron="B")])
    terug = maak_database(regels, [levering(1, demo=True, bron="A"), levering(2, bron="B", actief=False)])
    assert echt.rijen("SELECT sum(bedrag) FROM zorgmaand") == [(2000,)]
    assert (echt.stand.demo, terug.stand.demo) == (False, True)
    assert terug.rijen("SELECT sum(bedrag) FROM zorgmaand") == [(1000,)]


def test_segment_uit_bestand_anders_uit_indeling_anders_nog_in_te_delen(maak_database):
    db = maak_database([
        {"segment": "segment jeugd wonen", "product": "PLEEGZORG"},
        {"segment": None, "product": "begeleiding-individueel"},
        {"segment": None, "product": "Pleegzorg"},
        {"segment": None, "product": "Iets nieuws"},
    ])  # fmt: skip
    assert db.rijen(
        "SELECT s.naam, p.naam FROM zorgmaand z JOIN product p ON p.nr = z.product JOIN segment s ON s.nr = z.segment ORDER BY 1, 2"
    ) == [
        ("Nog in te delen", "Iets nieuws"),
        ("Nog in te delen", "Pleegzorg"),
        ("Segment Jeugd Ambulant", "Begeleiding Individueel"),
        ("Segment Jeugd Wonen", "Pleegzorg"),
    ]


def test_aanbieder_varianten_in_hoofdletters_en_spaties_zijn_een(maak_database):
    db = maak_database([{"aanbieder": "Adelante"}, {"aanbieder": "ADELANTE "}, {"aanbieder": "Adelante"}])
    assert db.keuzes["aanbieder"] == ["Adelante"]


def test_buurt_buiten_gemeente_en_onbekend_apart(maak_database):
    db = maak_database([
        {"jeugdige": "a", "buurt": "BU09350207"},
        {"jeugdige": "b", "buurt": "Buiten gemeente"},
        {"jeugdige": "c", "buurt": None},
    ])  # fmt: skip
    assert db.rijen("SELECT b.naam FROM zorgmaand z JOIN buurt b ON b.nr = z.buurt ORDER BY 1") == [
        ("Buiten gemeente",),
        ("Malberg",),
        ("Onbekend",),
    ]


def test_lege_database_heeft_een_stand_en_geen_keuzes(maak_database):
    db = maak_database([], [])
    assert db.stand.eerste_maand is None
    assert db.keuzes["jaar"] == []
