"""What the programme looks like without kansrijk, to measure against.

`plain_class`: a plain Python function that gives only the class. `HandWritten`: a durable
ruleset as one would write it by hand, with the true side of the criteria, signals, classes
and actions alone: no unknowns, no reasons, no dates.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from durable.engine import Host

HARD = ("moeilijk", "zeer_moeilijk")
USES = ("gestopt_in_zwangerschap", "soms", "dagelijks")
SIGNALS = (
    "geen_onderdak",
    "dreigende_uithuiszetting",
    "huiselijk_geweld",
    "geen_inkomen",
    "afsluiting_energie_of_water",
    "psychische_crisis",
)
STRENGTHS = (
    "iemand_in_vertrouwen",
    "steun_van_partner",
    "band_met_kind",
    "stabiele_woning",
    "werk_of_opleiding",
    "vaste_dagstructuur",
    "zorgt_goed_voor_zichzelf",
    "eigen_plannen",
)


def plain_class(facts: Mapping[str, Any], line: Any, cut_off: Any) -> str | None:
    """The class of typed facts, with the income line and BMI cut-off worked out beforehand."""
    get = facts.get
    hard = get("rondkomen")
    income, poor = get("netto_maandinkomen"), None
    if income is not None and line is not None:
        poor = income <= line
    elif hard is not None:
        poor = hard in HARD
    ways = (
        get("schuldhulpverlening"),
        get("problematische_schulden"),
        None if hard is None else hard in HARD,
        poor,
    )
    money = True if True in ways else None if None in ways else False
    partner = get("partner")
    alone = None if partner is None else partner in ("geen", "niet_samenwonend")
    bmi = get("bmi")
    heavy = None if bmi is None or cut_off is None else bmi >= cut_off
    used = [None if u is None else u in USES for u in (get("roken"), get("cannabis"))]
    smokes = True if True in used else None if None in used else False
    people, score, small = get("steunpersonen"), get("lsns6_score"), get("netwerk_te_klein")
    few = people < 3 if people is not None else score < 12 if score is not None else None
    network = True if small or few else None if small is None or few is None else False
    found = (money, alone, heavy, smokes, network)
    true, may_be = found.count(True), 5 - found.count(False)
    if true >= 3:
        return "zeer_kwetsbaar"
    if may_be >= 3:
        return None
    return "kwetsbaar" if true >= 2 else "regulier" if may_be < 2 else None


def _of(*findings: str) -> list[list[str]]:
    return [[finding] for finding in findings]


GRADED = _of("zeer_kwetsbaar", "kwetsbaar")
ACTIONS: dict[str, list[list[str]]] = {
    "plan_samen_maken": GRADED,
    "een_programma_tegelijk": GRADED,
    "prenataal_huisbezoek": GRADED,
    "voortbouwen_op_kracht": _of(*STRENGTHS),
    "nazorg_afspreken": GRADED,
    "tolk_inzetten": _of("tolk_nodig"),
    "bezoeker_met_haar_taal": _of("tolk_nodig"),
    "gezag_regelen": _of("minderjarig"),
    "minimaregelingen_aanvragen": _of("sociaal_minimum"),
    "bijzondere_bijstand": _of("sociaal_minimum"),
    "kraamzorg_verzekerd": _of("sociaal_minimum"),
    "schuldhulp_aanmelden": [["sociaal_minimum", "problematische_schulden"]],
    "schuldhulp_afstemmen": [["sociaal_minimum", "schuldhulpverlening"]],
    "steun_bij_de_bevalling": _of("alleenstaand"),
    "achterwacht_regelen": _of("alleenstaand"),
    "eten_bewegen_bespreken": _of("overgewicht"),
    "overleg_gynaecoloog": [["overgewicht", "bmi_40"]],
    "leefstijl_bij_de_huisarts": [["overgewicht", "volwassen"]],
    "overleg_jeugdarts": [["overgewicht", "minderjarig"]],
    "samen_koken_en_bewegen": _of("overgewicht"),
    "gesprek_over_gebruik": _of("roken_en_cannabis"),
    "gebruik_na_de_geboorte": _of("roken_en_cannabis"),
    "spanning_en_gebruik": _of("roken_en_cannabis"),
    "overleg_over_cannabis": [["roken_en_cannabis", "cannabis_nu"]],
    "stoppen_met_roken": _of("roken_nu"),
    "rookvrij_voor_de_zwangerschap": _of("roken_dagelijks"),
    "rookvrij_opgroeien": _of("roken_nu"),
    "netwerkkaart_maken": _of("klein_netwerk"),
    "maatje_zoeken": _of("klein_netwerk"),
    "steungezin_zoeken": _of("klein_netwerk", "alleenstaand"),
    "groepszorg_aanbieden": _of("klein_netwerk"),
    "moeders_informeren_moeders": _of("klein_netwerk"),
    "stevig_ouderschap": [["klein_netwerk", "regulier", "jong_genoeg"]],
    "slaapplek_regelen": _of("geen_onderdak"),
    "zorg_loopt_door": _of("geen_onderdak", "dreigende_uithuiszetting", "geen_inkomen"),
    "huis_licht_en_water_behouden": _of("dreigende_uithuiszetting", "afsluiting_energie_of_water"),
    "inkomen_regelen": _of("geen_inkomen"),
    "gezondheid_bij_afsluiting": _of("afsluiting_energie_of_water"),
    "stappen_van_de_meldcode": _of("huiselijk_geweld"),
    "veilig_bezoek": _of("huiselijk_geweld"),
    "alleen_spreken_bij_controle": _of("huiselijk_geweld"),
    "crisishulp_inschakelen": _of("psychische_crisis"),
    "overleg_pop_poli": _of("psychische_crisis"),
    "steun_om_haar_heen": _of("psychische_crisis"),
    "gesprek_nu_niet_zwanger": [["gesprek_kinderwens", "niet_zwanger"]],
}


class QuietHost(Host):  # type: ignore[misc]
    """The package's host without its timer threads, which are never collected."""

    def _run(self) -> None:
        pass


