"""Does a text only say that its writer is away? By the words of out-of-office replies, where no header says so.

Two things must be there: that somebody is away, and what such a reply adds (when they are back, whom to turn to, that mail is
not read). A question, or a word of what customers want, and it is a person's.
"""

from __future__ import annotations

import regex

from watcher.core.message.model import Facts

MAX_NOTICE_LENGTH = 900  # characters of own text
_TIMEOUT = 0.1

#: ISO 639-1 code → (who is away, what such a reply adds).
ABSENCE_WORDS: dict[str, tuple[str, str]] = {
    "en": ("out of (the |my )?office|out of (the )?country|(i am|i'm|i will be|i'll be|we are|we're) (currently |now )?(away|on (annual |maternity |paternity |parental |sick |medical )?(leave|vacation|holiday)|on holidays|travel+ing)|on (annual|maternity|parental|sick) leave|away from (the|my) (office|desk|email|e-mail)|our office is closed|office (is|will be) closed",
           "(will|shall|to) (be back|return|respond|reply|answer)|(be )?back (on|in the office)|upon my return|when i (return|am back|get back)|until|limited access|no access to|(not|won't be) (be )?(able to )?(read|check)|for urgent|if urgent|in urgent|urgent matters|my absence|please contact|returning on"),
    "de": ("nicht im (büro|haus|dienst)|außer haus|ausser haus|im urlaub|in elternzeit|abwesend|nicht erreichbar|nicht am arbeitsplatz|auf dienstreise|betriebsferien|unser büro ist geschlossen|krankheitsbedingt",
           "wieder (da|erreichbar|im (büro|haus|dienst)|zurück)|zurück|ab dem|bis zum|bis einschließlich|vom \\d|nach meiner rückkehr|in dringenden|dringende(n)? (fällen|anfragen|angelegenheiten)|wenden sie sich|nicht (gelesen|weitergeleitet)|vertretung|kontaktieren sie"),
    "fr": ("absente?s?( du bureau)?( jusqu| du| actuellement| pour)|suis (actuellement )?(absente?|en (congés?|vacances|déplacement))|en congés?|hors du bureau|bureaux? (sont|est) fermés?|congé (maternité|parental)",
           "de retour|à mon retour|dès mon retour|jusqu'au|jusqu’au|en cas d'urgence|en cas d’urgence|pour toute urgence|contacter|accès limité|répondrai"),
    "es": ("fuera de (la |mi )?oficina|estoy (de vacaciones|ausente|de baja|de viaje|fuera)|estaré (de vacaciones|ausente|fuera)|de vacaciones|oficina (está|permanecerá) cerrada|me encuentro (ausente|de vacaciones|fuera)",
           "regres|vuelv|a mi (regreso|vuelta)|hasta el|en caso de urgencia|para (asuntos|temas) urgentes|urgente|contact|acceso limitado|responderé"),
    "it": ("fuori (ufficio|sede)|sono (assente|in ferie|in vacanza|in viaggio)|sarò (assente|in ferie|fuori)|assente dall'ufficio|uffici(o)? (è|sono|resterà|resteranno) chius[oi]|in congedo",
           "rientr|al mio (rientro|ritorno)|tornerò|fino al|per urgenze|in caso di urgenza|urgent|contattare|accesso limitato|risponderò"),
    "pt": ("fora do escritório|ausente|estou (de férias|fora|de licença|em viagem)|estarei (de férias|ausente|fora)|de férias|escritório (está|estará) (fechado|encerrado)",
           "regress|retorn|voltarei|no meu (regresso|retorno)|até (o |ao )?dia|até|em caso de urgência|urgente|contact|contat|acesso limitado|responderei"),
    "nl": ("niet (op kantoor|aanwezig|bereikbaar)|afwezig|met (vakantie|verlof|zwangerschapsverlof)|op (vakantie|reis)|kantoor is gesloten|buiten kantoor",
           "terug|tot en met|tot \\d|vanaf|bij mijn terugkeer|dringende|spoed|contact opnemen|neem contact|beperkt|weer (aanwezig|bereikbaar)"),
    "pl": ("poza biurem|nieobecn[ay]|na urlopie|jestem (na urlopie|poza|nieobecn)|przebywam na|urlop(ie|em)? (macierzyńsk|wypoczynk)|biuro (jest|będzie) (nieczynne|zamknięte)|nie ma mnie w biurze",
           "wrac|wróc|powroc|powrót|do dnia|do \\d|pilnych|kontakt|ograniczony dostęp|odpowiem|odpisz"),
    "cs": ("mimo kancelář|nepřítom|na dovolené|mám dovolenou|nejsem v kanceláři|čerpám dovolenou|zahraniční cestě|kancelář je zavřená|zavřeno",
           "vrátím|zpět|do \\d|návrat|v naléhav|naléhav|urgentn|obraťte|kontaktujte|omezený přístup|odpovím"),
    "sk": ("mimo kancelárie|neprítomn|na dovolenke|nie som v kancelárii|čerpám dovolenku", "vrátim|späť|do \\d|návrat|naliehav|súrn|kontaktujte|odpoviem|obráťte"),
    "sv": ("inte på (kontoret|plats)|på semester|frånvarande|har semester|är (borta|ledig|bortrest|föräldraledig|tjänstledig)|kontoret är stängt|har ledigt",
           "åter|tillbaka|till och med|t\\.?o\\.?m|till den|fram till|brådskande|kontakta|begränsad|svarar"),
    "no": ("ikke på kontoret|på ferie|har ferie|fraværende|er (bortreist|borte|ute av kontoret)|utenfor kontoret|i permisjon|kontoret er stengt",
           "tilbake|til og med|frem til|fram til|hastesaker|haster|kontakt|begrenset|svarer"),
    "da": ("ikke på kontoret|på ferie|holder ferie|har ferie|fraværende|er (bortrejst|ude af kontoret|ude af huset)|på barsel|på orlov|kontoret er lukket",
           "tilbage|til og med|frem til|indtil|haster|hastesager|kontakt|begrænset|svarer|besvarer"),
    "fi": ("poissa( toimistolta)?|lomalla|en ole (toimistolla|paikalla|tavoitettavissa)|poissaolo|vuosilomalla|vanhempainvapaalla|toimisto(mme)? on suljettu",
           "palaan|takaisin|saakka|asti|kiireelli|ota yhteyttä|ottakaa yhteyttä|vastaan|rajoitetusti|tavoitettavissa"),
    "ru": ("нахожусь (в отпуске|в командировке|вне офиса)|в (ежегодном |декретном )?отпуске|вне офиса|отсутству(ю|ем|ет)|не в офисе|в командировке|буду отсутствовать|офис закрыт",
           "вернусь|до \\d|по \\d|возвращени|срочн|обращайтесь|обратитесь|свяжитесь|отвечу|ограничен|буду (на месте|доступ)"),
    "uk": ("у відпустці|перебуваю (у|в)|поза офісом|відсутн|у відрядженні|не в офісі|офіс зачинено",
           "повернусь|повернуся|до \\d|по \\d|повернення|термінов|звертайтеся|зверніться|відповім|обмежен"),
    "tr": ("ofis dışında|ofiste değil|izinde|izindeyim|tatilde|izinli|yıllık izin|seyahatte|ofisimiz kapalı",
           "döneceğim|dönüş|tarihine kadar|kadar|acil|iletişime|ulaşabilirsiniz|yanıtlay|cevapla"),
    "hu": ("szabadságon|házon kívül|irodán kívül|nem tartózkodom az irodában|távol vagyok|nem vagyok az irodában|távollét|irodánk zárva",
           "visszatér|vissza|-ig|között|sürgős|forduljon|keresse|válaszol|kapcsolat"),
    "ro": ("nu sunt (la|în) birou|în concediu|in concediu|plecat[ă]? din (birou|localitate)|absent|voi fi plecat|biroul este închis|în afara biroului",
           "revin|întorc|pana la|până (la|pe|în)|urgen|contactați|contactati|voi răspunde|acces limitat"),
    "bg": ("извън офиса|в отпуск|отсъствам|не съм в офиса|в командировка", "върна|връщам|до \\d|спешн|обърнете|свържете|отговоря"),
    "hr": ("nisam u uredu|na godišnjem|izvan ureda|odsutan|odsutna|na odmoru|nisam u kancelariji", "vraćam|natrag|do \\d|hitn|kontaktirajte|obratite|odgovorit|javit"),
    "sl": ("nisem v pisarni|na dopustu|odsoten|odsotna|izven pisarne", "vrnem|nazaj|do \\d|nujn|obrnite|kontaktirajte|odgovoril"),
    "el": ("εκτός γραφείου|σε άδεια|απουσιάζω|λείπω|με άδεια|γραφείο (είναι|παραμένει) κλειστό|εκτός έδρας|θα απουσιάσω",
           "επιστρ|έως|μέχρι|επείγ|επικοινων|απαντήσω|περιορισμέν"),
    "ja": ("不在|休暇|出張(中|のため|に)|休業|席を外して|お休みをいただ|お休みを頂|夏季休|年末年始", "まで|戻り|戻る|出社|以降|お急ぎ|緊急|返信(が|は|でき|いたし)|返答|ご連絡ください|後日"),
    "zh": ("不在办公室|不在辦公室|外出|休假|出差|度假|年假|产假|產假|放假", "返回|回来|回來|回到|至|直到|紧急|緊急|联系|聯繫|聯絡|回复|回覆|期间|期間"),
    "ko": ("부재|휴가|출장|휴무|자리를 비", "까지|복귀|돌아|이후|급한|긴급|연락|회신|답변"),
    "ar": ("خارج المكتب|في إجازة|في اجازة|إجازة|غائب|لست في المكتب", "حتى|أعود|العودة|عودتي|عاجل|طارئ|يرجى الاتصال|يرجى التواصل|سأرد"),
    "he": ("לא במשרד|מחוץ למשרד|בחופשה|בחופש|נעדר|נמצא[ת]? בחו\"ל", "אחזור|עד|שובי|חזרתי|דחוף|דחופים|לפנות|אשיב|אענה"),
}  # fmt: skip

