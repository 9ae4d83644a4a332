"""Words of those who write to offer something: leave to send or show it, how many you need, their titles, their domains.

Patterns of case-folded text, each from the beginning of a word, as `AlternativeIndex` reads them, by ISO 639-1. Tables, to be added to.
"""

from __future__ import annotations

#: Asks leave to send, to show, to call, to prepare; or how many the reader needs. The sentence ends in a question mark.
LEAVE_WORDS: dict[str, str] = {
    "en": "shall (i|we)|worth .{0,20}(minutes|call|chat|look|try)|(want|like) to (see|hear|know) (how|what|more)|(is|would) (this|that|it) (be )?(of interest|something for|relevant)|(shall|may|can|could|should) (i|we) (just |quickly |perhaps )?(send|show|share|forward|prepare|put together|call|ring|drop by|pop in|mock up|introduce|walk you|give you a (call|ring|quick))|(mind|ok|okay|fine|alright|useful|helpful|interested|worth it|be useful|be helpful) if (i|we) (send|sent|show|share|mock|prepare|put|call)|(want|like) me to (send|show|share|prepare|put|mock|call|run)|(are you|you) open to|open to (a|seeing|hearing|learning)|worth (a|exploring|discussing)|how many .{0,30}(do|will|would) you need|(interested in|up for) (a|seeing|hearing)|can (i|we) count you in|sound (interesting|good|fair)",
    "de": "soll(en)? (ich|wir) (ihnen|euch|mal|das)|mit wem (kann|darf|spreche)|(neugierig|lust auf)|(wollen|möchten) sie (sehen|wissen|erfahren|mehr)|brauchen sie (verstärkung|unterstützung|hilfe bei)|(darf|dürfen|soll|sollen|kann|können) (ich|wir) (ihnen|euch|dir|sie|mal|kurz|einmal).{0,80}(send|schick|zeig|vorstell|zukommen|vorbei|anruf|melden|unterbreit|mail)|(ist|wäre) das (etwas|interessant|spannend) für|(haben|hätten|habt) (sie|ihr) interesse|interesse an|wie viele .{0,40}(brauchen|benötigen) sie|passt (es|ihnen|das) .{0,30}(telefon|gespräch|anruf)|wann passt es ihnen|sollen wir (telefonieren|kurz)",
    "fr": "je vous (fais|envoie|montre|prépare|rappelle|laisse|propose)|avec qui (puis-je|pouvons-nous)|(curieux|envie) (de|d')|on se (parle|voit|rappelle)|voulez-vous (voir|en savoir|essayer|que)|(puis-je|pouvons-nous|je peux|on peut|je vous|on vous) .{0,40}(envoy|montr|présent|appel|prépar|transm|rappel)|(souhaitez|voulez|aimeriez)-vous (que|recevoir|en savoir|voir|tester|une démo)|seriez-vous (intéress|ouvert|disponible pour)|ça vous (dit|intéresse|tente)|cela vous intéresse|de combien .{0,40}besoin|on en parle",
    "es": "(con quién|a quién) (puedo|podemos|hablo|me dirijo|debo|envío)|me (pasas|pasa|das|da) (el|la|un|una|tu|su)|(quieres|quiere|quieren) (ver|saber|probar|que)|(puedo|podemos|podría) (enviar|mandar|mostrar|enseñar|llamar|presentar|prepar)|(le|les|te|os) (preparo|preparamos|envío|enviamos|mando|mandamos|llamo|llamamos|interesa|interesaría|cuento|parece|apetece)|(está|estás|estaría|estarías) (abiert|interesad)|cuántos .{0,30}(necesita|necesitan)|hablamos|agendamos",
    "it": "(con chi|a chi) (posso|possiamo|parlo|mi rivolgo|devo|invio)|(vuole|volete|vuoi) (vedere|sapere|provare|che)|(posso|possiamo|potrei) (invi|mand|mostr|chiam|present|prepar|pass|far)|(le|vi|ti) (mando|invio|preparo|interessa|interesserebbe|va|andrebbe)|(sareste|sarebbe|saresti) (interessat|apert)|(di )?quant[ie] .{0,40}(bisogno|servono|occorrono)|ne parliamo|ci sentiamo",
    "pt": "(com quem|a quem) (posso|podemos|falo|devo|envio)|(quer|querem|quereis) (ver|saber|experimentar|que)|(posso|podemos|poderia) (envi|mand|mostr|lig|apresent|prepar|passar)|(interessa|teria interesse|teriam interesse|faz sentido)|quantos .{0,30}(precisa|precisam)|(vamos )?conversa|marcamos|agendamos",
    "nl": "(zal|mag|kan) ik|met wie (kan|mag)|(wilt u|wil je|willen jullie) (zien|weten|horen|meer|proberen)|(mag|kan|zal|kunnen|zullen) (ik|wij|we) (u|je|jullie|even|eens|het|hem)?.{0,60}(sturen|stuur|mailen|bellen|laten zien|toesturen|voorstellen|langskomen|langs)|(zin|interesse) in|(zou|is) dat (iets|wat|interessant) (zijn )?voor|sta(at|an) (u|je|jullie) open voor|hoeveel .{0,30}(heeft|hebben|heb) (u|je|jullie) nodig|hebben jullie interesse",
    "pl": "z kim (mogę|można|warto)|(chce|chcą) (pan|pani|państwo) (zobaczyć|wiedzieć|sprawdzić)|(czy |mogę|możemy|mogłabym|mógłbym) .{0,40}(przesłać|wysłać|pokazać|zadzwonić|przedstawić|podesłać|przygotować|umówić)|(warto|chcą państwo|są państwo zainteresowani|zainteresowan|dacie znać)|ilu .{0,40}potrzebuj|ile .{0,30}państwo potrzebuj",
    "cs": "(poslal|poslala|zaslal|zavolal|ukázal|stavil)a? bych|na jakou adresu|s kým (mohu|mám|můžu)|chcete (vidět|vědět|vyzkoušet)|(mohu|můžu|můžeme|mohl bych|mohla bych|smím) (vám |vás )?.{0,40}(zaslat|poslat|ukázat|zavolat|představit|připravit|navštívit|stavit)|(měli|máte|měl) .{0,10}zájem|(zajímalo|zajímá) (by )?(vás|to)|kolik .{0,30}potřebujete|hodilo by se vám",
    "sk": "(poslal|zaslal|zavolal|ukázal|stavil)a? by som|na akú adresu|s kým (môžem|mám)|chcete (vidieť|vedieť|vyskúšať)|(môžem|môžeme|mohol by som|mohla by som|smiem) (vám |vás )?.{0,40}(zaslať|poslať|ukázať|zavolať|predstaviť|pripraviť|navštíviť)|(mali|máte) .{0,10}záujem|koľko .{0,30}potrebujete",
    "sv": "(vill|ska) (ni|du|vi) (träffa|se|höra|veta|testa|prova|ses|ta)|(nyfiken|nyfikna)|(ska|skall|får|kan|vill ni att|vill du att) (jag|vi) .{0,40}(skicka|visa|ringa|mejla|titta förbi|komma förbi|berätta|boka)|(vore|är|skulle) det(ta)? .{0,20}(intressant|något)|intresserad|hur många .{0,30}behöver (ni|du)|(har (ni|du)) .{0,10}intresse",
    "da": "(vil|skal) (i|du|vi) (møde|se|høre|vide|prøve|teste|mødes|tage)|nysgerrig|(skal|må|kan) (jeg|vi) .{0,40}(sende|vise|ringe|maile|smutte|kigge|komme|fortælle|booke)|(er|var|kunne) det (noget|interessant)|interesseret|hvor mange .{0,30}(har (i|du) brug|skal (i|du) bruge)|har (i|du) .{0,10}(interesse|lyst)",
    "no": "(vil|skal) (dere|du|vi) (møte|se|høre|vite|prøve|teste|møtes|ta)|nysgjerrig|(skal|må|kan|får) (jeg|vi) .{0,40}(sende|vise|ringe|maile|stikke|komme|fortelle|booke)|(er|kunne|hadde) dette? .{0,20}(noe|interessant)|interessert|hvor mange .{0,30}(trenger|behøver)|har (dere|du) .{0,10}(interesse|lyst)",
    "fi": "haluatteko (nähdä|kuulla|tietää|kokeilla)|kenen kanssa|kenelle (voin|voisin)|(saanko|voinko|voisinko|voimmeko|saisiko) .{0,40}(lähett|soitta|esitell|näyttä|tulla|kerto)|kiinnosta|montako .{0,30}tarvits|kuinka monta .{0,30}tarvits|sopisiko",
    "hu": "érdekli|kivel (beszélhet|egyeztet)|kinek (küldhet|írhat)|megmutassam|küldjek|szeretné (látni|tudni)|(küldhet|megmutathat|felhívhat|bemutathat|elküldhet|készíthet)|(érdekel|érdekelné|érdekelheti)|hány .{0,30}(szükség|kell)|beszélhetünk",
    "ro": "(vă|va) pot (suna|trimite|arăta|prezenta|vizita)|cu cine (pot|putem|aș)|cui (pot|să)|(doriți|vreți) să (vedeți|aflați|încercați)|(pot|putem|aș putea|as putea) să (vă |va |ți )?.{0,30}(trimit|arăt|sun|prezent|pregăt)|(vă interesează|v-ar interesa|ați fi interesat|sunteți deschis)|câți .{0,30}(aveți nevoie|vă trebuie)",
    "tr": "\\p{L}+(alım|elim|ayım|eyim) m[ıi]|kiminle (görüş|konuş)|görmek (ister|istemez)|(gönder|göster|ara|anlat|hazırla|uğra)\\p{L}*(abilir|ebilir|ayım|eyim|alım|elim) m[iıuü]|(ilginizi çek|ilgilenir mi)|kaç .{0,30}ihtiyac",
    "ru": "(кому|куда) (отправить|прислать|выслать|можно)|на какой адрес|с кем (можно|могу|обсуд)|(хотите|интересно) (посмотреть|узнать|попробовать|увидеть)|показать,? как|(могу|можем|можно|разрешите|позвольте) .{0,40}(прислать|отправить|выслать|показать|позвонить|рассказать|подготовить)|(интересно ли|вам (было бы )?интересно|заинтересова)|сколько .{0,30}(вам )?нужно|удобно ли|(прислать|выслать|отправить|показать) вам",
    "uk": "(кому|куди) (надіслати|відправити|можна)|на яку адресу|з ким (можна|можу)|хочете (побачити|дізнатись|спробувати)|(можу|можемо|дозвольте) .{0,40}(надіслати|показати|подзвонити|зателефонувати|розповісти|підготувати)|(чи цікаво|вам (було б )?цікаво|зацікавлен)|скільки .{0,30}потрібно",
    "bg": "(на кого|къде) (да|мога)|с кого (мога|да)|искате ли (да видите|да научите|да опитате)|(мога|може|можем) ли? ?(да )?.{0,30}(изпрат|покаж|обад|подготв|представ)|(интересува ли|бихте ли искали да види)|колко .{0,30}(ви трябват|имате нужда)",
    "el": "με ποιον|σε ποιον|θέλετε να (δείτε|μάθετε|δοκιμάσετε)|(μπορώ|μπορούμε|να) (να )?σασ .{0,30}(στείλ|δείξ|καλέσ|παρουσιάσ|ετοιμάσ)|(σασ|θα σασ) ενδιαφέρ|πόσ(α|ουσ) .{0,30}χρειάζεστε",
    "hr": "s kim (mogu|možemo)|kome (mogu|da)|želite li (vidjeti|saznati|probati)|(mogu li|možemo li|smijem li) .{0,40}(poslati|pokazati|nazvati|pripremiti|predstaviti)|(zanima li|biste li|jeste li zainteresirani)|koliko .{0,30}trebate",
    "sl": "s kom (lahko)|komu (lahko|naj)|želite (videti|izvedeti|preizkusiti)|vam (lahko )?pokažem|(lahko|smem|ali vam lahko) .{0,40}(pošlj|pokaž|pokličem|priprav|predstav)|(vas zanima|bi vas zanimal)|koliko .{0,30}potrebujete",
    "et": "(kas )?(võin|tohin|võiksin|saan) .{0,40}(saata|näidata|helistada|tutvustada)|(kas )?(pakuks|pakub) huvi|mitut .{0,30}vajate",
    "lv": "(vai )?(varu|drīkstu|varētu) .{0,40}(nosūtīt|atsūtīt|parādīt|piezvanīt|iepazīstināt)|vai .{0,20}interesē|cik .{0,30}vajadzīg",
    "lt": "(ar )?(galiu|galėčiau|galime) .{0,40}(atsiųsti|nusiųsti|parodyti|paskambinti|pristatyti)|ar .{0,20}domina|kiek .{0,30}reikia",
    "ca": "(puc|podem|podria) (enviar|mostrar|ensenyar|trucar|presentar|preparar)|(us|li|et) (preparo|envio|truco|interessa|interessaria|sembla)|parlem",
    "ja": "ご担当(者|の方)?.{0,10}(どなた|いらっしゃ|で)|いかがでしょうか|(お送り|ご説明|ご紹介|お電話|お見せ)(して|させて|いたし)?.{0,15}(よろしい|いただけ|いかが|可能)|(ご興味|ご関心).{0,15}(ございます|あります|いかが)|お時間.{0,15}(いただけ|頂け)|何名",
    "zh": "(是|由)?(您|你|哪位|谁|誰).{0,4}(负责|負責)|(方便|可以)(加|留|通)|(要不要|想不想|需要吗|需要嗎)|(可以|能否|方便).{0,15}(发给|發給|寄给|介绍|介紹|致电|演示|聊)|(感兴趣|感興趣|有兴趣|有興趣)",
    "ko": "담당(자|이신)|누구(신|에게)|어떠(신|실)|보시겠|(보내|소개해|전화|설명해|보여) ?(드려도|드릴까|드릴 수)|관심 (있으|있으신|가지)",
    "ar": "(هل يمكنني|هل نستطيع|هل لي أن|هل تسمح) .{0,30}(إرسال|عرض|الاتصال)|هل (يهمكم|أنتم مهتمون|ترغبون)",
    "he": "(אפשר|האם אפשר|אוכל|אשמח) .{0,20}(לשלוח|להראות|להתקשר|להציג)|(מעניין|רלוונטי) (אתכם|אתכן|עבור|לכם)",
}  # fmt: skip

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
