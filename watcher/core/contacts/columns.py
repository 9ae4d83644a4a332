"""What the columns of a table of contacts are called, in the languages of those who fill them in, and by the programs that export them.

Names are compared without case, accents and anything but letters: "E-Mail-Adresse", "email adresse" and "eMail_Adresse" are one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


def plain_name(name: str) -> str:
    """The letters alone, without case and accents."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    return unicodedata.normalize("NFC", "".join(letter for letter in folded if letter.isalpha()))


class Column(StrEnum):
    """What a column may mean."""

    ADDRESS = "address"
    FIRST_NAME = "first name"
    NAME = "name"
    LAST_NAME = "last name"
    NOTE = "note"
    MET = "met"
    OWNER = "owner"


_NAMES: Mapping[Column, str] = {
    Column.ADDRESS: """
        email mail emailaddress mailaddress emailvalue mailid emailid mailadresse emailadresse epost epostadresse epostadress
        eposta epostaadresi courriel adressemail adresseemail adressecourriel adresseelectronique mel correo correoelectronico
        direcciondecorreo direcciondecorreoelectronico postaelettronica indirizzoemail indirizzomail indirizzodipostaelettronica
        emailadres mailadres enderecodeemail enderecoeletronico correioeletronico sahkoposti sahkopostiosoite adresemail
        adrespocztyelektronicznej poczta emailova emailcim mailovaadresa adresaelektronickeposty почта электроннаяпочта
        адресэлектроннойпочты         電子メール メール メールアドレス 邮箱 电子邮件 电子邮箱 이메일
    """,
    Column.FIRST_NAME: """
        firstname givenname forename vorname prenom prenoms nombredepila voornaam fornamn fornavn nomeproprio imie etunimi имя 名
    """,
    Column.NAME: """
        name fullname displayname contact contactname contactperson person kontakt kontaktname kontaktperson ansprechpartner
        ansprechpartnerin nom nomcomplet contacto nombre nombrecompleto nombreyapellidos persona nome nomecompleto nomeecognome contatto
        naam volledigenaam contactpersoon namn navn imieinazwisko nimi фио 氏名 お名前 名前 姓名 이름
    """,
    Column.LAST_NAME: """
        lastname surname familyname nachname familienname nomdefamille apellido apellidos cognome achternaam familienaam efternamn
        etternavn efternavn sobrenome apelido nazwisko sukunimi фамилия 姓
    """,
    Column.NOTE: """
        note notes comment comments remark remarks interest interests topic subject message notiz notizen bemerkung bemerkungen
        kommentar kommentare anmerkung anmerkungen interesse interessen anliegen thema betreff nachricht gesprachsnotiz remarque remarques
        commentaire commentaires observation observations sujet objet nota notas comentario comentarios observacion observaciones asunto
        commento commenti osservazione osservazioni oggetto annotazioni opmerking opmerkingen notitie notities onderwerp observacao
        observacoes assunto anteckning anteckningar merknad bemaerkning uwagi notatka huomautus заметка комментарий примечание 備考 备注
    """,
    Column.MET: """
        met metat meton whenmet datemet date dateandtime when timestamp datum zeitpunkt getroffen getroffenam treffen kontaktdatum
        gesprochenam gesprach wann messetag rencontre rencontrele daterencontre datederencontre quand fecha fechadelencuentro conocido
        cuando data datadellincontro incontro incontrato quando ontmoet ontmoeting ontmoetop wanneer encontro datadoencontro
        dato treffpunkt paivamaara дата 日付 日期
    """,
    Column.OWNER: """
        owner responsible assignedto assignee salesperson salesrep handledby zustandig zustandige zustandiger verantwortlich
        verantwortliche verantwortlicher betreuer betreuerin bearbeiter bearbeiterin besitzer verkaufer verkauferin vertrieb responsable
        proprietaire vendeur encargado encargada propietario comercial vendedor responsabile proprietario venditore verantwoordelijk
        verantwoordelijke eigenaar verkoper responsavel ansvarig ansvarlig odpowiedzialny ответственный 担当 担当者 负责人
    """,
}
#: A postal address is called so too: only where no column says that it is for mail.
_ADDRESS_IN_DOUBT = (
    "address addresses adresse adressen anschrift direccion indirizzo adres endereco adress adresa адрес"
)
_MEANINGS = {plain_name(name): column for column, names in _NAMES.items() for name in names.split()}
_NEAR = 0.84


@dataclass(frozen=True, slots=True)
class Header:
    """Where each column stands, and what is wrong with the names."""

    places: Mapping[Column, int]
    width: int
    problems: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


def read_header(names: Sequence[str]) -> Header:
    """The meaning of the names in the first line. Of two columns with one meaning the first counts. Without `ADDRESS` it is none."""
    places: dict[Column, int] = {}
    problems, unused = [], []
    plain = [plain_name(name) for name in names]
    for place, name in enumerate(names):
        column = _MEANINGS.get(plain[place])
        if column is None or column in places:
            if name:
                unused.append(name)
        else:
            places[column] = place
    if Column.ADDRESS not in places:
        in_doubt = {plain_name(name) for name in _ADDRESS_IN_DOUBT.split()}
        if (found := next((place for place, name in enumerate(plain) if name in in_doubt), None)) is not None:
            places[Column.ADDRESS] = found
            unused.remove(names[found])
    for name in unused:
        if near := _near_column(plain_name(name), places):
            problems.append(f"column {name!r} is not known: is it the {near}?")
    return Header(places, len(names), tuple(problems), tuple(unused))


def _near_column(name: str, places: Mapping[Column, int]) -> Column | None:
    """The meaning that a name with a slip of the pen may have, where no other column has it."""
    import difflib  # a service that reads no table does without

    near = (
        difflib.get_close_matches(name, _MEANINGS, n=1, cutoff=_NEAR) if len(name) > 3 and name not in _MEANINGS else []
    )
    column = _MEANINGS[near[0]] if near else None
    return column if column not in places else None