#: What customers want: then somebody is away and wants something all the same.
_WISHES = regex.compile(
    r"(?i)(?<!\w)(?:order(?:ed|ing)?|invoice|quote|quotation|deliver\w*|we accept|i accept|send (?:me|us)|call me|"
    r"bestell\w*|rechnung|angebot|liefer\w*|schicken sie|senden sie (?:mir|uns)|rufen sie|termin|"
    r"commande\w*|facture|devis|livr\w+|envoyez|pedido|factura|presupuesto|env[ií]e\w*|ordine|fattura|preventivo|consegn\w+|"
    r"encomenda|fatura|orçamento|bestelling|factuur|offerte|lever\w*|zamówien\w*|faktur\w*|ofert\w*|objedn\w*|заказ\w*|счёт|счет)"
    r"(?!\w)|注文|見積|納品|订单|訂單|报价|報價|发票|주문|견적"
)


def _compile_column(column: int) -> regex.Pattern[str]:
    spaced = "|".join(words[column] for code, words in ABSENCE_WORDS.items() if code not in ("ja", "zh", "ko"))
    unspaced = "|".join(ABSENCE_WORDS[code][column] for code in ("ja", "zh", "ko"))
    return regex.compile(rf"(?<!\p{{L}})(?:{spaced})|{unspaced}")


_AWAY, _ADDED = _compile_column(0), _compile_column(1)


def is_absence_notice(facts: Facts) -> bool:
    """Does it say that somebody is away, and nothing else?"""
    text = " ".join(facts.own_text.casefold().replace("’", "'").split())
    if not text or len(text) > MAX_NOTICE_LENGTH or facts.attachments or any(mark in text for mark in "?？؟"):
        return False
    try:
        if _AWAY.search(text, timeout=_TIMEOUT) is None or _ADDED.search(text, timeout=_TIMEOUT) is None:
            return False
        return _WISHES.search(text, timeout=_TIMEOUT) is None
    except TimeoutError:
        return False
