"""Words of those who write to offer something, whatever the language: what a buyer sends or asks for instead, their titles, their
domains.

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

#: "Offertförfrågan", "Request for quotation": what a customer asks of several houses at once, in whatever language.
OFFER_REQUEST_WORDS = (
    "(reply|respond|answer|get back to (me|us)) with (a |your )?((best|fixed|firm) )?(price|quote)|antwort(en|et)? (sie )?(bitte )?mit (ihrem |einem )?(fest)?preis|répond(re|ez) avec (votre |un )?(prix|tarif|devis)|(respond|contest)(a|an|er|ar) con (el |su |un )?(precio|presupuesto)|rispond(a|ere|ete) con (il |un )?(prezzo|preventivo)|"
    "respond(a|am|er) com (o |um )?(preço|valor|orçamento)|(antwoord|reageer) met (een |uw )?(vaste )?(prijs|offerte)|svara? med (et |ett )?(fast )?pris|vastaa(thesan)? (kiinteällä )?hinnalla|odpowied(ź|zi) z ceną|"
    "request for (a )?(quot|prop|offer|tender|price|estimate)|(rfq|rfp|rfi)(?!\\p{L})|quot(e|ation) (request|needed|wanted|please)|(price|tender) (enquiry|inquiry|request)|invitation to (tender|quote|bid)|"
    "(angebots|preis|kosten)(anfrage|voranschlag)|anfrage|ausschreibung|(bitte um|erbitten|einholung von|holen) .{0,30}(angebot|kostenvoranschl)|demande de (devis|prix|tarif|cotation)|appel d'offres|consultation (pour|d'entreprises)|"
    "(solicitud|petición|pedido|pido|solicito|solicitamos|pedimos) (de )?(un )?(presupuesto|cotización|oferta)|(presupuesto|cotización) para|concurso|sol·licitud de pressupost|(demanem|petició de) pressupost|richiesta (di )?(un )?(preventivo|offerta|quotazione)|(preventivo|gara) (per|d'appalto)|"
    "pedido de (orçamento|cotação|proposta)|(solicitação|solicito|solicitamos|peço|pedimos) .{0,6}(orçamento|cotação|proposta)|offerte ?aanvraag|aanvraag (voor een )?offerte|prijs(aanvraag|opgave)|offerte (aan|op) te (vragen|brengen)|zapytanie (ofertowe|o (cenę|ofertę|wycenę))|prośb[aą] o (wycenę|ofertę|przedstawienie)|"
    "poptávk|poptávám|cenov(á|ou|é) (nabídk|ponuk)|dopyt|žiados(ť|t) o (cenov|ponuk)|(offert|pris)förfråg|begäran om offert|anbudsförfrågan|förfrågan (om|på|till)|(pris|tilbuds)forespørgsel|(indhent|ber om|anmod).{0,20}tilbud|(pris|tilbuds|anbuds)forespørsel|"
    "tarjouspyyn|(pyyd|pyyt).{0,30}tarjou|(verð)?fyrirspurn|tilboð(sbeiðni| óskast)|hinnapäring|hinnapakkumi(se|st)|pieprasījums|cenu (pieprasījum|piedāvājum)|cenu aptauja|(kainos|kainų|pasiūlymo) (užklaus|pasiūlym|prašym)|užklausa dėl|(ár)?ajánlat(kérés|ot kér|kérő)|árajánlat|cerere (de )?ofert|solicitare (de )?ofert|"
    "(upit|zahtjev|zahtev) za (ponud|cij|cen|dostav)|povpraševanje|prošnja za ponudbo|запрос (цен|кп|коммерч|предлож|котиров|стоимост)|(прошу|просим|просьба) .{0,30}(кп|коммерческ|предложение|расч[её]т|стоимост)|запит (цін|на цін|комерц|щодо)|комерційн(у|ої) пропозиц|(прошу|просимо) .{0,30}(пропозиц|кошторис|розрахун)|"
    "запитване|искане за оферт|(набира|събира|моля за) .{0,12}оферт|αίτημα (για )?προσφορ|(ζητ|συγκεντρ|αίτηση).{0,20}προσφορ|fiyat teklifi|teklif (talebi|isteği|rica)|(見積|見積もり|お見積り?)(依頼|のお願い|をお願い|ください|希望)|相見積|询价|詢價|(请|請)(报价|報價)|报价请求|견적 ?(요청|문의|의뢰|부탁)|"
    "طلب (عرض|عروض|تسعير|سعر)|(نرجو|يرجى) .{0,20}(عرض|عروض) (سعر|أسعار)|(בקשה ל|בקשת )הצעת מחיר|(מבקש|נשמח ל).{0,15}הצעת מחיר|درخواست (قیمت|پیش ?فاکتور|استعلام)|استعلام|(yêu cầu|xin|đề nghị) báo giá|permintaan penawaran|(minta|mohon) penawaran|ขอใบเสนอราคา|ขอราคา|कोटेशन|maombi ya (bei|nukuu)"
)  # fmt: skip
