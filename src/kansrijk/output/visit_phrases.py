"""The phrases of visits: their days, why they are not those by the book, what has changed."""

from __future__ import annotations

VISIT_PHRASES: dict[str, dict[str, str]] = {
    # Of the calendar: a word that any diary holds.
    "calendar_visit": {"nl": "Afspraak", "en": "Appointment", "fr": "Rendez-vous"},
    "head_visits": {"nl": "Huisbezoeken", "en": "Home visits", "fr": "Visites à domicile"},
    "visit_hours": {
        "nl": "Een bezoek duurt {hours} uur.",
        "en": "A visit takes {hours} hours.",
        "fr": "Une visite dure {hours} heures.",
    },
    "visit_hours_one": {
        "nl": "Een bezoek duurt een uur.",
        "en": "A visit takes an hour.",
        "fr": "Une visite dure une heure.",
    },
    "visit_prefers": {
        "nl": "Het liefst op {days}.",
        "en": "She likes {days} best.",
        "fr": "De préférence le {days}.",
    },
    "visit_prefers_time": {
        "nl": "Het liefst om {time}.",
        "en": "She likes {time} best.",
        "fr": "De préférence à {time}.",
    },
    "visit_prefers_both": {
        "nl": "Het liefst op {days}, om {time}.",
        "en": "She likes {days} best, at {time}.",
        "fr": "De préférence le {days}, à {time}.",
    },
    "visit_with": {
        "nl": "{phase}, {role}",
        "en": "{phase}, {role}",
        "fr": "{phase}, {role}",
    },
    "visit_along": {
        "nl": "{phase}, {role} samen met {along}",
        "en": "{phase}, {role} together with {along}",
        "fr": "{phase}, {role} avec {along}",
    },
    "visit_at": {
        "nl": "om {time}, {who}",
        "en": "at {time}, {who}",
        "fr": "à {time}, {who}",
    },
    "visit_handover": {
        "nl": "overdracht: de student en de volgende student komen samen",
        "en": "handover: this student and the next one come together",
        "fr": "passage de relais : les deux étudiants viennent ensemble",
    },
    "visit_instead": {
        "nl": "in plaats van {day}: {because}",
        "en": "instead of {day}: {because}",
        "fr": "au lieu de {day} : {because}",
    },
    "why_weekend": {"nl": "weekend", "en": "weekend", "fr": "week-end"},
    "why_holiday": {"nl": "feestdag", "en": "public holiday", "fr": "jour férié"},
    "why_absence": {
        "nl": "dan is er iemand weg",
        "en": "somebody is away then",
        "fr": "quelqu'un est absent ce jour-là",
    },
    "why_preference": {
        "nl": "een andere dag komt haar beter uit",
        "en": "another day suits her better",
        "fr": "un autre jour lui convient mieux",
    },
    "why_distance": {
        "nl": "te dicht op een ander bezoek",
        "en": "too close to another visit",
        "fr": "trop près d'une autre visite",
    },
    "why_absence_near": {
        "nl": "het schuift mee, want vlakbij is er iemand weg",
        "en": "it moves along, because somebody is away close to it",
        "fr": "elle se déplace aussi, car quelqu'un est absent à un jour proche",
    },
    "why_kept": {
        "nl": "zo was het al gepland",
        "en": "that is how it was planned",
        "fr": "c'était déjà prévu ainsi",
    },
    "why_passed": {
        "nl": "die dag is voorbij",
        "en": "that day has passed",
        "fr": "ce jour est passé",
    },
    "timeline_phase": {
        "nl": "{label}, vanaf {start}: {done} geweest, {missed} niet doorgegaan, nog {visits}",
        "en": "{label}, from {start}: {done} done, {missed} missed, {visits} to come",
        "fr": "{label}, à partir du {start} : {done} faites, {missed} manquées, encore {visits}",
    },
    "why_how_often": {
        "nl": "hoe vaak er iemand komt, is veranderd",
        "en": "how often somebody comes has changed",
        "fr": "la fréquence des visites a changé",
    },
    "why_phase": {
        "nl": "de fase begint of eindigt op een andere dag",
        "en": "the phase begins or ends on another day",
        "fr": "la phase commence ou finit un autre jour",
    },
    "why_moved": {
        "nl": "met haar verzet",
        "en": "moved in agreement with her",
        "fr": "déplacée en accord avec elle",
    },
    "visits_more": {
        "nl": "... en nog {n}, het laatste op {last}‹; met --all zie je ze alle›.",
        "en": "... and {n} more, the last on {last}‹; --all shows every one›.",
        "fr": "... et encore {n}, la dernière le {last}‹ ; --all les montre toutes›.",
    },
    "visits_by_the_book": {
        "nl": "Dagen volgens het boekje; spreek de echte dagen met haar af.",
        "en": "Days by the book; agree on the real days with her.",
        "fr": "Jours calculés selon les règles ; convenez des vrais jours avec elle.",
    },
    "visits_agree": {
        "nl": "Spreek de dagen met haar af.",
        "en": "Agree on the days with her.",
        "fr": "Convenez des jours avec elle.",
    },
    "visits_without_day": {
        "nl": "Geen dag gevonden voor {n} bezoeken, en die worden niet ingehaald: {days}.",
        "en": "No day was found for {n} visits, and they are not caught up: {days}.",
        "fr": "Aucun jour trouvé pour {n} visites, qui ne sont pas rattrapées : {days}.",
    },
    "visits_without_day_one": {
        "nl": "Geen dag gevonden voor één bezoek, en dat wordt niet ingehaald: {days}.",
        "en": "No day was found for one visit, and it is not caught up: {days}.",
        "fr": "Aucun jour trouvé pour une visite, qui n'est pas rattrapée : {days}.",
    },
    "visit_without_day": {
        "nl": "{day} ({because})",
        "en": "{day} ({because})",
        "fr": "{day} ({because})",
    },
    "phase_progress": {
        "nl": "geweest: {done}; niet doorgegaan: {missed}",
        "en": "done: {done}; missed: {missed}",
        "fr": "faites : {done} ; manquées : {missed}",
    },
    "visits_language": {
        "nl": "Zoek een student die haar taal spreekt (zie “{fact}”).",
        "en": "Look for a student who speaks her language (see “{fact}”).",
        "fr": "Cherchez un étudiant qui parle sa langue (voir « {fact} »).",
    },
    "visits_language_until": {
        "nl": "Van de student die vanaf {day} komt, is niet bekend dat die haar taal spreekt (zie “{fact}”).",
        "en": "The student who comes from {day} on is not known to speak her language (see “{fact}”).",
        "fr": "À partir de {day} vient un étudiant dont on ne sait pas s'il parle sa langue (voir « {fact} »).",
    },
    "visits_language_spoken": {
        "nl": "Wie er komt, spreekt haar taal (zie “{fact}”).",
        "en": "Whoever comes speaks her language (see “{fact}”).",
        "fr": "Les étudiants qui viennent parlent sa langue (voir « {fact} »).",
    },
    "visits_language_from": {
        "nl": "Vanaf {day} komt er een student die haar taal spreekt (zie “{fact}”).",
        "en": "From {day} on a student comes who speaks her language (see “{fact}”).",
        "fr": "À partir de {day} vient un étudiant qui parle sa langue (voir « {fact} »).",
    },
    # what should have been by now
    "head_overdue": {
        "nl": "Nog te doen of op te schrijven",
        "en": "Still to be done or noted",
        "fr": "Reste à faire ou à noter",
    },
    "overdue_visits": {
        "nl": "Van {n} bezoeken is nog niet opgeschreven of ze er waren: {visits}.",
        "en": "Of {n} visits it is not written down yet whether they took place: {visits}.",
        "fr": "Pour {n} visites, il n'est pas encore noté si elles ont eu lieu : {visits}.",
    },
    "overdue_visits_one": {
        "nl": "Van 1 bezoek is nog niet opgeschreven of het er was: {visits}.",
        "en": "Of 1 visit it is not written down yet whether it took place: {visits}.",
        "fr": "Pour 1 visite, il n'est pas encore noté si elle a eu lieu : {visits}.",
    },
    "overdue_visit": {"nl": "{day}, {id}", "en": "{day}, {id}", "fr": "{day}, {id}"},
    "overdue_more": {"nl": "en nog {n}", "en": "and {n} more", "fr": "et encore {n}"},
    "overdue_first_visit": {
        "nl": "Het eerste bezoek was bedoeld voor uiterlijk {day}. Kijk samen met haar op welke dag het wel kan.",
        "en": "The first visit was meant to be by {day}. See with her on which day it can be.",
        "fr": "La première visite était prévue au plus tard le {day}. Voyez avec elle quel jour convient.",
    },
    "overdue_intake": {
        "nl": "De intake was bedoeld voor uiterlijk {day}. Bied hem haar alsnog aan, of leg vast wat zij ervan zei.",
        "en": "The intake was meant to be by {day}. Offer it to her still, or note what she said of it.",
        "fr": "L'entretien d'admission était prévu au plus tard le {day}. Proposez-le encore, ou notez ce qu'elle en a dit.",
    },
    "often_until": {
        "nl": "tot {until} {interval}",
        "en": "{interval} until {until}",
        "fr": "{interval} jusqu'au {until}",
    },
    "often_then": {
        "nl": "daarna {interval}",
        "en": "{interval} after that",
        "fr": "puis {interval}",
    },
    # what moved
    "head_changes": {
        "nl": "Wat er verschoof",
        "en": "What has moved",
        "fr": "Ce qui a changé",
    },
    "changes_since": {
        "nl": "Opnieuw gepland op {date}. Dit is anders in de dagen die al afgesproken kunnen zijn:",
        "en": "Planned again on {date}. This is different in the days that may be agreed on already:",
        "fr": "Replanifié le {date}. Voici ce qui change parmi les jours peut-être déjà convenus :",
    },
    "changes_later": {
        "nl": "Daarna staan nog {n} bezoeken op een andere dag.",
        "en": "After that {n} more visits are on another day.",
        "fr": "Ensuite, {n} autres visites changent de jour.",
    },
    "changes_later_one": {
        "nl": "Daarna staat nog één bezoek op een andere dag.",
        "en": "After that one more visit is on another day.",
        "fr": "Ensuite, une autre visite change de jour.",
    },
    "changes_later_out": {
        "nl": "Daarna vervallen nog {n} bezoeken.",
        "en": "After that {n} more visits fall out.",
        "fr": "Ensuite, {n} autres visites sont supprimées.",
    },
    "changes_later_out_one": {
        "nl": "Daarna vervalt nog één bezoek.",
        "en": "After that one more visit falls out.",
        "fr": "Ensuite, une autre visite est supprimée.",
    },
    "changes_only_later": {
        "nl": "Opnieuw gepland op {date}. In de dagen die al afgesproken kunnen zijn verandert er niets.",
        "en": "Planned again on {date}. Nothing changes in the days that may be agreed on already.",
        "fr": "Replanifié le {date}. Rien ne change parmi les jours peut-être déjà convenus.",
    },
    "change_moved": {
        "nl": "{before} wordt {after}",
        "en": "{before} becomes {after}",
        "fr": "{before} devient {after}",
    },
    "change_out": {
        "nl": "{before} vervalt",
        "en": "{before} falls out",
        "fr": "{before} est supprimée",
    },
    "change_new": {
        "nl": "{after} komt erbij",
        "en": "{after} is new",
        "fr": "{after} s'ajoute",
    },
    "change_because": {
        "nl": "{change} ({because})",
        "en": "{change} ({because})",
        "fr": "{change} ({because})",
    },
}
