"""core/message/languages.py: which language a text is in."""

from __future__ import annotations

import re

import pytest

from watcher.core.message import languages


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Hello, could you please send me a quote for the new machine? Thanks.", "en"),
        ("Guten Tag, können Sie mir bitte ein Angebot für die neue Maschine schicken? Vielen Dank.", "de"),
        ("Bonjour, pouvez-vous nous envoyer une offre pour la machine ? Merci et cordialement.", "fr"),
        ("Hola, ¿me puede enviar una oferta para la máquina? Muchas gracias y saludos.", "es"),
        ("Buongiorno, vorrei ricevere una offerta per la macchina. Grazie e cordiali saluti.", "it"),
        ("Olá, gostaria de receber uma proposta para a máquina. Muito obrigado.", "pt"),
        ("Goedendag, kunt u mij een offerte voor de machine sturen? Met vriendelijke groet.", "nl"),
        ("Здравствуйте, пришлите предложение", ""),
        ("OK", ""),
        ("12345 www.shop.com.com.com as do", ""),
        ("", ""),
    ],
)
def test_the_language_is_told_or_left_open(body: str, language: str) -> None:
    assert languages.guess_language(body) == language


@pytest.mark.parametrize("pattern", [r"[^\W\d_]+(?:['’][^\W\d_]+)?", r"[^\W\d_]+(?:'[^\W\d_]+)*"])
def test_words_are_what_the_pattern_says_whatever_letters_they_are_in(pattern: str) -> None:
    word = re.compile(pattern)
    texts = [f"{sign}it{sign}s {sign}, no{sign} a{sign * 2}b 1{sign}2" for sign in map(chr, range(0x250))]
    texts += [*texts[:256:8], "don't 'tis rock'n'roll o''clock", "l’été d'œuvre", "größe's ÄÖÜ"]
    for text in texts:
        assert languages.split_words(text, word) == word.findall(text)