class HandWritten:
    """Three rulesets, one for each stratum; every rule one pattern on one fact."""

    def __init__(self) -> None:
        self.fired: set[str] = set()
        facts: dict[str, list[dict[str, Any]]] = {
            "sociaal_minimum": [
                {"schuldhulpverlening": True},
                {"problematische_schulden": True},
                {"rondkomen": "moeilijk"},
                {"rondkomen": "zeer_moeilijk"},
                {"onder_de_grens": True},
            ],
            "alleenstaand": [{"partner": "geen"}, {"partner": "niet_samenwonend"}],
            "overgewicht": [{"te_zwaar": True}],
            "roken_en_cannabis": [{fact: use} for fact in ("roken", "cannabis") for use in USES],
            "klein_netwerk": [
                {"netwerk_te_klein": True},
                {"$lt": {"steunpersonen": 3}},
                {"$lt": {"lsns6_score": 12}},
            ],
            **{signal: [{signal: True}] for signal in SIGNALS},
        }
        self.host = QuietHost(
            {
                "facts": self._rules({id: [[p] for p in ways] for id, ways in facts.items()}),
                "counts": self._rules(
                    {
                        "zeer_kwetsbaar": [[{"$gte": {"count": 3}}]],
                        "kwetsbaar": [[{"count": 2}]],
                        "regulier": [[{"$lt": {"count": 2}}]],
                    }
                ),
                "actions": self._rules(
                    {
                        id: [[{name: True} for name in names] for names in ways]
                        for id, ways in ACTIONS.items()
                    }
                ),
            }
        )

    def _rules(self, ways: Mapping[str, list[list[dict[str, Any]]]]) -> dict[str, Any]:
        """A rule for each way, and a header that always fires."""
        header = {"header": 1}
        rules: dict[str, Any] = {
            "header": {"all": [{"m": header}], "run": lambda c: None},
        }
        for id, alternatives in ways.items():
            for i, pattern in enumerate(alternatives):
                rules[f"{id}_{i}"] = {
                    "all": [{"m": {"$and": [header, *pattern]}}],
                    "run": self._recorder(id),
                }
        return rules

    def _recorder(self, id: str) -> Any:
        return lambda c: self.fired.add(id)

    def run(self, facts: Mapping[str, Any]) -> set[str]:
        """The ids that fired: criteria, signals, class, actions."""
        self.fired = set()
        self._assert("facts", facts)
        count = len(self.fired) - len(self.fired.intersection(SIGNALS))
        self._assert("counts", {"count": count})
        self._assert("actions", {**facts, **dict.fromkeys(self.fired, True)})
        return self.fired

    def _assert(self, ruleset: str, facts: Mapping[str, Any]) -> None:
        try:
            self.host.assert_fact(ruleset, {"sid": "1", "header": 1, **facts})
        finally:
            self.host.delete_state(ruleset, "1")
