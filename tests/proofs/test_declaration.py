"""Real text that nobody here wrote, set in the handout: it fits, and its lines end where they may."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from proofs.declaration import bring, read, say_instead
from proofs.lines import wrong_line_ends
from proofs.tools import needs

from press import job
from press.catalog.catalog import Catalog
from press.composition.layout import Layout
from press.edition import Edition
from press.errors import OversetError
from press.imposition.impose import USUAL
from press.ticket import write_ticket
from press.translation import translate as translating
from press.typesetting.engine import Typesetter
from press.typesetting.fit import Fitted, fit

# Tag, code in the package, and the language of the press that it is set like.
OWN = """
en=eng es=spa pt-BR=por_BR ht=hat_popular zh-Hans=cmn_hans vi=vie fr=fra ar=arb ru=rus uk=ukr ko=kor
fa=pes_1 pa=pan fil=tgl am=amh so=som hi=hin ne=nep bn=ben ur=urd sw=swh pl=pol ti=tir ps=pbu
fa-AF=pes_2 quc=quc mam=mam kek=kek hmn=blu nv=nav gu=guj he=heb ja=jpn mn=khk
zh-Hant=cmn_hant km=khm my=mya lo=lao ta=tam te=tel hy=hye ka=kat kea=kea
"""
OTHERS = """
de=deu_1996=fr it=ita=fr nl=nld=fr tr=tur=pl ro=ron_2006=pl hu=hun=pl cs=ces=pl sk=slk=pl hr=hrv=pl
sr=srp_cyrl=ru bg=bul=ru be=bel=ru mk=mkd=ru kk=kaz=mn el=ell_monotonic=ru id=ind=fil ms=mly_latn=fil
yo=yor=vi ig=ibo=vi ha=hau_NG=so zu=zul=sw xh=xho=sw rw=kin=sw ln=lin_tones=vi qu=quz=es gn=gug=es
nhn=nhn=es yi=ydd=he lt=lit=pl sq=als=fr mg=plt=fr
mr=mar=hi
"""
LEFT_OUT = {
    "kjb": "the package has no text in it",
    "ksw": "the package has no text in it",
    "th": "Pango ends lines by its own list of Thai words too, in three places where ICU's does not",
}
# How long its texts are beside the English, and its longest word: wide letters and tall lines leave
# room for fewer. The first that fits is judged.
CUTS = ((1.0, 999), (0.8, 999), (0.6, 999), (0.4, 999), (0.6, 9), (0.4, 7))


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bring(tmp_path_factory.mktemp("declaration"))


def test_no_language_is_forgotten(catalog: Catalog) -> None:
    declared = {named.split("=")[0] for named in OWN.split()}
    assert catalog.languages.keys() == declared | LEFT_OUT.keys()
    assert not declared & LEFT_OUT.keys()


@pytest.mark.slow
@needs("npm")
@pytest.mark.parametrize("named", [*OWN.split(), *OTHERS.split()])
def test_the_declaration_is_set_in_the_handout(
    catalog: Catalog,
    typesetter: Typesetter,
    package: Path,
    named: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tag, code, *like = named.split("=")
    language = catalog.languages[like[0] if like else tag]
    own = replace(catalog, languages={**catalog.languages, tag: language})
    english = translating.translate(catalog, catalog.flyers["know-your-rights"], "en")
    declaration = read(package, code)
    fitted: list[Fitted] = []

    def fit_and_keep(layout: Layout, typesetter: Typesetter) -> Fitted:
        fitted.append(fit(layout, typesetter))
        return fitted[-1]

    monkeypatch.setattr(job, "fit", fit_and_keep)
    for share, longest in CUTS:
        said = say_instead(english, tag, language, declaration, share, longest)
        monkeypatch.setattr(translating, "translate", lambda *_, said=said: said)
        order = write_ticket(own, Edition("know-your-rights", tag, "letter"), USUAL)
        with suppress(OversetError):
            job.make_edition(order, typesetter)
            break
    assert fitted, "it fits at no length"
    ends, wrong = wrong_line_ends(fitted[0].document, tag)
    assert ends > 8  # Urdu is so narrow that most of its texts take one line
    assert wrong == []
