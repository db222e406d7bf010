"""The words of diagnosing and treating, which no medical action may use: our own list, by language.

They are written as `words` says. Everyday words are not here, even where a doctor uses them too.
Nor is who helps: a diabetes nurse, a therapist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from kansrijk.pack.words import pattern, plain, words_of

Kind = Literal["diagnosis", "test", "dose", "medicine", "therapy"]

WORDS: Mapping[str, Mapping[Kind, str]] = {
    "nl": {
        "diagnosis": """
            diagnos* diabetes* diabeet *diabetes suikerziekte depressi* *depressie psychose
            psychoses psychotisch* *psychose hypertensi* *eclampsi* hellp* *vergiftiging anemie
            bloedarmoede trombose* *trombose infectie* blaasinfectie* urineweginfectie* hepatitis*
            syfilis chlamydia hiv soa kanker* *kanker epilep* astma* schizofren* bipolair*
            borderline* anorexi* boulimi* autis* adhd ptss stoornis* *stoornis *stoornissen
            syndroom* *syndroom verslaaf* verslaving *verslaving obesitas aandoening*
            *aandoening *aandoeningen
        """,
        "test": """
            test tests testen testje getest bloedtest* urinetest* drugstest* zwangerschapstest*
            suikertest* vlokkentest* nipt echo *echo echoscop* bloedonderzoek* urineonderzoek*
            bloedafname* bloedprik* bloed_prikken bloeddruk* bloedsuiker* glucose* rontgen*
            biops* ctscan* mri* uitstrijkje* lab laboratorium* vruchtwaterpunctie* ecg ctg
            hielprik*
        """,
        "dose": "dosis doses dosering* doseer* doseren mg mcg μg ml millig* microg* millilit*",
        "medicine": """
            medicijn* medicat* medicament* geneesmiddel* antidepress* antibiot* antipsychot*
            ssri* slaapmiddel* pijnstiller* paracetamol* ibuprofen* aspirine* insuline*
            metformin* foliumzuur* vitamin* nicotinepleister* nicotinevervang*
            nicotinekauwgom* methadon* lithium* *azepam vaccin* pil pillen anticonceptiepil*
            spiraaltje*
        """,
        "therapy": """
            therapie* *therapie *therapieen behandeling* *behandeling behandelplan* operatie*
            opereer* opereren ingreep keizersnede* infuus bestral* chemo* emdr dieet dieten
            *dieet afkickprogramma*
        """,
    },
    "en": {
        "diagnosis": """
            diagnos* diabet* depression depressed depressive psychosis psychoses psychotic
            hypertensi* *eclampsi* hellp anaemi* anemi* thrombo* infection* hepatiti* syphili*
            chlamydi* hiv cancer* epilep* asthma* schizophren* bipolar borderline anorexi*
            bulimi* autis* adhd ptsd disorder disorders syndrome* addict* obesity
        """,
        "test": """
            test tests testing tested ultrasound* blood_pressure blood_sugar blood_sample*
            urine_sample* blood_work bloodwork glucose* xray* biops* ct_scan* mri* smear_test*
            ecg ctg
        """,
        "dose": "dose doses dosage* dosing mg mcg μg ml milligram* microgram* millilit*",
        "medicine": """
            medicine* medication* antidepress* antibiot* antipsychot* ssri* painkiller*
            paracetamol* ibuprofen* aspirin* insulin* metformin* folic_acid vitamin*
            nicotine_patch* nicotine_replacement nicotine_gum methadon* lithium *azepam
            vaccin* pill pills prescri*
        """,
        "therapy": """
            therapy therapies *therapy treatment* surgical operation operations caesarean*
            cesarean* infusion* radiation chemo* emdr detox*
        """,
    },
    "fr": {
        "diagnosis": """
            diagnosti* diabet* depressi* deprime* psychose* psychotique* hypertension
            *eclampsie* anemi* thrombose* infection* hepatit* syphilis chlamydi* vih cancer*
            epilep* asthm* schizophren* bipolaire* borderline anorexi* boulimi* autis* tdah
            syndrome* obesite toxicoman* addiction addictions
        """,
        "test": """
            test tests tester teste testee depistage* echographi* prise_de_sang
            prises_de_sang analyse_de_sang analyses_de_sang analyse_d_urine analyses_d_urine
            glycemi* radiographi* biops* irm frottis tension_arterielle ecg
        """,
        "dose": "dose doses dosage* posologi* mg mcg μg ml milligramme* microgramme* millilitre*",
        "medicine": """
            medicament* antidepress* antibiot* antipsychot* antidouleur* paracetamol*
            ibuprofen* aspirine* insuline* metformine* acide_folique vitamin*
            patch_a_la_nicotine methadon* lithium *azepam vaccin* pilule* prescri* sterilet*
        """,
        "therapy": """
            therapie* *therapie *therapies traitement* chirurgical* cesarienne* perfusion*
            radiotherap* chimio* emdr sevrage
        """,
    },
}

COMPOUNDS = (
    "*verpleegkundige *verpleegkundigen *arts *artsen *poli *zorg *hulp *team *coach *spreekuur "
    "*centrum *kliniek *consulent *specialist *deskundige"
)
"""In Dutch a word that ends so is somebody who helps: diabetesverpleegkundige."""
BEHIND = (
    "nurse nurses clinic clinics care service services team specialist specialists centre doctor "
    "counsellor coach"
)
"""In English one of these behind it says so: addiction care."""

NUMBER_OF = re.compile(r"\d\s*(?:tablet|capsule|comprim|gélule)\w*", re.IGNORECASE)


class Found(NamedTuple):
    word: str
    kind: Kind


def medical_words(text: str, language: str) -> Iterator[Found]:
    """The words of a text that diagnose or treat, as they stand there but for hyphens."""
    kinds = _kinds(language)
    for number in NUMBER_OF.finditer(text if kinds else ""):
        yield Found(number[0], "dose")
    words = words_of(text)
    bare = [plain(word) for word in words]
    for n in range(len(words)):
        from_here = " ".join(bare[n:])
        for kind, sought in kinds:
            found = sought.match(from_here)
            if found and not _helps(bare[n], bare[n + 1 : n + 2], language):
                yield Found(" ".join(words[n : n + 1 + found[0].count(" ")]), kind)


def _helps(word: str, behind: list[str], language: str) -> bool:
    """Whether it is part of the name of who helps."""
    if language == "nl":
        return bool(pattern(COMPOUNDS).fullmatch(word))
    return language == "en" and any(map(pattern(BEHIND).fullmatch, behind))


@lru_cache(maxsize=16)
def _kinds(language: str) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple((kind, pattern(words)) for kind, words in WORDS.get(language, {}).items())
