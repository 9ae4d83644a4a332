"""Galician."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, LanguageWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        maybe_away="de (vacacións|baixa|permiso|viaxe)|ausente|enferm[oa]|pechad[oa]s?|fóra da oficina|xa non traballo|feira",
        answers="ata|urxent|urxencia|contact|regres|volt|volv|respond|luns|compañeir",
        alone="durante a miña ausencia|na miña ausencia|acceso limitado",
        everyday_away=(
            "días? (libres?|festivos?)|uns días|festivo|pausa|hospital|ingresad[oa]|operación|curso|inventario|"
            "xa non estou|deixei|folga"
        ),
        everyday_answers=(
            "volvo ao traballo|ao traballo|encárgase|lévame|mañá|contestámos|responderemos|non se le|dispoñible|"
            "escriba|sen (ordenador|acceso)|lerei"
        ),
    ),
    visits=(
        r"\d{1,3} (\p{L}+ )?(persoas|convidados|adultos|nenos|comensais|alumnos)|(seremos|somos) (uns |"
        r"unhas )?\d{1,3}|na vosa casa|no voso (restaurante|hotel|local)"
    ),
)
