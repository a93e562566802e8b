"""Pseudonyms: the same person the same, another another, and no way back without the key."""

import hashlib
import hmac
import os
import stat
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.inlezen import pseudoniem
from core.inlezen.fout import Geweigerd
from core.inlezen.pseudoniem import Pseudonimiseerder, Ruimte, elfproef, normaal_bsn, normaal_nummer


@given(st.binary(min_size=1, max_size=100), st.text(max_size=40), st.sampled_from(list(Ruimte)))
def test_is_hmac_sha256_van_de_eerste_128_bits(sleutel, nummer, ruimte):
    eigen = hmac.new(sleutel, f"{ruimte}:{nummer}".encode(), hashlib.sha256).hexdigest()[:32]
    assert Pseudonimiseerder(sleutel, ruimte)(nummer) == eigen


def test_clientnummer_en_bsn_zijn_aparte_ruimten():
    assert Pseudonimiseerder(b"s", Ruimte.CLIENT)("123456782") != Pseudonimiseerder(b"s", Ruimte.BSN)(
        "123456782"
    )


@pytest.mark.parametrize(
    ("tekst", "nummer"), [(" 1001 ", "1001"), ("1001.0", "1001"), ("0012", "0012"), ("A-12", "A-12")]
)
def test_nummer(tekst, nummer):
    assert normaal_nummer(tekst) == nummer


@pytest.mark.parametrize("tekst", ["1,23457E+11", "1.5e8", "1.23E12"])
def test_afgekapt_nummer_is_geen_nummer(tekst):
    with pytest.raises(ValueError, match="rekenblad"):
        normaal_nummer(tekst)


@pytest.mark.parametrize("tekst", ["12345672", "012345672", "12345672.0", " 0123.45.672 "])
def test_bsn_wordt_negen_cijfers(tekst):
    assert normaal_bsn(tekst) == "012345672"


@pytest.mark.parametrize("tekst", ["1234567890", "A23456782", "0", "000000000"])
def test_geen_bsn(tekst):
    with pytest.raises(ValueError):
        normaal_bsn(tekst)


def test_elfproef():
    assert elfproef("123456782") and elfproef("111222333")
    assert not elfproef("123456789")
    assert not elfproef("111111111") and not elfproef("000000000")


def test_sleutel_wordt_bij_eerste_gebruik_gemaakt_en_is_van_niemand_anders(tmp_path):
    een = pseudoniem.sleutel(tmp_path)
    assert len(een) == 32
    assert pseudoniem.sleutel(tmp_path) == een
    assert stat.S_IMODE((tmp_path / "sleutel").stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["sleutel"]


def test_sleutel_uit_de_omgeving_gaat_voor(tmp_path, monkeypatch):
    monkeypatch.setenv("JEUGD_SLEUTEL", "een heel lang geheim")
    assert pseudoniem.sleutel(tmp_path) == b"een heel lang geheim"
    assert not (tmp_path / "sleutel").exists()
    monkeypatch.setenv("JEUGD_SLEUTEL", "kort")
    with pytest.raises(Geweigerd, match="te kort"):
        pseudoniem.sleutel(tmp_path)


def test_verdwenen_sleutel_wordt_niet_stil_vervangen(tmp_path):
    with pytest.raises(Geweigerd, match="ontbreekt"):
        pseudoniem.sleutel(tmp_path, nieuw_mag=False)


def test_processen_die_samen_beginnen_hebben_een_sleutel(tmp_path):
    code = f"from core.inlezen.pseudoniem import sleutel; from pathlib import Path; print(sleutel(Path({str(tmp_path)!r})).hex())"
    kinderen = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=os.environ)
        for _ in range(4)
    ]
    assert len({k.communicate()[0] for k in kinderen}) == 1
