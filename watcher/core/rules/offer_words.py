"""Words of those who write to offer something, whatever the language: what a buyer sends instead, their titles, their domains.

Patterns of case-folded text, as `AlternativeIndex` reads them. Tables, to be added to; how they ask leave is in `languages`.
"""

from __future__ import annotations

#: What a buyer asks leave to send: what the house is to work from. Anywhere in a word.
BUYERS_MATERIALS = (
    "photo|foto|bild|picture|image|sketch|drawing|measure|dimension|floor plan|blueprint|the plan|logo|sample of|zeichnung|skizze|maße|masse|grundriss|aufmaß|den plan|croquis|dessin|mesures|cotes|plano|medidas|boceto|disegn|misure|schizz|"
    "piantina|desenho|tekening|schets|de maten|afmeting|zdjęci|zdjęć|wymiar|rysun|szkic|fotk|rozměr|výkres|náčrt|plánek|rozmer|ritning|skiss|måtten|tegning|skitse|målene|kuvi|kuva|mitat|piirros|rajz|méret|képe|"
    "desen|schiț|poze|măsur|fotoğraf|ölçü|çizim|resim|фото|чертеж|чертёж|эскиз|размер|креслен|ескіз|розмір|снимк|скиц|φωτογραφ|μέτρα|διαστάσει|σχέδιο|slik|mjere|nacrt|načrt|nuotrauk|matmen|brėžin|attēl|izmēr|rasējum|pilte|mõõd|joonis|"
    "図面|写真|寸法|图纸|圖紙|照片|尺寸|사진|도면|치수|صور|مخطط|תמונ|שרטוט|מידות"
)  # fmt: skip

#: Under whose name one sells: what stands in the last lines.
SELLING_TITLES = (
    "growth|account (executive|manager)|business development|sales (representative|executive|consultant|director|specialist|team|agent)|sdr(?!\\p{L})|bdr(?!\\p{L})|outreach|partnerships?|recruit|recruiter|talent (acquisition|partner|scout)|headhunt|(senior |junior )?consultant|strategist|"
    "seo(?!\\p{L})|digital marketing|marketing (consultant|specialist|strategist)|personalberat|personaldisponent|vertrieb|vertriebs|außendienst|kundenberat|unternehmensberat|fördermittelberat|conseill|conseiller|commercial(?!\\p{L})|commerciale(?!\\p{L})|chargée? de développement|chargée? d'affaires|"
    "asesor|comercial(?!\\p{L})|captación|consulent|consulente|commerciale|agente|consultor|adviseur|accountmanager|wervingsadviseur|handlowiec|doradca|przedstawiciel handlowy|specjalista ds\\. sprzedaży|obchodní zástupce|obchodn|poradce|"
    "säljare|kundansvarig|rådgivare|sælger|salgskonsulent|rådgiver|selger|myyntipäällikkö|myyntiedustaja|értékesítő|tanácsadó|consilier|vânzări|менеджер по (продажам|развитию|работе)|специалист по|менеджер з продажу|satış|iş geliştirme|danışman|営業|コンサルタント|销售|业务员|영업"
)  # fmt: skip

#: What the domain of a sender sells, in a part of its name.
SELLING_DOMAIN_WORDS = (
    "agency", "agence", "agentur", "agencia", "agenzia", "agencja", "agentura", "ajans", "marketing", "seo", "rank", "lead", "growth",
    "wachstum", "vaekst", "vekst", "tillvaxt", "croissance", "boost", "pipeline", "pipe", "outreach", "funnel", "traffic", "clic", "klick",
    "webdesign", "webstudio", "video", "foto", "photo", "translat", "transla", "localiz", "localis", "uebersetz",
    "traduc", "traduz", "tlumacz", "preklad", "oversett", "oversaett", "fordit", "recruit", "talent", "staff", "personnel", "fachkraft", "fachkraefte", "workforce", "pracowni",
    "interim", "hiring", "hr-", "dotace", "dotac", "foerder", "subvention", "subsid", "financ", "finanz", "factoring", "funding",
    "solar", "energie", "leasing", "review", "reputation", "bewertung", "booking", "saas", "crm", "automation", "solutions",
    "consult", "werbe", "werbung", "reklam", "promo", "gadget", "sourcing", "wholesale", "cleaning", "reinigung", "nettoyage",
)  # fmt: skip
